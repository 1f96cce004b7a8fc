import { elapsed } from '../../calendar/elapsed';
import { counted } from '../../counted';
import type { Notice } from '../../notice';
import { sameJson } from '../../same-json';
import { breachClock, clockOf, startClock } from '../clocks';
import type { Draft } from '../draft';
import { resume } from '../pause/rest';
import type { ClockKind } from '../state';
import { taskClock } from '../tasks/open-tasks';
import { calendarOf } from '../terms';
import { contactsOf } from './estate';
import { ownerTold } from './tell-owner';
import type { CarriedClock, CarriedPromise, CarriedTask, Estate, OtherEscalation } from './together';

/**
 * Takes over what an escalation that is merged into this one leaves: every promise and task with its old date, the
 * customer's other people, and the end of each step's clock that came earlier there. Nothing of it gets more time.
 */
export function takeOver(draft: Draft, from: OtherEscalation, estate: Estate, reason: string): void {
  if (draft.state.pause) resume(draft, 'merged', null);
  const known = contactsOf(draft.state);
  const contacts = estate.contacts.filter((one) => !known.some((other) => sameJson(one, other)));
  if (draft.state.quiet && !estate.quiet) {
    draft.emit('escalation.activated', { reason: `${from.ref}, which is active, is merged into it.` });
  }
  draft.emit('escalation.absorbed', { from, contacts, reason, notices: word(draft, from, estate) });
  const taskIds = takeTasks(draft, estate.tasks);
  for (const promise of estate.promises) takePromise(draft, from, promise, taskIds);
  for (const clock of estate.clocks) endEarlier(draft, from, clock);
}

function word({ state, actor, now }: Draft, from: OtherEscalation, { promises, tasks }: Estate): Notice[] {
  const text = `${from.ref} was merged into ${state.ref}, with ${counted(promises.length, 'open promise')} and ${counted(tasks.length, 'open task')}.`;
  return ownerTold(state, 'absorbed', text, { byId: actor?.id ?? null, now });
}

/** Answers with the new id of each task by its old one. */
function takeTasks(draft: Draft, tasks: readonly CarriedTask[]): ReadonlyMap<string, string> {
  const first = draft.state.tasks.length + 1;
  const ids = new Map(tasks.map(({ taskId }, index) => [taskId, `t${first + index}`]));
  for (const { taskId: there, text, personId, addedAt, dueAt, after, counterpart } of tasks) {
    const taskId = ids.get(there) ?? there;
    draft.emit('task.added', {
      ...{ taskId, text, personId, dueAt, counterpart, addedAt, notices: [] },
      after: idsHere(after, ids),
    });
    watch(draft, taskClock(taskId), 'task', { fromAt: addedAt, dueAt });
  }
  return ids;
}

function takePromise(
  draft: Draft,
  from: OtherEscalation,
  { text, dueAt, responsibleId, madeAt, remedy, dependsOn }: CarriedPromise,
  taskIds: ReadonlyMap<string, string>,
): void {
  const commitmentId = `c${draft.state.commitments.length + 1}`;
  draft.emit('commitment.made', {
    ...{ commitmentId, text, dueAt, responsibleId, remedy, from, madeAt },
    dependsOn: idsHere(dependsOn, taskIds),
  });
  watch(draft, `commitment:${commitmentId}`, 'commitment', { fromAt: madeAt, dueAt });
}

/** What was done before the merge is waited for no more. */
function idsHere(ids: readonly string[], byOldId: ReadonlyMap<string, string>): string[] {
  return ids.flatMap((id) => byOldId.get(id) ?? []);
}

/** Starts the clock of a dated thing by its old date; one that is past runs out at once, and begins to climb here. */
function watch(draft: Draft, clockId: string, kind: ClockKind, { fromAt, dueAt }: { fromAt: number; dueAt: number }) {
  startClock(draft, clockId, kind, fromAt, dueAt - fromAt);
  breachIfPast(draft, clockId);
}

/** Merging gives nobody more time: where the same step was due earlier there, it is due then. */
function endEarlier(draft: Draft, from: OtherEscalation, { clockId, anchorAt, dueAt }: CarriedClock): void {
  const clock = clockOf(draft.state, clockId);
  if (clock?.for !== 'step' || clock.state !== 'running' || clock.dueAt <= dueAt) return;
  const { calendar } = clock;
  const budgetMs = elapsed(calendarOf(draft.state, calendar), anchorAt, dueAt);
  const because = `${from.ref}, where it was due earlier, was merged into this one`;
  draft.emit('clock.moved', { clockId, anchorAt, budgetMs, leftMs: budgetMs, dueAt, calendar, because });
  breachIfPast(draft, clockId);
}

function breachIfPast(draft: Draft, clockId: string): void {
  const clock = clockOf(draft.state, clockId);
  if (clock?.state === 'running' && clock.dueAt <= draft.now) breachClock(draft, clock);
}
