import { advance } from '../../../domain/calendar/advance';
import type { BusinessCalendar } from '../../../domain/calendar/business-calendar';
import { DAY_MS } from '../../../domain/duration';
import type { Person, Role } from '../../../domain/people';
import { holdsAny, MANAGER_UPWARDS, ROLES } from '../../../domain/people';
import { checkPolicy, PLACES } from '../../../domain/policy/check-policy';
import type { Unversioned } from '../../../domain/policy/document';
import type { PolicyDocument } from '../../../domain/policy/policy.schema';
import { termsAt } from '../../../domain/policy/terms-at';
import type { FieldProblem } from '../../../domain/rejection';
import { findStep } from '../../../domain/steps/plan';
import { checkCalendars } from '../calendars/check-calendar';
import type { Database } from '../store/database';
import { excerpt } from '../store/people';
import { writtenPolicy } from './written-policy';

/** A policy written out has so many bytes at most: it travels in the history of each escalation. */
const MOST_BYTES = 150_000;

/** A clock that counts in a calendar ends within so long, whenever it begins. */
const LONGEST_WAIT_MS = 2 * 366 * DAY_MS;

/** Those who may be asked to approve a message: everybody but tier 1 alone. */
const MAY_APPROVE: readonly Role[] = ROLES.filter((role) => role !== 'agent');

/** What is wrong with a policy, and the refusal that it makes. */
export interface PolicyProblem extends FieldProblem {
  type: 'invalid-content' | 'calendar-never-open' | 'unknown-person' | 'not-eligible';
}

/** Everything that the schema of a policy cannot see; empty where it may come into force. */
export async function checkDocument(
  db: Database,
  document: PolicyDocument,
  now = Date.now(),
): Promise<PolicyProblem[]> {
  const calendars = checkCalendars(document.calendars, '#/calendars', now);
  const policy = calendars.length > 0 ? null : writtenPolicy(document, now);
  const whole = checkPolicy(policy ?? writtenPolicy({ ...document, calendars: [] }, now));
  return [
    ...calendars,
    ...whole.filter((problem) => policy !== null || !problem.pointer.endsWith('/calendar')).map(asContent),
    ...currencyProblems(document).map(asContent),
    ...(policy && whole.length === 0 ? [...waitProblems(policy, now), ...sizeProblems(policy)].map(asContent) : []),
    ...(await peopleProblems(db, document, now)),
  ];
}

const asContent = (problem: FieldProblem): PolicyProblem => ({ ...problem, type: 'invalid-content' });

function currencyProblems({ authority, variants }: PolicyDocument): FieldProblem[] {
  const currencies = new Set(Intl.supportedValuesOf('currency'));
  const written = [
    { authority, pointer: '#/authority' },
    ...variants.map(({ terms }, index) => ({
      authority: terms.authority,
      pointer: `#/variants/${index}/terms/authority`,
    })),
  ];
  return written.flatMap(({ authority: given, pointer }) =>
    Object.entries(given?.credit ?? {}).flatMap(([role, amounts]) =>
      Object.keys(amounts ?? {})
        .filter((code) => !currencies.has(code))
        .map((code) => ({
          pointer: `${pointer}/credit/${role}/${code}`,
          detail: `${code} is not a currency of ISO 4217`,
        })),
    ),
  );
}

/** Clocks whose calendar is open so seldom that they would hardly ever end. */
function waitProblems(policy: Unversioned, now: number): FieldProblem[] {
  const problems = PLACES.flatMap((place) =>
    Object.entries(termsAt(policy, place).clocks).flatMap(([name, { budgetMs, calendar }]) => {
      const counted = policy.calendars.find((one) => one.name === calendar);
      const longest = budgetMs ?? findStep(name)?.clock?.budgetMs ?? longestBudget(policy, name);
      if (!counted || endsInTime(counted, now, longest)) return [];
      return [
        `at ${place.level}, ${place.tier} ${name} would not end within two years in the calendar ${counted.name}`,
      ];
    }),
  );
  return problems.slice(0, 1).map((detail) => ({ pointer: '#/clocks', detail }));
}

function longestBudget(policy: Unversioned, name: string): number {
  return name === 'keep-informed' ? Math.max(...Object.values(policy.keepInformedMs)) : 0;
}

function endsInTime(calendar: BusinessCalendar, now: number, budgetMs: number): boolean {
  try {
    return advance(calendar, now, budgetMs) <= now + LONGEST_WAIT_MS;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function sizeProblems(policy: Unversioned): FieldProblem[] {
  const bytes = Buffer.byteLength(JSON.stringify(policy));
  if (bytes <= MOST_BYTES) return [];
  const detail = `has ${Math.ceil(bytes / 1_000)} KB written out, and may have ${MOST_BYTES / 1_000}: take out closed days that are over, or fields`;
  return [{ pointer: '#', detail }];
}

async function peopleProblems(db: Database, document: PolicyDocument, now: number): Promise<PolicyProblem[]> {
  const named = namedIn(document);
  const { people } = await excerpt(
    db,
    named.map(({ id }) => id),
  );
  const byId = new Map(people.map((person) => [person.id, person]));
  return named.flatMap(({ id, pointer, roles, what }): PolicyProblem[] => {
    const person = byId.get(id);
    if (!person) return [{ pointer, detail: 'unknown person', type: 'unknown-person' }];
    if (hasLeft(person, now)) return [{ pointer, detail: `${person.name} has left`, type: 'not-eligible' }];
    if (holdsAny(person, roles)) return [];
    return [{ pointer, detail: `${person.name} may not ${what}`, type: 'not-eligible' }];
  });
}

function hasLeft({ leftAt }: Person, now: number): boolean {
  return leftAt !== undefined && leftAt <= now;
}

interface Named {
  id: string;
  pointer: string;
  roles: readonly Role[];
  what: string;
}

function namedIn({ dutyManagerIds, messageApproval, variants }: PolicyDocument): Named[] {
  const duty = dutyManagerIds.map((id, index) => ({
    ...{ id, pointer: `#/dutyManagerIds/${index}` },
    ...{ roles: MANAGER_UPWARDS, what: 'be on duty: that takes a manager, director or VP' },
  }));
  const approving = (ids: readonly string[] | undefined, pointer: string) =>
    (ids ?? []).map((id, index) => ({
      ...{ id, pointer: `${pointer}/messageApproval/approverIds/${index}` },
      ...{ roles: MAY_APPROVE, what: 'approve messages: tier 1 does not' },
    }));
  return [
    ...duty,
    ...approving(messageApproval?.approverIds, '#'),
    ...variants.flatMap(({ terms }, index) =>
      approving(terms.messageApproval?.approverIds, `#/variants/${index}/terms`),
    ),
  ];
}
