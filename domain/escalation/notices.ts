import type { Notice, NoticeKind } from '../notice';
import type { Person } from '../people';
import { climbedFor, remindedFor } from './behalf';
import { subjectInWords } from './approvals/subject-in-words';
import { approvalOf, commitmentOf, dutyManager, mayReach, taskOf } from './chain';
import { knownPerson } from './known';
import type { Clock, Escalation } from './state';

const CLOCK_NAMES: Readonly<Record<string, string>> = {
  intake: 'the acknowledgment within 2 h',
  investigation: 'the investigation within 4 h',
  'customer-update': 'the full account to the customer within 8 h',
  'check-in': 'the check-in after closure',
  'keep-informed': 'word to the customer',
};

/** What a clock watches, in words. */
export function clockName(state: Escalation, clock: Clock): string {
  const promise = commitmentOf(state, clock);
  if (promise) return `the promise "${promise.text}"`;
  const task = taskOf(state, clock);
  if (task) return `the task "${task.text}"`;
  const asked = approvalOf(state, clock);
  if (asked) return `the decision on ${asked.requestedBy.name}'s request, ${subjectInWords(asked.subject)}`;
  return CLOCK_NAMES[clock.id] ?? `the ${clock.id.replaceAll('-', ' ')}`;
}

/** The stable key of what a clock does: its cycle keeps another round apart. */
function keyOf(state: Escalation, clock: Clock, what: string): string {
  return `${state.id}/${clock.id}.${clock.cycle}/${what}`;
}

/** The reminder to the responsible person, for all of their clocks that near their end in the same moment. */
export function reminderNotice(state: Escalation, clocks: readonly Clock[], to: Person, now: number): Notice {
  const names = clocks.map((clock) => clockName(state, clock)).join(' and ');
  return {
    id: keyOf(state, clocks[0] as Clock, `reminder/${to.id}`),
    kind: 'reminder',
    toId: to.id,
    via: 'mail',
    clockIds: clocks.map(({ id }) => id),
    text: `Three quarters of the time for ${names} are over.${onBehalf(remindedFor(state, clocks[0] as Clock, to, now))}`,
  };
}

function onBehalf(away: Person | null): string {
  return away ? ` You stand in for ${away.name}, who is away.` : '';
}

/** One notice a person for a rung of a chain. */
export function rungNotices(
  state: Escalation,
  clock: Clock,
  rung: { run: number; number: number; to: readonly Person[]; bundles: readonly Clock[]; now: number },
): Notice[] {
  const names = [clock, ...rung.bundles].map((one) => clockName(state, one)).join(' and ');
  return rung.to.map((to) => ({
    id: keyOf(state, clock, `chain.${rung.run}.${rung.number}/${to.id}`),
    kind: 'rung',
    toId: to.id,
    via: 'mail',
    clockIds: [clock.id, ...rung.bundles.map(({ id }) => id)],
    text: `Time has run out for ${names}, and nobody has taken charge.${onBehalf(climbedFor(state, clock, to, rung.now))}`,
  }));
}

/**
 * Who learns of a breach besides the chain: the manager who signed the acknowledgment and named another as owner, of a
 * promise or a task the escalation manager, and for quiet levels the duty manager's in-app inbox. Outside of the hours in
 * which word may reach somebody it waits in their inbox.
 */
export function breachNotices(state: Escalation, clock: Clock, now: number): Notice[] {
  const { dutyInbox } = state.policy.loudness[state.priority.level];
  const text = `Time has run out for ${clockName(state, clock)}.`;
  const tell = (toId: string, via: Notice['via']): Notice => ({
    id: keyOf(state, clock, `breach/${toId}`),
    kind: 'breach',
    toId,
    via,
    clockIds: [clock.id],
    text,
  });
  const duty = dutyInbox ? dutyManager(state, now) : null;
  const manager = coordinatorOf(state, clock);
  const signer = state.signerId !== null && state.signerId !== state.ownerId ? state.people[state.signerId] : undefined;
  const byMail = signer && !dutyInbox && mayReach(state, signer, now);
  return [
    ...(duty ? [tell(duty.id, 'inbox')] : []),
    ...(signer && signer.id !== duty?.id ? [tell(signer.id, byMail ? 'mail' : 'inbox')] : []),
    ...(manager && manager.id !== duty?.id && manager.id !== signer?.id
      ? [tell(manager.id, !dutyInbox && mayReach(state, manager, now) ? 'mail' : 'inbox')]
      : []),
  ];
}

/** The escalation manager holds everyone to what they promised and were asked to do (docs/process.md "People"). */
function coordinatorOf(state: Escalation, clock: Clock): Person | null {
  return clock.for === 'task' || clock.for === 'commitment' ? knownPerson(state, state.escalationManagerId) : null;
}

/** The alarm that a rung reached nobody, in the in-app inbox of everyone on the duty list, and of who is on the rota. */
export function alarmNotices(
  state: Escalation,
  clock: Clock,
  rung: { run: number; number: number },
  now: number,
): Notice[] {
  const { dutyManagerIds } = state.policy;
  const onRota = state.duty.length > 0 ? dutyManager(state, now) : null;
  return [...new Set([...dutyManagerIds, ...(onRota ? [onRota.id] : [])])].map((toId) => ({
    id: keyOf(state, clock, `alarm.${rung.run}.${rung.number}/${toId}`),
    kind: 'nobody-notified',
    toId,
    via: 'inbox',
    clockIds: [clock.id],
    text: `Nobody could be notified that time has run out for ${clockName(state, clock)}.`,
  }));
}

/** Word to one person that belongs to no clock. */
export function wordTo(toId: string, via: Notice['via'], kind: NoticeKind, state: Escalation, text: string): Notice {
  return { id: `${state.id}/${kind}.${state.seq}/${toId}`, kind, toId, via, clockIds: [], text };
}
