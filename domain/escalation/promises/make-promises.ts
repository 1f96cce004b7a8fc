import { DAY_MS } from '../../duration';
import type { FieldProblem } from '../../rejection';
import { invalid } from '../../rejection';
import type { Told } from '../../told';
import { startClock } from '../clocks';
import type { Draft } from '../draft';
import { namedPerson } from '../named';
import { tooEarly } from './before-tasks';

/** What is promised to the customer; `dueAt` is ISO 8601. */
export interface PromiseMade {
  text: string;
  dueAt: string;
  responsibleId: string;
  /** The tasks that must be done before it can be kept. */
  dependsOn?: readonly string[] | undefined;
  /** It promises the remedy itself. */
  remedy?: boolean | undefined;
}

/** A promise further away than this is a slip of the pen. */
const FURTHEST_MS = 2 * 366 * DAY_MS;

/** The date of a promise, epoch milliseconds; refused where it is not to come, or comes in years. */
export function promisedDate(dueAt: string, now: number, pointer: string): number {
  const due = Date.parse(dueAt);
  if (due <= now) invalid('invalid-content', 'A commitment is due in the future.', { pointer, detail: 'is past' });
  if (due > now + FURTHEST_MS) {
    const detail = 'more than two years away';
    invalid('invalid-content', 'A commitment is due within two years.', { pointer, detail });
  }
  return due;
}

/**
 * Refuses promises without a date to come, by somebody whom nobody knows, or dated before what they depend on, unless
 * they are to be sent all the same.
 * @param at where they stand in the body, in their order
 */
export function checkPromises(
  { state, now }: Draft,
  promises: readonly PromiseMade[],
  at: (index: number) => string,
  sendAllTheSame: boolean,
): void {
  const early: FieldProblem[] = [];
  promises.forEach(({ dueAt, responsibleId, dependsOn = [] }, index) => {
    const due = promisedDate(dueAt, now, `${at(index)}/dueAt`);
    namedPerson(state, responsibleId, `${at(index)}/responsibleId`);
    early.push(...tooEarly(state, { due, dependsOn }, at(index)));
  });
  if (!sendAllTheSame) refuseEarly(early);
}

/** Refuses what is promised before the tasks that it depends on. */
export function refuseEarly(early: readonly FieldProblem[]): void {
  if (early.length === 0) return;
  const detail =
    'It is promised before the tasks that it depends on; to promise it all the same say "sendAllTheSame": true.';
  invalid('promise-before-tasks', detail, ...early);
}

/**
 * Puts each promise on record with a durable clock of its own, due at the date itself (docs/process.md "Promises").
 * @returns their ids, in their order
 */
export function makePromises(draft: Draft, promises: readonly PromiseMade[]): string[] {
  return promises.map(({ text, dueAt, responsibleId, dependsOn = [], remedy }) => {
    const commitmentId = `c${draft.state.commitments.length + 1}`;
    const due = Date.parse(dueAt);
    const early = tooEarly(draft.state, { due, dependsOn }, '').length > 0;
    draft.emit('commitment.made', {
      ...{ commitmentId, text, dueAt: due, responsibleId },
      ...(remedy && { remedy }),
      ...(dependsOn.length > 0 && { dependsOn: [...new Set(dependsOn)] }),
      ...(early && { sentAllTheSame: true }),
    });
    startClock(draft, `commitment:${commitmentId}`, 'commitment', draft.now, due - draft.now);
    return commitmentId;
  });
}

/** The promises of a body by where they stand in it, for what is told to the customer. */
export function promisesTold(promises: readonly PromiseMade[], at: (index: number) => string): Told['promises'] {
  return Object.fromEntries(promises.map((promise, index) => [at(index), promise]));
}
