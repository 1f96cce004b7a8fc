import { isHere, type Person } from '../../../domain/people';
import { dutyManager, onShift, type DutyPicture } from '../../../domain/escalation/chain';
import { standInFor } from '../../../domain/escalation/presence';
import type { Stretch } from './written-shifts';

/** Who answers in a stretch of time, and by what. */
export interface DutyStretch extends Stretch {
  /** Whose shift it is by the rota; null: nobody's. */
  onShift: Person | null;
  /** Who answers: they themselves, their delegate, or the first of the policy's list who is here. */
  answers: Person | null;
  by: 'rota' | 'delegate' | 'list' | null;
  /** Nobody answers, or whose shift it is is away and nobody stands in for them. */
  gap: boolean;
}

/** A time, cut wherever it changes who answers. */
export function dutyCoverage(picture: DutyPicture, { fromAt, toAt }: Stretch): DutyStretch[] {
  const edges = [...picture.duty.flatMap((shift) => [shift.fromAt, shift.toAt]), ...presenceEdges(picture)];
  const inside = edges.filter((at) => at > fromAt && at < toAt);
  const cuts = [...new Set([fromAt, ...inside, toAt])].sort((one, other) => one - other);
  const stretches: DutyStretch[] = [];
  cuts.slice(0, -1).forEach((at, index) => {
    const next = { ...answeringAt(picture, at), fromAt: at, toAt: cuts[index + 1] as number };
    const before = stretches.at(-1);
    if (before && sameAnswer(before, next)) stretches[stretches.length - 1] = { ...before, toAt: next.toAt };
    else stretches.push(next);
  });
  return stretches;
}

function presenceEdges({ people }: DutyPicture): number[] {
  return Object.values(people).flatMap(({ absences = [], leftAt }) => [
    ...absences.flatMap((absence) => [absence.fromAt, absence.untilAt]),
    ...(leftAt === undefined ? [] : [leftAt]),
  ]);
}

function answeringAt(picture: DutyPicture, at: number): Omit<DutyStretch, 'fromAt' | 'toAt'> {
  const shift = onShift(picture, at);
  const standing = shift && standInFor(picture, shift, at);
  if (shift && standing) {
    return { onShift: shift, answers: standing, by: standing.id === shift.id ? 'rota' : 'delegate', gap: false };
  }
  // The last resort of the domain, somebody who is away, answers nothing.
  const listed = dutyManager(picture, at);
  const answers = listed && isHere(listed, at) ? listed : null;
  return { onShift: shift, answers, by: answers && 'list', gap: shift !== null || answers === null };
}

function sameAnswer(one: DutyStretch, other: DutyStretch): boolean {
  return one.onShift?.id === other.onShift?.id && one.answers?.id === other.answers?.id && one.by === other.by;
}
