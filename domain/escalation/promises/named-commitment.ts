import { invalid } from '../../rejection';
import type { Commitment, Escalation } from '../state';

/** The commitment that a body names by `commitmentId`; refused where there is none. */
export function namedCommitment({ commitments }: Escalation, commitmentId: string): Commitment {
  const found = commitments.find(({ id }) => id === commitmentId);
  if (found) return found;
  const detail = `one of ${commitments.map(({ id }) => id).join(', ')}`;
  invalid('unknown-commitment', `There is no commitment "${commitmentId}" here.`, {
    pointer: '#/commitmentId',
    detail,
  });
}
