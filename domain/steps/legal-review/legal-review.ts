import { HOUR_MS } from '../../duration';
import { meetClock } from '../../escalation/clocks';
import { knownPerson } from '../../escalation/known';
import { namedPerson } from '../../escalation/named';
import type { Escalation } from '../../escalation/state';
import type { Person } from '../../people';
import { holdsAny, MANAGER_UPWARDS } from '../../people';
import { forbidden, invalid } from '../../rejection';
import type { Attempt, StepDefinition } from '../step';
import type { LegalReviewBody } from './legal-review.schema';

/** The function whose word it takes. */
const LEGAL = 'legal';

/**
 * Where legal action is in the air, Legal is brought in at once, beside the investigation, and says within 4 h what the
 * customer may be told. The owner, under pressure of the 8 h, cannot say it in their place: a contributor of Legal does,
 * or a manager who writes down what Legal said.
 */
export const legalReview: StepDefinition<LegalReviewBody> = {
  name: 'legal-review',
  title: 'Legal review',
  help: 'Legal has said what the customer may be told, and on which conditions.',
  clock: { anchor: 'acknowledgment', budgetMs: 4 * HOUR_MS },
  after: ['intake'],
  before: ['customer-update'],
  by: ['contributor', ...MANAGER_UPWARDS],
  complete(draft, attempt) {
    const { body, now } = attempt;
    const counsel = counselOf(draft.state, attempt);
    if (!body.cleared) {
      const note = `Legal review by ${counsel.name}: the customer may not be told this yet. ${body.opinion}`;
      return { occurredAt: now, completes: false, then: () => draft.emit('note.added', { note }) };
    }
    return { occurredAt: now, then: () => meetClock(draft, 'legal-review', now) };
  },
};

/** Whose opinion it is: somebody of Legal, who signs it or whom a manager quotes; never the owner. */
function counselOf(state: Escalation, { body, by }: Attempt<LegalReviewBody>): Person {
  if (by.id === state.ownerId) forbidden('Legal review is not for the owner: nobody clears their own words.');
  const own = knownPerson(state, by.id);
  if (own?.function === LEGAL && (body.personId ?? by.id) === by.id) return own;
  if (!holdsAny(by, MANAGER_UPWARDS)) forbidden(`Legal review is for somebody of Legal, not for ${by.name}.`);
  const pointer = '#/personId';
  if (body.personId === undefined) {
    const detail = 'required where you are not of Legal yourself';
    invalid('invalid-content', 'Whose opinion is it?', { pointer, detail });
  }
  const counsel = namedPerson(state, body.personId, pointer);
  if (counsel.function !== LEGAL) {
    invalid('not-eligible', `${counsel.name} is not of Legal.`, { pointer, detail: 'needs the function legal' });
  }
  return counsel;
}
