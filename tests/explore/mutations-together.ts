import type { Mutation } from './mutations';

const TOGETHER = 'domain/escalation/together';

/** The laws of what escalations have to do with each other, each broken once or twice. */
export const TOGETHER_MUTATIONS: readonly Mutation[] = [
  {
    law: 'whatever is owed goes along with a merge, and nothing waits in what was merged',
    file: `${TOGETHER}/estate.ts`,
    from: 'promises: state.commitments.filter(isOwedPromise).map(promiseOf),',
    to: 'promises: state.commitments.filter(isOwedPromise).slice(1).map(promiseOf),',
  },
  {
    law: 'whatever is owed goes along with a merge, and nothing waits in what was merged',
    file: `${TOGETHER}/peer-answered.ts`,
    from: 'for (const { id } of draft.state.clocks) cancelClock(',
    to: 'for (const { id } of draft.state.clocks.slice(1)) cancelClock(',
  },
  {
    law: 'no promise and no task is lost by a merge: the one that survives owes each, by its old date',
    file: `${TOGETHER}/take-over.ts`,
    from: 'for (const promise of estate.promises) takePromise(',
    to: 'for (const promise of estate.promises.filter(({ broken }) => !broken)) takePromise(',
  },
  {
    law: 'no promise and no task is lost by a merge: the one that survives owes each, by its old date',
    file: `${TOGETHER}/take-over.ts`,
    from: "watch(draft, taskClock(taskId), 'task', { fromAt: addedAt, dueAt });",
    to: '',
  },
  {
    law: 'a merge gives no step more time',
    file: `${TOGETHER}/take-over.ts`,
    from: "clock.state !== 'running' || clock.dueAt <= dueAt) return;",
    to: "clock.state !== 'running' || clock.dueAt === dueAt) return;",
  },
  {
    law: 'nothing is taken by what is being merged, and nothing but notes and links by what was',
    file: 'domain/escalation/standing.ts',
    from: 'if (merging) conflict(',
    to: "if (merging?.ref === 'UP-7') conflict(",
  },
  {
    law: 'what an umbrella shares is done by it alone, and by each escalation for itself in a later round',
    file: `${TOGETHER}/shared-steps.ts`,
    from: 'return umbrella !== null && round === 1 && SHARED.includes(step);',
    to: "return umbrella !== null && round === 1 && step === 'investigation';",
  },
];
