import { cancelApprovals } from '../../escalation/approvals/ask';
import { meetClock, startPlannedClocks } from '../../escalation/clocks';
import { spokenAt } from '../../escalation/spoken';
import { conflict } from '../../rejection';
import type { StepDefinition } from '../step';
import type { ClosureBody } from './closure.schema';

/** The owner closes in person once the resolution is in place and every commitment is kept; never without a cause. */
export const closure: StepDefinition<ClosureBody> = {
  name: 'closure',
  title: 'Closure',
  help: 'A personal closing message and the root cause, when every commitment is kept.',
  clock: null,
  after: ['intake', 'investigation', 'solution', 'customer-update'],
  by: ['the-owner'],
  tells: ({ message }) => ({ message, pointer: '#/message' }),
  complete(draft, { body, now }) {
    const open = draft.state.commitments.filter(({ state }) => state === 'open' || state === 'broken');
    if (open.length > 0) {
      const promises = open.map(({ id, text }) => `${id} "${text}"`).join(', ');
      conflict('commitments-open', `Promised and not kept yet: ${promises}.`);
    }
    const occurredAt = spokenAt(draft.state, body.message, now, '#/message');
    const then = () => {
      draft.emit('root-cause.tagged', { rootCause: body.rootCause, note: body.rootCauseNote });
      meetClock(draft, 'keep-informed', occurredAt);
      cancelApprovals(draft, 'the escalation is closed');
      draft.emit('escalation.closed', { rootCause: body.rootCause });
      startPlannedClocks(draft, 'closure', occurredAt);
    };
    return { occurredAt, then };
  },
};
