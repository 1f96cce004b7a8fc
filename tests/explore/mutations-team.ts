import type { Mutation } from './mutations';

const STATE = 'domain/escalation';

/** Each law of the team and its tasks is broken once, some of them twice. */
export const TEAM_MUTATIONS: readonly Mutation[] = [
  {
    law: 'each open task has a clock of its own until it is done or dropped, due on its date, after closure too',
    file: `${STATE}/rounds.ts`,
    from: '  resumeTasks(draft);\n',
    to: '',
  },
  {
    law: 'each open task has a clock of its own until it is done or dropped, due on its date, after closure too',
    file: 'domain/commands/change-task/change-task.ts',
    from: 'if (to.dueAt > draft.now) startClock(',
    to: 'if (to.dueAt > draft.now + 86_400_000) startClock(',
  },
  {
    law: 'each open task has a clock of its own until it is done or dropped, due on its date, after closure too',
    file: 'domain/commands/drop-task/drop-task.ts',
    from: "    cancelClock(draft, taskClock(task.id), 'dropped');\n",
    to: '',
  },
  {
    law: 'tasks never wait for each other in a circle',
    file: `${STATE}/tasks/task-rules.ts`,
    from: 'if (found) return found;',
    to: 'if (found) return null;',
  },
  {
    law: 'no task is done before those that it comes after',
    file: 'domain/commands/complete-task/complete-task.ts',
    from: 'if (blockers.length > 0) {',
    to: 'if (blockers.length > 1) {',
  },
  {
    law: 'no task is done before those that it comes after',
    file: 'domain/commands/complete-task/complete-task.ts',
    from: 'one.doneAt > doneAt);',
    to: 'one.doneAt > Infinity);',
  },
  {
    law: 'nobody of the entry level is on a team, or has a task',
    file: `${STATE}/team/colleague.ts`,
    from: "roles.every((role) => role === 'agent')",
    to: "roles.every((role) => role === 'agent') && roles.length > 1",
  },
  {
    law: 'the sponsor is an executive and never the owner',
    file: `${STATE}/named.ts`,
    from: 'if (person.id === state.sponsor?.personId) {',
    to: "if (person.id === state.sponsor?.personId && state.status === 'closed') {",
  },
  {
    law: 'the sponsor is an executive and never the owner',
    file: 'domain/commands/name-sponsor/name-sponsor.ts',
    from: 'if (person.id === state.ownerId) {',
    to: 'if (person.id === state.signerId) {',
  },
  {
    law: 'the sponsor is briefed at each change of the level, and before the closure',
    file: `${STATE}/team/inform-sponsor.ts`,
    from: '!(told && isNearClosure(before))',
    to: '!isNearClosure(before)',
  },
  {
    law: 'the sponsor is briefed at each change of the level, and before the closure',
    file: `${STATE}/decide.ts`,
    from: '    informSponsor(draft, state);\n',
    to: '',
  },
];
