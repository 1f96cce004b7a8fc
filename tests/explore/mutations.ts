import { TOGETHER_MUTATIONS } from './mutations-together';
import { POLICY_MUTATIONS } from './mutations-policies';
import { WAITING_MUTATIONS } from './mutations-waiting';
import { PRESENCE_MUTATIONS } from './mutations-presence';
import { AGREEMENT_MUTATIONS } from './mutations-agreements';
import { TEAM_MUTATIONS } from './mutations-team';

/** A fault put into a copy of the code, and the law that must notice it. */
export interface Mutation {
  law: string;
  /** Below the repository's root. */
  file: string;
  /** Stands in the file exactly once. */
  from: string;
  to: string;
}

const STATE = 'domain/escalation';

/** Each law is broken once, some of them twice. */
export const MUTATIONS: readonly Mutation[] = [
  ...PRESENCE_MUTATIONS,
  {
    law: 'an open escalation that is not quiet always has a next thing due',
    file: `${STATE}/chain.ts`,
    from: "if (people.length === 0) return { at: nextAt, rung: 'everyone', to: [] };",
    to: 'if (people.length === 0) return null;',
  },
  {
    law: 'after a wake no running clock is past due, and nothing due is left',
    file: `${STATE}/due.ts`,
    from: 'at: clock.dueAt, rung:',
    to: 'at: clock.dueAt + 60_000, rung:',
  },
  {
    law: 'it sleeps again after each wake',
    file: `${STATE}/fire.ts`,
    from: '? now : clock.chain.nextAt;',
    to: '? now : now;',
  },
  {
    law: 'what is settled or withdrawn has no clock that waits, but for tasks after a settlement',
    file: 'domain/commands/withdraw/withdraw.ts',
    from: "for (const { id } of draft.state.clocks) cancelClock(draft, id, 'withdrawn');",
    to: "for (const { id } of draft.state.clocks.slice(1)) cancelClock(draft, id, 'withdrawn');",
  },
  {
    law: 'after the acknowledgment there is exactly one owner, always somebody known',
    file: `${STATE}/evolve-story.ts`,
    from: '  unreachedAt: [],\n  closedAt: null,',
    to: '  unreachedAt: [],\n  ownerId: null,\n  closedAt: null,',
  },
  {
    law: 'every breach of a loud escalation ends in somebody notified or in the alarm',
    file: `${STATE}/fire.ts`,
    from: 'if (!waiting) alarm(',
    to: 'if (waiting) alarm(',
  },
  {
    law: 'every breach of a loud escalation ends in somebody notified or in the alarm',
    file: `${STATE}/fire.ts`,
    from: 'if (next.to.length > 0) return;',
    to: 'if (next.to.length >= 0) return;',
  },
  {
    law: 'the manager who acknowledged and named another owner is told of each breach',
    file: `${STATE}/notices.ts`,
    from: '...(signer && signer.id !== duty?.id ?',
    to: '...(signer && signer.id !== duty?.id && dutyInbox ?',
  },
  {
    law: 'nothing closes unless the manager who acknowledged was told before, in this round',
    file: 'domain/commands/reassign/reassign.ts',
    from: '    informSigner(draft);\n',
    to: '',
  },
  {
    law: 'a rung never fires twice',
    file: `${STATE}/evolve-clocks.ts`,
    from: '        run: chain.run + 1,',
    to: '        run: chain.run,',
  },
  {
    law: 'no two notices have the same id',
    file: `${STATE}/notices.ts`,
    from: '${clock.id}.${clock.cycle}/${what}',
    to: '${clock.id}/${what}',
  },
  {
    law: 'events alone rebuild the state, also once they were JSON',
    file: `${STATE}/evolve-story.ts`,
    from: 'unreachedAt: [...state.unreachedAt, at],',
    to: 'unreachedAt: [...state.unreachedAt, Math.random()],',
  },
  {
    law: 'events alone rebuild the state, also once they were JSON',
    file: `${STATE}/evolve-facts.ts`,
    from: '  rootCauseNote: data.note,\n',
    to: '  rootCauseNote: undefined,\n',
  },
  {
    law: 'seqs are without gaps, times never go back, and what does not follow is not folded',
    file: `${STATE}/evolve.ts`,
    from: 'if (event.seq !== state.seq + 1)',
    to: 'if (event.seq > state.seq + 1)',
  },
  {
    law: 'seqs are without gaps, times never go back, and what does not follow is not folded',
    file: `${STATE}/draft.ts`,
    from: 'at: this.now,',
    to: 'at: this.now - (this.events.length > 3 ? 1 : 0),',
  },
  {
    law: 'a rejection is typed, says what is wrong, changes nothing, and comes again',
    file: `${STATE}/spoken.ts`,
    from: "invalid('invalid-content', 'It cannot have happened in the future.', { pointer, detail: 'in the future' });",
    to: "invalid('invalid-content', 'It cannot have happened in the future.');",
  },
  {
    law: 'done late is both breached and met; done in time but recorded late is met, with the breach kept',
    file: `${STATE}/clocks.ts`,
    from: "const late = clock.state !== 'paused' && metAt > clock.dueAt;",
    to: 'const late = draft.now > clock.dueAt;',
  },
  {
    law: 'done late is both breached and met; done in time but recorded late is met, with the breach kept',
    file: `${STATE}/evolve-clocks.ts`,
    from: "state: data.late ? 'breached' : 'met',",
    to: "state: 'met',",
  },
  {
    law: 'a step is done once a round, and never before what comes before it',
    file: 'domain/steps/customer-update/customer-update.ts',
    from: "after: ['intake', 'investigation'],",
    to: "after: ['intake'],",
  },
  {
    law: 'nothing closes without a root cause',
    file: 'domain/steps/closure/closure.ts',
    from: "draft.emit('root-cause.tagged',",
    to: "if (body.rootCause !== 'product-bug') draft.emit('root-cause.tagged',",
  },
  {
    law: 'nothing closes with a commitment open',
    file: 'domain/steps/closure/closure.ts',
    from: "state === 'open' || state === 'broken'",
    to: "state === 'open'",
  },
  {
    law: 'each commitment of an open escalation has a clock of its own until it is kept, due on its date',
    file: `${STATE}/rounds.ts`,
    from: '  resumePromises(draft);\n',
    to: '',
  },
  {
    law: 'a chain rests for 60 minutes after a take-charge, then begins again at its first rung',
    file: `${STATE}/evolve-clocks.ts`,
    from: '        nextAt: data.untilAt,',
    to: '        nextAt: chain.nextAt,',
  },
  {
    law: 'a chain rests for 60 minutes after a take-charge, then begins again at its first rung',
    file: `${STATE}/evolve-clocks.ts`,
    from: '        fired: 0,\n        firedAt: null,',
    to: '        fired: chain.fired,\n        firedAt: null,',
  },
  {
    law: 'the next rung never goes earlier than 30 minutes after, but for one that reached nobody',
    file: `${STATE}/fire.ts`,
    from: 'if (firedAt !== null && firedAt + termsOf(state).rungEveryMs > now) return false;',
    to: 'if (firedAt === now) return false;',
  },
  {
    law: 'after two rounds a chain goes on every four hours',
    file: `${STATE}/fire.ts`,
    from: '(number >= loudRungs(state, people) ?',
    to: '(number > loudRungs(state, people) ?',
  },
  {
    law: 'a chain goes up the line, one after the other, to those who are here',
    file: `${STATE}/chain.ts`,
    from: 'const told = standInFor(state, next, at);',
    to: 'const told = next;',
  },
  {
    law: 'a wake takes each chain up one rung at most, and bundles what goes to the same people',
    file: `${STATE}/fire.ts`,
    from: 'bundled ? alsoBundled(draft, clock) : [];',
    to: 'bundled && people.length > 9 ? alsoBundled(draft, clock) : [];',
  },
  {
    law: 'a chain goes on until somebody acts: forgotten after a take-charge, it starts again',
    file: `${STATE}/holds.ts`,
    from: 'draft.now + termsOf(draft.state).takeChargeMs',
    to: 'draft.now + 2 * termsOf(draft.state).takeChargeMs',
  },
  {
    law: 'no P3 or P4 mail goes outside of the business hours of who gets it, in their own zone',
    file: `${STATE}/fire.ts`,
    from: 'const next = nextRung(state, clock, now);',
    to: 'const next = nextRung(state, clock);',
  },
  {
    law: 'no P3 or P4 mail goes outside of the business hours of who gets it, in their own zone',
    file: 'domain/calendar/hours.ts',
    from: 'hour < daily.toHour',
    to: 'hour <= daily.toHour',
  },
  {
    law: 'no P2 rung or breach is mailed to a VP outside of their waking hours',
    file: `${STATE}/chain.ts`,
    from: 'LEVELS.findLast((level) => to.roles.includes(level)) ?? (LEVELS[index] as ChainLevel)',
    to: 'LEVELS[index] as ChainLevel',
  },
  {
    law: 'a breach of a P3 or P4 shows in the inbox of the duty manager at once',
    file: `${STATE}/notices.ts`,
    from: "...(duty ? [tell(duty.id, 'inbox')] : []),",
    to: "...(duty?.available ? [tell(duty.id, 'inbox')] : []),",
  },
  {
    law: 'nobody is reminded who acted in the last 30 minutes',
    file: `${STATE}/fire.ts`,
    from: 'actedAt > draft.now - termsOf(draft.state).reminderSparesActiveMs;',
    to: 'actedAt > draft.now - termsOf(draft.state).reminderSparesActiveMs / 2;',
  },
  {
    law: 'a wake sends one reminder a person at most',
    file: `${STATE}/fire.ts`,
    from: 'const notices = index === 0 ? [notice] : [];',
    to: 'const notices = index >= 0 ? [notice] : [];',
  },
  {
    law: 'no clock of a P1 or P2 runs out before whom it watches was reminded, or spared',
    file: `${STATE}/clocks.ts`,
    from: 'return at < clock.dueAt ? at : null;',
    to: "return at < clock.dueAt && clock.for === 'step' ? at : null;",
  },
  {
    law: 'what is quiet sends nothing by itself until it is activated',
    file: `${STATE}/clocks.ts`,
    from: 'const notices = state.quiet ? [] : breachNotices(state, clock, now);',
    to: 'const notices = breachNotices(state, clock, now);',
  },
  {
    law: 'whoever may not act is refused always, and whoever may is never told that they may not',
    file: `${STATE}/standing.ts`,
    from: '  if (!step.by.some((one) => isThem(state, one, by, now))) refusePerson(state, step.by, by, step.title);\n',
    to: '',
  },
  {
    law: 'whoever may not act is refused always, and whoever may is never told that they may not',
    file: 'domain/commands/take-charge/take-charge.ts',
    from: 'const forAll = ownsHere(',
    to: 'const forAll = by.id.length > 0 || ownsHere(',
  },
  {
    law: 'nothing is done in a status that does not allow it',
    file: 'domain/commands/reopen/reopen.ts',
    from: "in: ['closed', 'settled', 'withdrawn'],",
    to: "in: ['open', 'closed', 'settled', 'withdrawn'],",
  },
  {
    law: 'the 2 h run from the receipt, the 4 h and 8 h from the acknowledgment, the 7 days from the closure',
    file: 'domain/steps/intake/intake.ts',
    from: "startPlannedClocks(draft, 'acknowledgment', occurredAt);",
    to: "startPlannedClocks(draft, 'acknowledgment', draft.now);",
  },
  {
    law: 'the 2 h run from the receipt, the 4 h and 8 h from the acknowledgment, the 7 days from the closure',
    file: 'domain/steps/closure/closure.ts',
    from: "startPlannedClocks(draft, 'closure', occurredAt);",
    to: "startPlannedClocks(draft, 'closure', draft.now);",
  },
  {
    law: 'keep-informed runs from the customer update until closure, daily for a P1 and every two days for others',
    file: 'domain/steps/closure/closure.ts',
    from: "meetClock(draft, 'keep-informed', occurredAt);",
    to: '',
  },
  {
    law: 'word to the customer starts the time until the next word anew, from when it was spoken',
    file: 'domain/commands/record-contact/record-contact.ts',
    from: 'customerHeard(draft, occurredAt);',
    to: 'customerHeard(draft, draft.now);',
  },
  ...AGREEMENT_MUTATIONS,
  ...TEAM_MUTATIONS,
  ...TOGETHER_MUTATIONS,
  ...WAITING_MUTATIONS,
  ...POLICY_MUTATIONS,
];
