import { cancelRemedies } from '../../escalation/approvals/ask';
import { remedyHold } from '../../escalation/approvals/remedy-hold';
import { grantFor } from '../../escalation/approvals/remedies';
import type { StepDefinition } from '../step';
import type { SolutionBody } from './solution.schema';

/** The owner decides what is done about it; its time is within the 8 h of the customer update. */
export const solution: StepDefinition<SolutionBody> = {
  name: 'solution',
  title: 'Solution',
  help: 'A resolution: an engineering fix, a billing credit, a configuration change, a policy exception.',
  clock: null,
  after: ['intake'],
  by: ['the-owner'],
  holds: (state, { body, by }) => (body.approvalId === undefined ? remedyHold(state, by, body) : null),
  complete(draft, { body, by, now }) {
    const remedy = { solution: body.kind, amount: body.credit ?? null };
    const grant = grantFor(draft.state, by, remedy, body.approvalId);
    const then = () => {
      if (grant) draft.emit('approval.used', { approvalId: grant.id, name: 'solution' });
      cancelRemedies(draft, 'another remedy was decided on');
    };
    return { occurredAt: now, then };
  },
};
