import { alwaysDueLaws } from './always-due';
import { anchorLaws } from './anchors';
import { approvalLaws } from './approvals';
import { authorityLaws } from './authority';
import { chainLaws } from './chains';
import { closureLaws } from './closure';
import { heardLaws } from './heard';
import { journalLaws } from './journal';
import { latenessLaws } from './lateness';
import { leaverLaws } from './leavers';
import type { Law } from './law';
import { loudnessLaws } from './loudness';
import { levelLaws } from './levels';
import { onceLaws } from './once';
import { ownershipLaws } from './ownership';
import { promiseLaws } from './promises';
import { pauseLaws } from './pauses';
import { policyLaws } from './policies';
import { quietLaws } from './quiet';
import { reminderLaws } from './reminders';
import { taskLaws } from './tasks';
import { teamLaws } from './team';
import { togetherLaws } from './together';

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
  ...taskLaws,
  ...teamLaws,
  ...quietLaws,
  ...authorityLaws,
  ...approvalLaws,
  ...promiseLaws,
  ...anchorLaws,
  ...pauseLaws,
  ...levelLaws,
  ...togetherLaws,
  ...leaverLaws,
  ...policyLaws,
];
