import { invalid } from '../../rejection';
import type { OtherEscalation } from './together';

/** The escalation that a field names, by its id or its ref; refused where nobody here knows it. */
export function namedOther(others: readonly OtherEscalation[], idOrRef: string, pointer: string): OtherEscalation {
  const wanted = idOrRef.toLowerCase();
  const found = others.find(({ id, ref }) => id.toLowerCase() === wanted || ref.toLowerCase() === wanted);
  if (!found) {
    const detail = 'unknown escalation';
    invalid('unknown-escalation', `There is no escalation "${idOrRef}" here that you may see.`, { pointer, detail });
  }
  return found;
}
