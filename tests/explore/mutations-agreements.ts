import type { Mutation } from './mutations';

const APPROVALS = 'domain/escalation/approvals';

/** Each law of promises and decisions is broken once, some of them twice. */
export const AGREEMENT_MUTATIONS: readonly Mutation[] = [
  {
    law: 'no remedy is promised or done past an undecided one',
    file: `${APPROVALS}/remedies.ts`,
    from: "if (one.state === 'open') return true;",
    to: "if (one.state === 'open') return false;",
  },
  {
    law: 'no remedy is promised or done past an undecided one',
    file: `${APPROVALS}/authority.ts`,
    from: 'if (amount.amount <= most) return null;',
    to: 'if (amount.amount <= most * 100) return null;',
  },
  {
    law: 'no remedy is promised or done past an undecided one',
    file: `${APPROVALS}/authority.ts`,
    from: 'return one.solution === other.solution && amountOf(one) === amountOf(other);',
    to: 'return one.solution === other.solution;',
  },
  {
    law: 'a decision is made by somebody with the authority, who neither asked for it nor owns the escalation',
    file: `${APPROVALS}/deciders.ts`,
    from: 'return approval.requestedBy.id === personId || state.ownerId === personId;',
    to: 'return approval.requestedBy.id === personId && state.ownerId !== personId;',
  },
  {
    law: 'a decision is made by somebody with the authority, who neither asked for it nor owns the escalation',
    file: 'domain/commands/decide-approval/decide-approval.ts',
    from: '  if (beyond === null) return null;',
    to: '  if (beyond !== undefined) return null;',
  },
  {
    law: 'an approval is used once, for its remedy and its amount',
    file: `${APPROVALS}/remedies.ts`,
    from: "(one) => one.state === 'approved' && one.usedAt === null && isSameRemedy(one.subject, remedy),",
    to: "(one) => one.state === 'approved',",
  },
  {
    law: 'what is held is done as soon as it is allowed, or lapses: never both, never neither, and nothing before',
    file: 'domain/escalation/decide.ts',
    from: '    doAllowed(draft);\n',
    to: '',
  },
  {
    law: 'what is held is done as soon as it is allowed, or lapses: never both, never neither, and nothing before',
    file: 'domain/escalation/decide.ts',
    from: 'carryOut(new Draft(draft.state, draft.now, by), definition, wanted);',
    to: 'carryOut(draft, definition, wanted);',
  },
  {
    law: 'a decision that is owed has a clock of its own, until it is made or not needed any more',
    file: 'domain/commands/decide-approval/decide-approval.ts',
    from: '    meetClock(draft, `approval:${approvalId}`, now);\n',
    to: '',
  },
  {
    law: 'a decision that is owed has a clock of its own, until it is made or not needed any more',
    file: 'domain/steps/closure/closure.ts',
    from: "      cancelApprovals(draft, 'the escalation is closed');\n",
    to: '',
  },
  {
    law: 'a promise moves before its date or never, and the customer is told; a broken one is replaced, not moved',
    file: 'domain/commands/move-commitment/move-commitment.ts',
    from: "if (state === 'broken' || dueAt <= now) {",
    to: 'if (dueAt === now) {',
  },
  {
    law: 'a promise moves before its date or never, and the customer is told; a broken one is replaced, not moved',
    file: 'domain/commands/move-commitment/move-commitment.ts',
    from: 'informCustomer(draft, message, {',
    to: "if (message.body === '') informCustomer(draft, message, {",
  },
  {
    law: 'a promise dated before the tasks it depends on is made only where it says so',
    file: 'domain/escalation/promises/before-tasks.ts',
    from: "is === 'open' && dueAt > promise.due)",
    to: "is === 'open' && dueAt > promise.due + 86_400_000)",
  },
];
