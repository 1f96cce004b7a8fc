import { DAY_MS } from '../../duration';
import { invalid } from '../../rejection';
import { startClock } from '../clocks';
import type { Draft } from '../draft';
import { namedPerson } from '../named';

/** What is promised to the customer; `dueAt` is ISO 8601. */
export interface PromiseMade {
  text: string;
  dueAt: string;
  responsibleId: string;
}

/** A promise further away than this is a slip of the pen. */
const FURTHEST_MS = 2 * 366 * DAY_MS;

/** Refuses promises without a date to come, or by somebody whom nobody knows. */
export function checkPromises({ state, now }: Draft, promises: readonly PromiseMade[]): void {
  promises.forEach(({ dueAt, responsibleId }, index) => {
    const pointer = `#/commitments/${index}`;
    const due = Date.parse(dueAt);
    if (due <= now) {
      invalid('invalid-content', 'A commitment is due in the future.', {
        pointer: `${pointer}/dueAt`,
        detail: 'is past',
      });
    }
    if (due > now + FURTHEST_MS) {
      const detail = 'more than two years away';
      invalid('invalid-content', 'A commitment is due within two years.', { pointer: `${pointer}/dueAt`, detail });
    }
    namedPerson(state, responsibleId, `${pointer}/responsibleId`);
  });
}

/** Puts each promise on record with a durable clock of its own, due at the promised date itself (S3). */
export function makePromises(draft: Draft, promises: readonly PromiseMade[]): void {
  for (const { text, dueAt, responsibleId } of promises) {
    const commitmentId = `c${draft.state.commitments.length + 1}`;
    const due = Date.parse(dueAt);
    draft.emit('commitment.made', { commitmentId, text, dueAt: due, responsibleId });
    startClock(draft, `commitment:${commitmentId}`, 'commitment', draft.now, due - draft.now);
  }
}
