import { may } from './authority';
import { upwardsFrom } from './escalation/chain';
import type { Person, Role } from './people';
import { holdsAny, MANAGER_UPWARDS } from './people';

/** Somebody of the directory, as far as it matters whose absences they write. */
type Ranked = Pick<Person, 'id' | 'roles' | 'managerId'>;

/** People by id, everybody above those who are asked about among them. */
export interface ReportingLines {
  people: Readonly<Record<string, Ranked>>;
}

const RANKS: readonly Role[] = [...MANAGER_UPWARDS, 'executive'];

/**
 * Whether somebody may say that a person is away, or take it back. Whose absence is written is passed over by chains and
 * stood in for where something is decided: so nobody but an admin writes it of those above or higher than themselves.
 */
export function mayWriteAbsences(lines: ReportingLines, writer: Ranked, person: Ranked): boolean {
  if (writer.id === person.id || holdsAny(writer, ['admin'])) return true;
  const isHigher = isAbove(lines, person.id, writer.id) || rankOf(person) > rankOf(writer);
  return may(writer, 'keep-absences') && !isHigher;
}

/** Whether they may name somebody to stand in: not themselves, unless they are above the person, admins neither. */
export function mayNameDelegate(lines: ReportingLines, writer: Ranked, person: Ranked, delegateId: string): boolean {
  return delegateId !== writer.id || writer.id === person.id || isAbove(lines, writer.id, person.id);
}

/** Whether somebody is above another, however far. */
function isAbove(lines: ReportingLines, higherId: string, lowerId: string): boolean {
  return upwardsFrom(lines, lowerId).some(({ id }) => id === higherId);
}

/** By the highest role they hold; below a manager all are alike. */
function rankOf({ roles }: Ranked): number {
  return Math.max(...roles.map((role) => RANKS.indexOf(role)));
}
