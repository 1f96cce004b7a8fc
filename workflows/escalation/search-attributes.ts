import type { SearchAttributePair } from '@temporalio/common';
import { defineSearchAttributeKey } from '@temporalio/common';
import { isBreached } from '../../domain/escalation/clocks';
import { stageOf } from '../../domain/escalation/stage';
import type { Escalation } from '../../domain/escalation/state';

const STAGE = defineSearchAttributeKey('UpstairsStage', 'KEYWORD');
const LEVEL = defineSearchAttributeKey('UpstairsLevel', 'KEYWORD');
const BREACHED = defineSearchAttributeKey('UpstairsBreached', 'BOOL');

/** What Temporal can search escalations by; the starter gives them, the workflow keeps them. No personal data. */
export function attributePairs(state: Escalation): SearchAttributePair[] {
  return [
    { key: STAGE, value: stageOf(state) ?? state.status },
    { key: LEVEL, value: state.priority.level },
    { key: BREACHED, value: isBreached(state) },
  ];
}
