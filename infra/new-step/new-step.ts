import type { Who } from '../../domain/steps/step';
import { DEFAULT_PLAN, STEPS } from '../../domain/steps/plan';
import { Refusal } from './refusal';
import { checkNewName, titleOf } from './step-name';

/** Whose step it is: the owner, the account's CSM, a manager or above, or somebody of another function. */
export const DOERS = ['owner', 'csm', 'manager', 'contributor'] as const;
type Doer = (typeof DOERS)[number];

/** What a clock of a new step may count from. */
export const ANCHORS = ['acknowledgment', 'receipt'] as const;
type NewAnchor = (typeof ANCHORS)[number];

/** The options as they are typed. */
export interface TypedOptions {
  title?: string;
  after: string;
  before: string;
  by: string;
  hours: string;
  anchor: string;
  clock: boolean;
}

/** A step that is to be made. */
export interface NewStep {
  name: string;
  title: string;
  after: readonly string[];
  before: readonly string[];
  by: Doer;
  clock: { anchor: NewAnchor; hours: number } | null;
  /** The step of the list before which it is written down. */
  standsBefore: string;
}

/** Who completes it, as a definition says it; null: manager upwards, which has a name of its own. */
export const WHO: Readonly<Record<Doer, Who | null>> = {
  owner: 'the-owner',
  csm: 'the-csm',
  manager: null,
  contributor: 'contributor',
};

const MOST_HOURS = 720;
const LONGEST_TITLE = 60;

/**
 * Reads what somebody typed.
 * @throws Refusal where it makes no step that an escalation could be brought to its end with
 */
export function readNewStep(name: string, typed: TypedOptions): NewStep {
  checkNewName(name);
  const after = namesIn(typed.after, '--after');
  const before = namesIn(typed.before, '--before');
  return {
    name,
    title: readTitle(typed.title ?? titleOf(name)),
    after,
    before,
    by: oneOf(typed.by, DOERS, '--by'),
    clock: typed.clock ? { anchor: oneOf(typed.anchor, ANCHORS, '--anchor'), hours: readHours(typed.hours) } : null,
    standsBefore: placeFor(after, before),
  };
}

function readTitle(title: string): string {
  if (!/^[A-Z][\p{L}\p{N} -]*$/u.test(title) || title.length > LONGEST_TITLE) {
    throw new Refusal(`--title: a capital, then letters, digits and spaces, ${LONGEST_TITLE} characters at most.`);
  }
  return title;
}

function readHours(hours: string): number {
  const count = Number(hours);
  if (!Number.isInteger(count) || count < 1 || count > MOST_HOURS) {
    throw new Refusal(`--hours: a whole number from 1 to ${MOST_HOURS}, not "${hours}"; --no-clock for none.`);
  }
  return count;
}

function namesIn(list: string, option: string): string[] {
  const names = list.split(',').filter((name) => name !== '');
  for (const name of names) oneOf(name, Object.keys(STEPS), option);
  return [...new Set(names)];
}

function oneOf<T extends string>(value: string, allowed: readonly T[], option: string): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new Refusal(`${option}: one of ${allowed.join(', ')}, not "${value}".`);
  return found;
}

/** It stands in front of the first that waits for it; behind the closure there is only the check-in. */
function placeFor(after: readonly string[], before: readonly string[]): string {
  const names = Object.keys(STEPS);
  const place = Math.min(...[...before, 'closure'].map((name) => names.indexOf(name)));
  const late = after.find((name) => names.indexOf(name) >= place);
  const standsBefore = names[place] ?? 'closure';
  if (late) throw new Refusal(`It cannot come after ${late} and before ${standsBefore}, in that order.`);
  if (standsBefore === DEFAULT_PLAN[0]) throw new Refusal('Nothing comes before the intake.');
  return standsBefore;
}
