/** An absence with its delegate, as far as circles are concerned. */
export interface Delegation {
  personId: string;
  delegateId: string | null;
  fromAt: number;
  untilAt: number;
}

/**
 * The people of a circle that an absence would close, at dates when all of them are away at once: A whose delegate is B,
 * B whose delegate is A. It begins and ends with the same person; null where there is none.
 */
export function circleWith(added: Delegation, others: readonly Delegation[]): string[] | null {
  return added.delegateId === null ? null : follow(added, others, [added.personId, added.delegateId]);
}

function follow(from: Delegation, others: readonly Delegation[], path: readonly string[]): string[] | null {
  const [begin, last] = [path[0], path.at(-1)];
  if (begin === last) return [...path];
  for (const other of others) {
    const fromAt = Math.max(from.fromAt, other.fromAt);
    const untilAt = Math.min(from.untilAt, other.untilAt);
    if (other.personId !== last || other.delegateId === null || fromAt >= untilAt) continue;
    // A circle among others, which this one does not close, was refused when it was written.
    if (other.delegateId !== begin && path.includes(other.delegateId)) continue;
    const found = follow({ ...other, fromAt, untilAt }, others, [...path, other.delegateId]);
    if (found) return found;
  }
  return null;
}
