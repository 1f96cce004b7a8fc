import { TIERS } from '../intake';
import type { ClockTerms } from '../policy';
import type { FieldProblem } from '../rejection';
import { LEVELS } from '../priority';
import { checkPlan } from '../steps/check-plan';
import type { Anchor } from '../steps/plan-step';
import { findStep, STEPS } from '../steps/plan';
import type { Unversioned } from './document';
import type { Place } from './terms-at';
import { fits, termsAt } from './terms-at';

/** Clocks that belong to no step; they begin with what they watch. */
const OTHER_CLOCKS = ['keep-informed', 'approval'];

/** Every level with every tier. */
export const PLACES: readonly Place[] = LEVELS.flatMap((level) =>
  [...TIERS, 'unknown' as const].map((tier) => ({ level, tier })),
);

/** What is wrong with a policy as a whole, where each of its fields is right for itself. Pointers are the document's. */
export function checkPolicy(policy: Unversioned): FieldProblem[] {
  const once = new Map<string, FieldProblem>();
  const found = [...planProblems(policy), ...clockProblems(policy), ...chainProblems(policy), ...fieldProblems(policy)];
  for (const problem of found) once.set(`${problem.pointer} ${problem.detail}`, problem);
  return [...once.values()];
}

function planProblems({ plan }: Unversioned): FieldProblem[] {
  return plan ? checkPlan(plan) : [];
}

/** Where terms are written: the policy's own first, then each variant's. */
function writtenTerms(policy: Unversioned) {
  const variants = policy.variants.map(({ terms }, index) => ({ terms, pointer: `#/variants/${index}/terms` }));
  return [{ terms: policy, pointer: '#' }, ...variants];
}

function clockProblems(policy: Unversioned): FieldProblem[] {
  const calendars = policy.calendars.map(({ name }) => name);
  return writtenTerms(policy).flatMap(({ terms, pointer }) =>
    Object.entries(terms.clocks ?? {}).flatMap(([name, clock]) =>
      problemsOfClock(name, clock, calendars).map(([field, detail]) => ({
        pointer: [pointer, 'clocks', part(name), ...field].join('/'),
        detail,
      })),
    ),
  );
}

type Found = [field: string[], detail: string];

function problemsOfClock(name: string, { anchor, calendar }: ClockTerms, calendars: readonly string[]): Found[] {
  const step = findStep(name);
  const found: Found[] = [];
  if (!step && !OTHER_CLOCKS.includes(name)) return [[[], unknownClock(name)]];
  if (step && !step.clock) return [[[], `${name} has no clock of its own`]];
  if (anchor && !step)
    found.push([['anchor'], 'is for the clocks of steps only: this one begins with what it watches']);
  if (anchor && step && !anchorsOf(name).includes(anchor)) {
    found.push([['anchor'], `must be ${anchorsOf(name).join(' or ')}: by then at the latest it has to run`]);
  }
  if (calendar && !calendars.includes(calendar)) found.push([['calendar'], unknownCalendar(calendar, calendars)]);
  return found;
}

/** From what a step's clock may count: it runs before the step is due, and never ahead of its stage. */
function anchorsOf(name: string): Anchor[] {
  if (name === 'intake') return ['receipt'];
  return name === 'check-in' ? ['closure'] : ['receipt', 'acknowledgment'];
}

function unknownClock(name: string): string {
  const steps = Object.values(STEPS).filter(({ clock }) => clock !== null);
  return `there is no clock "${name}"; there are ${[...steps.map((step) => step.name), ...OTHER_CLOCKS].join(', ')}`;
}

function unknownCalendar(name: string, calendars: readonly string[]): string {
  const known = calendars.length > 0 ? `it has ${calendars.join(', ')}` : 'it has none';
  return `this policy has no calendar "${name}"; ${known}`;
}

/** The rungs of a chain in their order, at each level and tier: none may come when the one before has not run its time. */
function chainProblems(policy: Unversioned): FieldProblem[] {
  return PLACES.flatMap((place) => {
    const { rungEveryMs, bundledEveryMs } = termsAt(policy, place);
    const found: FieldProblem[] = [];
    if (bundledEveryMs < rungEveryMs) {
      const pointer = lastSaid(policy, place, 'bundledEveryMs', 'bundledEvery');
      found.push({ pointer, detail: `must be at least \`rungEvery\`: bundled is quieter than loud (${where(place)})` });
    }
    if (policy.undeliveredAfterMs > rungEveryMs) {
      const pointer = lastSaid(policy, place, 'rungEveryMs', 'rungEvery');
      const detail = `must be at least \`undeliveredAfter\`: whether a rung reached anybody is known before the next (${where(place)})`;
      found.push({ pointer, detail });
    }
    return found.slice(0, 1);
  }).filter(({ pointer }, index, all) => all.findIndex((one) => one.pointer === pointer) === index);
}

function lastSaid(policy: Unversioned, place: Place, term: 'rungEveryMs' | 'bundledEveryMs', field: string): string {
  const index = policy.variants.findLastIndex((variant) => fits(variant, place) && variant.terms[term] !== undefined);
  return index < 0 ? `#/${field}` : `#/variants/${index}/terms/${field}`;
}

const where = ({ level, tier }: Place) => `at ${level}, ${tier}`;

function fieldProblems({ fields }: Unversioned): FieldProblem[] {
  const names = fields.map(({ name }) => name);
  return fields.flatMap(({ name, requiredFor }, index) => [
    ...(names.indexOf(name) < index
      ? [{ pointer: `#/fields/${index}/name`, detail: `another field has the name "${name}"` }]
      : []),
    ...requiredFor.flatMap((step, place) =>
      findStep(step)
        ? []
        : [
            {
              pointer: `#/fields/${index}/requiredFor/${place}`,
              detail: `there is no step "${step}"; there are ${Object.keys(STEPS).join(', ')}`,
            },
          ],
    ),
  ]);
}

/** A name as a part of a pointer in a URI fragment. */
function part(name: string): string {
  return encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));
}
