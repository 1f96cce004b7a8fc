import { mayNameDelegate, mayWriteAbsences, type ReportingLines } from '../../../domain/absence-authority';
import { may } from '../../../domain/authority';
import type { Person } from '../../../domain/people';
import type { RejectionType } from '../../../domain/rejection';
import type { Database } from '../../shared/store/database';
import { addAbsence, MOST_ABSENCES, type AbsenceWritten, type StoredAbsence } from '../../shared/store/absences';
import { excerpt, findPerson, namesOf } from '../../shared/store/people';
import { Problem } from '../problems/problem';
import type { AbsenceInput } from '../views/absence.schema';
import { iso } from '../views/moments';
import { momentIn } from './days';

const DELEGATE = '#/delegateId';
const DAY_MS = 24 * 60 * 60 * 1_000;
/** Nobody plans further ahead, and nobody is away for longer: it is a slip of the pen. */
const FURTHEST_MS = 2 * 366 * DAY_MS;
const LONGEST_MS = 366 * DAY_MS;

/**
 * Writes down that somebody is away.
 * @throws Problem `not-allowed`, `invalid-content`, `unknown-person`, `unavailable-person`, `not-eligible`,
 * `absence-overlaps`, `delegate-loop`
 */
export async function writeAbsence(
  db: Database,
  person: Person,
  input: AbsenceInput,
  { writer, now }: { writer: Person; now: number },
): Promise<StoredAbsence> {
  const lines = await requireAbsencesOf(db, writer, person);
  const fromAt = momentIn(person.zone.name, input.from, 'first');
  const untilAt = momentIn(person.zone.name, input.until, 'last');
  checkTimes(fromAt, untilAt, now);
  const { delegateId, note = null } = input;
  if (delegateId !== null && !mayNameDelegate(lines, writer, person, delegateId))
    wrong(
      DELEGATE,
      `${writer.name} may not name themselves for ${person.name}.`,
      'must be somebody else',
      'not-eligible',
    );
  await checkDelegate(db, person, delegateId, fromAt);
  const facts = { personId: person.id, fromAt, untilAt, delegateId, note, writtenBy: writer.id };
  return addedOrRefused(db, person, await addAbsence(db, facts, now));
}

/**
 * Refuses whoever may not write this person's absences, nor take them back; answers with the lines above both.
 * @throws Problem `not-allowed`
 */
export async function requireAbsencesOf(db: Database, writer: Person, person: Person): Promise<ReportingLines> {
  const { people } = await excerpt(db, [writer.id, person.id]);
  const lines = { people: Object.fromEntries(people.map((one) => [one.id, one])) };
  if (mayWriteAbsences(lines, writer, person)) return lines;
  const why = may(writer, 'keep-absences') ? ': they do it themselves, or an admin does' : '';
  throw new Problem('not-allowed', `Saying that ${person.name} is away is not for ${writer.name}${why}.`);
}

function checkTimes(fromAt: number, untilAt: number, now: number): void {
  if (untilAt <= fromAt) wrong('#/until', 'The absence ends before it begins.', 'must be later than `from`');
  if (untilAt <= now) wrong('#/until', 'The absence is over already.', 'is past');
  if (fromAt > now + FURTHEST_MS) wrong('#/from', 'An absence begins within two years.', 'more than two years away');
  if (untilAt - fromAt > LONGEST_MS) wrong('#/until', 'An absence is a year long at most.', 'more than a year later');
}

async function checkDelegate(db: Database, person: Person, delegateId: string | null, fromAt: number): Promise<void> {
  if (delegateId === null) return;
  if (delegateId === person.id) {
    const errors = [{ pointer: DELEGATE, detail: 'must be somebody else' }];
    throw new Problem('delegate-loop', `${person.name} cannot stand in for themselves.`, { errors });
  }
  const delegate = await findPerson(db, delegateId);
  if (!delegate)
    wrong(DELEGATE, `Nobody in the directory has the id "${delegateId}".`, 'unknown person', 'unknown-person');
  if (delegate.leftAt !== undefined && delegate.leftAt <= fromAt)
    wrong(DELEGATE, `${delegate.name} is not with the company then.`, 'has left', 'unavailable-person');
  // Tier 1 never speaks for the owner of an escalation, or for those above.
  if (delegate.roles.every((role) => role === 'agent') && !person.roles.every((role) => role === 'agent'))
    wrong(DELEGATE, `${delegate.name} may not stand in for ${person.name}.`, 'is an agent', 'not-eligible');
}

async function addedOrRefused(db: Database, person: Person, written: AbsenceWritten): Promise<StoredAbsence> {
  switch (written.outcome) {
    case 'added':
      return written.absence;
    case 'too-many':
      return wrong('#/from', `${person.name} has ${MOST_ABSENCES} absences to come.`, 'delete one of them first');
    case 'overlap': {
      const { fromAt, untilAt } = written.other;
      const errors = [{ pointer: '#/from', detail: `away from ${iso(fromAt)} until ${iso(untilAt)} already` }];
      throw new Problem('absence-overlaps', `${person.name} is away then already.`, { errors });
    }
    case 'circle': {
      const names = await namesOf(db, written.personIds);
      const circle = written.personIds.map((id) => names.get(id) ?? id).join(' → ');
      const errors = [{ pointer: DELEGATE, detail: `closes the circle ${circle}` }];
      const detail = `They would stand in for each other while all of them are away: ${circle}.`;
      throw new Problem('delegate-loop', detail, { errors });
    }
  }
}

function wrong(pointer: string, detail: string, what: string, type: RejectionType = 'invalid-content'): never {
  throw new Problem(type, detail, { status: 422, errors: [{ pointer, detail: what }] });
}
