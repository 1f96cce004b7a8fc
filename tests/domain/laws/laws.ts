import { alwaysDueLaws } from './always-due';
import { anchorLaws } from './anchors';
import { authorityLaws } from './authority';
import { chainLaws } from './chains';
import { closureLaws } from './closure';
import { heardLaws } from './heard';
import { journalLaws } from './journal';
import { latenessLaws } from './lateness';
import type { Law } from './law';
import { loudnessLaws } from './loudness';
import { onceLaws } from './once';
import { ownershipLaws } from './ownership';
import { quietLaws } from './quiet';
import { reminderLaws } from './reminders';

/** Every law of the core. */
export const LAWS: readonly Law[] = [
  ...alwaysDueLaws,
  ...ownershipLaws,
  ...heardLaws,
  ...onceLaws,
  ...journalLaws,
  ...latenessLaws,
  ...closureLaws,
  ...chainLaws,
  ...loudnessLaws,
  ...reminderLaws,
  ...quietLaws,
  ...authorityLaws,
  ...anchorLaws,
];
