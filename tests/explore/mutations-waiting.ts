import type { Mutation } from './mutations';

const REST = 'domain/escalation/pause/rest.ts';
const KEPT = 'what a clock has used and what is left make its budget, in its own calendar, however often it rests';
const RESTING = 'only what waits for our answer rests, only while it is paused, and never the acknowledgment';
const ASKED = 'a pause waits for a question that is not answered, until a date ahead, and each for one of its own';
const SILENTLY = 'other terms never make a clock run out, unless somebody has said that it may';

/** Faults in waiting, in levels that people set, and in offers. */
export const WAITING_MUTATIONS: readonly Mutation[] = [
  {
    law: KEPT,
    file: REST,
    from: 'elapsed(calendarOf(state, clock.calendar), clock.runsFromAt, at)',
    to: '(at - clock.runsFromAt)',
  },
  {
    law: KEPT,
    file: REST,
    from: 'const since = draft.state.pause?.sinceAt ?? draft.now;',
    to: 'const since = draft.now;',
  },
  {
    law: KEPT,
    file: REST,
    from: 'advance(calendarOf(draft.state, clock.calendar), now, clock.leftMs)',
    to: 'advance(calendarOf(draft.state, clock.calendar), now, clock.budgetMs)',
  },
  {
    law: KEPT,
    file: 'domain/escalation/refit.ts',
    from: 'const usedBefore = clock.budgetMs - clock.leftMs;',
    to: 'const usedBefore = 0;',
  },
  {
    law: RESTING,
    file: 'domain/escalation/clocks.ts',
    from: '  if (draft.state.pause) restClocks(draft);\n',
    to: '',
  },
  {
    law: RESTING,
    file: REST,
    from: "id !== 'intake' && (kind === 'step' || kind === 'keep-informed')",
    to: "id !== 'intake'",
  },
  {
    law: ASKED,
    file: 'domain/commands/pause/pause.ts',
    from: 'askedAt > Math.max(heardAt ?? -Infinity, pausedAt ?? -Infinity)',
    to: 'askedAt > (heardAt ?? -Infinity)',
  },
  {
    law: ASKED,
    file: 'domain/commands/record-contact/record-contact.ts',
    from: 'pause !== null && occurredAt >= pause.askedAt',
    to: 'pause !== null && occurredAt > pause.untilAt',
  },
  {
    law: SILENTLY,
    file: 'domain/escalation/refit.ts',
    from: 'if (refit.dueAt <= now && !(',
    to: 'if (refit.dueAt < 0 && !(',
  },
  {
    law: SILENTLY,
    file: 'domain/commands/override-priority/override-priority.ts',
    from: "if (!body.breachAllTheSame) refuseBreaches(draft, '#/level');",
    to: '',
  },
  {
    law: 'a level that was set holds until its date and no longer; without one the weighing does',
    file: 'domain/escalation/override/evolve-override.ts',
    from: 'priority: { ...state.priority, level: state.weighedLevel },',
    to: 'priority: state.priority,',
  },
  {
    law: 'a level that was set holds until its date and no longer; without one the weighing does',
    file: 'domain/escalation/evolve-facts.ts',
    from: 'state.override ? { ...data, level: state.override.level } : data',
    to: 'data',
  },
  {
    law: "what is offered stays its owner's until whom it is offered to accepts it",
    file: 'domain/commands/accept-hand-over/accept-hand-over.ts',
    from: "namedOwner(state, by.id, '#', draft.now)",
    to: "namedOwner(state, state.signerId ?? by.id, '#', draft.now)",
  },
];
