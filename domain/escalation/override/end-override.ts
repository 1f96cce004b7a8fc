import type { Draft } from '../draft';
import { refitClocks } from '../refit';

/** A level that a person set ends by itself when its time is over: the weighing holds again. */
export function endOverride(draft: Draft): void {
  const { override } = draft.state;
  if (!override || override.untilAt > draft.now) return;
  draft.emit('priority.override-ended', { because: 'its time is over' });
  refitClocks(draft, 'the set level has ended', false);
}
