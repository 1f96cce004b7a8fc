import { DAY_MS } from '../../duration';
import { meetClock } from '../../escalation/clocks';
import { csmOf } from '../../escalation/chain';
import type { Draft } from '../../escalation/draft';
import { reopen } from '../../escalation/rounds';
import { conflict, invalid } from '../../rejection';
import type { Attempt, StepDefinition, StepOutcome } from '../step';
import type { CheckInBody } from './check-in.schema';

/** The CSM asks within 7 days of closure whether the customer is better off; if not, it reopens. */
export const checkIn: StepDefinition<CheckInBody> = {
  name: 'check-in',
  title: 'Check-in',
  help: 'Is the customer better off? If not, the escalation reopens.',
  clock: { anchor: 'closure', budgetMs: 7 * DAY_MS },
  after: ['closure'],
  by: ['the-csm'],
  ready(state) {
    if (!csmOf(state))
      conflict('no-csm', 'The account has no CSM: the owner\'s manager names one by "amend" with csmId.');
  },
  complete(draft, attempt) {
    const { body, now } = attempt;
    if (!body.reached) return notReached(draft, attempt);
    if (body.improved === undefined) {
      const detail = 'required where the customer was reached';
      invalid('invalid-content', 'Is the customer better off?', { pointer: '#/improved', detail });
    }
    const then = () => {
      meetClock(draft, 'check-in', now);
      if (body.improved) draft.emit('escalation.settled', { outcome: 'improved' });
      else reopen(draft, 'the check-in found the customer no better off');
    };
    return { occurredAt: now, then };
  },
};

/** Two attempts without reach, the second at least a day later, settle it as unconfirmed; the clock runs on meanwhile. */
function notReached(draft: Draft, { body, now }: Attempt<CheckInBody>): StepOutcome {
  const { unreachedAt, policy } = draft.state;
  const first = unreachedAt[0];
  const enough =
    first !== undefined &&
    unreachedAt.length + 1 >= policy.checkInAttempts &&
    now >= first + policy.checkInRetryAfterMs;
  const attempted = () =>
    draft.emit('check-in.attempted', { attempt: draft.state.unreachedAt.length + 1, note: body.note });
  if (!enough) return { occurredAt: now, completes: false, then: attempted };
  const then = () => {
    attempted();
    meetClock(draft, 'check-in', now);
    draft.emit('escalation.settled', { outcome: 'unconfirmed' });
  };
  return { occurredAt: now, then };
}
