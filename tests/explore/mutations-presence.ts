import type { Mutation } from './mutations';

const STATE = 'domain/escalation';

/** Faults about who is here, who stands in, who is on duty, and what leavers leave behind. */
export const PRESENCE_MUTATIONS: readonly Mutation[] = [
  {
    law: 'whoever has left holds nothing any more, but what stands on record as stranded',
    file: `${STATE}/leavers/holdings.ts`,
    from: "const OWED = ['open', 'broken'];",
    to: "const OWED = ['broken'];",
  },
  {
    law: 'whoever has left holds nothing any more, but what stands on record as stranded',
    file: `${STATE}/due.ts`,
    from: 'const leftAt = passOnAt(state, now);',
    to: 'const leftAt = state.ownerId === null ? null : passOnAt({ ...state, ownerId: null }, now);',
  },
  {
    law: 'by itself a place changes hands only when its holder has left, to somebody who is here and is told',
    file: `${STATE}/leavers/pass-on.ts`,
    from: 'if (leaver.leftAt > draft.now) continue;',
    to: '',
  },
  {
    law: 'by itself a place changes hands only when its holder has left, to somebody who is here and is told',
    file: `${STATE}/leavers/heir.ts`,
    from: 'isHere(one, at) && mayTake',
    to: 'mayTake',
  },
  {
    law: 'by itself a place changes hands only when its holder has left, to somebody who is here and is told',
    file: `${STATE}/leavers/pass-on.ts`,
    from: 'const notices = told(draft, leaver, place, heir);',
    to: 'const notices: never[] = [];',
  },
  {
    law: 'a decision passes on to nobody who asked for it, nor to the owner',
    file: `${STATE}/leavers/heir.ts`,
    from: 'asked.id === id && isTheirOwn(state, asked, one.id)',
    to: 'false',
  },
  {
    law: 'that nobody is there for what somebody left behind is said once',
    file: `${STATE}/leavers/evolve-leavers.ts`,
    from: 'stranded: [...new Set([...state.stranded, placeKey(personId, place)])],',
    to: 'stranded: [],',
  },
  {
    law: 'one reminder a clock, at 75 % of its time and before its end, to whom it watches or their delegate',
    file: `${STATE}/chain.ts`,
    from: 'return responsible && (standInFor(state, responsible, at) ?? responsible);',
    to: 'return responsible;',
  },
  {
    law: 'a chain goes up the line, one after the other, to those who are here',
    file: `${STATE}/chain.ts`,
    from: 'state.duty.find(({ fromAt, toAt }) => fromAt <= at && at < toAt)?.personId',
    to: 'state.duty.find(({ fromAt }) => fromAt <= at)?.personId',
  },
  {
    law: 'whoever may not act is refused always, and whoever may is never told that they may not',
    file: `${STATE}/standing.ts`,
    from: 'return person !== null && standInFor(state, person, now)?.id === by.id;',
    to: 'return person !== null && false;',
  },
  {
    law: 'whoever is named as owner is a senior person who is here',
    file: `${STATE}/named.ts`,
    from: 'if (!isHere(person, now)) {',
    to: 'if (person.id === pointer) {',
  },
  {
    law: 'one reminder a clock, at 75 % of its time and before its end, to whom it watches or their delegate',
    file: `${STATE}/clocks.ts`,
    from: 'Math.round(clock.budgetMs * share) - usedBefore)',
    to: 'Math.round(clock.budgetMs * share) - usedBefore - 60_000)',
  },
];
