import { amount, clockTitle, distance, moment, oneLine } from '../../../activities/mail/wording';
import { counted } from '../../../domain/counted';
import type { EscalationEvent, EventOf, EventType } from '../../../domain/escalation/events';
import type { Money } from '../../../domain/money';
import { findStep } from '../../../domain/steps/plan';
import { teamForetellers } from './follows-team';
import { waitingForetellers } from './follows-waiting';

/** Who reads it, and from which moment. */
export interface Foretelling {
  nameOf: (personId: string) => string;
  /** When a clock would be due as things stand; null where it does not run. */
  dueBefore: (clockId: string) => number | null;
  /** The reader's zone. */
  zone: string;
  now: number;
}

/** Tells what one type of event would bring about; null where it concerns machines alone. */
export type Foreteller<T extends EventType> = (event: EventOf<T>, telling: Foretelling) => string | null;

const at = (atMs: number, { zone, now }: Foretelling) => `${moment(atMs, zone)} (${distance(atMs, now)})`;
const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** A fact as people write it: of a contact or an amount its parts. */
function known(fact: unknown): string {
  if (fact === null || fact === undefined || fact === '') return 'unknown';
  if (typeof fact === 'boolean') return fact ? 'yes' : 'no';
  if (isMoney(fact)) return amount(fact);
  if (typeof fact === 'object') return Object.values(fact).map(known).join(', ');
  return typeof fact === 'string' ? oneLine(fact, 60) : JSON.stringify(fact);
}

function isMoney(fact: unknown): fact is Money {
  return typeof fact === 'object' && fact !== null && 'currency' in fact && 'amount' in fact;
}

/** Whether the message of a step was said by another channel than mail. */
function saidElsewhere(body: unknown): boolean {
  const parts: unknown[] = typeof body === 'object' && body !== null ? Object.values(body) : [];
  return parts.some(
    (part) => typeof part === 'object' && part !== null && 'channel' in part && part.channel !== 'mail',
  );
}

const foretellers: { [T in EventType]?: Foreteller<T> } = {
  'step.completed': ({ data }, telling) => {
    const title = findStep(data.step)?.title ?? data.step;
    const since = data.recordedLate ? ` as of ${moment(data.occurredAt, telling.zone)}` : '';
    return `${title} is done${since}${saidElsewhere(data.body) ? '; nothing is sent to the customer' : ''}.`;
  },
  'owner.assigned': ({ data }, { nameOf }) =>
    `${nameOf(data.ownerId)} owns it${data.previousId ? ` instead of ${nameOf(data.previousId)}` : ''}.`,
  'signer.informed': ({ data }, { nameOf }) =>
    `${data.notices.map(({ toId }) => nameOf(toId)).join(', ')}, who acknowledged it, learns that it is about to be closed.`,
  'clock.started': ({ data }, telling) => {
    if (data.for === 'commitment' || data.for === 'task') return null;
    if (data.for === 'keep-informed') return `The customer hears from us again by ${at(data.dueAt, telling)}.`;
    return `${capital(clockTitle(data.clockId))}: due ${at(data.dueAt, telling)}.`;
  },
  'clock.breached': ({ data }, { zone }) =>
    `${capital(clockTitle(data.clockId))} counts as overdue: it was due ${moment(data.dueAt, zone)}.`,
  'clock.met': ({ data }) => {
    // It stops only to start again, or because nothing more is owed: what follows says so.
    if (data.clockId === 'keep-informed') return null;
    const how = data.late ? 'late' : data.recordedLate ? 'in time though recorded late' : 'in time';
    return `The clock of the ${clockTitle(data.clockId)} stops, ${how}.`;
  },
  'clock.cancelled': ({ data }) => `The clock of the ${clockTitle(data.clockId)} is cancelled.`,
  'clock.moved': ({ data }, telling) => {
    const before = telling.dueBefore(data.clockId);
    const instead = before === null ? '' : ` instead of ${moment(before, telling.zone)}`;
    return `${capital(clockTitle(data.clockId))}: due ${at(data.dueAt, telling)}${instead}.`;
  },
  'policy.applied': ({ data }) =>
    `Version ${data.policy.version} of the policy holds from now on instead of version ${data.fromVersion}; its steps stay.`,
  'chain.held': ({ data }, telling) => `Nobody further up is told until ${at(data.untilAt, telling)}.`,
  'commitment.made': ({ data }, telling) =>
    `Promised for ${at(data.dueAt, telling)}, kept by ${telling.nameOf(data.responsibleId)}: ${oneLine(data.text, 120)}`,
  'commitment.moved': ({ data }, telling) =>
    `The promise of ${moment(data.fromAt, telling.zone)} is due ${at(data.dueAt, telling)} instead.`,
  'commitment.replaced': ({ data }) => `${data.commitmentId} is replaced, and stays on record as broken.`,
  'approval.requested': ({ data }, { nameOf }) =>
    `${data.approverId ? nameOf(data.approverId) : 'Nobody above'} is asked to allow it: ${data.because}.${
      data.attempt ? ' It is done as soon as they do, and not before.' : ''
    }`,
  'approval.decided': ({ data }) => `${data.approvalId} is ${data.decision}.`,
  'approval.cancelled': ({ data }) => `${data.approvalId} is not asked for any more: ${data.because}.`,
  'approval.used': ({ data }) => `It is done as ${data.approvalId} allows it.`,
  'attempt.lapsed': ({ data }) => `What waited for it cannot be done any more: ${oneLine(data.because, 200)}`,
  'commitment.kept': ({ data }, { zone }) => `The promise counts as kept on ${moment(data.keptAt, zone)}.`,
  'customer.informed': ({ data }) =>
    data.message.channel === 'mail'
      ? 'The customer gets this mail; the full account stays due.'
      : 'Recorded as said to the customer, nothing is sent; the full account stays due.',
  'contact.recorded': () => 'The contact is recorded; nothing is sent.',
  'fact.amended': ({ data }) => `${capital(data.fact)} changes from ${known(data.from)} to ${known(data.to)}.`,
  'priority.assessed': ({ data }) => `The priority is ${data.level}, ${data.score} points.`,
  ...teamForetellers,
  ...waitingForetellers,
  'note.added': () => 'The note stands on the timeline for everybody who sees this escalation.',
  'root-cause.tagged': ({ data }) => `The root cause on record is ${data.rootCause.replaceAll('-', ' ')}.`,
  'check-in.attempted': ({ data }) => `Attempt ${data.attempt} is noted: the customer was not reached.`,
  'merge.begun': ({ data }) =>
    `It ends here, and goes on in ${data.into.ref}, with ${counted(data.estate.promises.length, 'open promise')} and ${counted(data.estate.tasks.length, 'open task')}, if that one can take it.`,
  'link.added': ({ data }) => `${data.other.ref} shows the link as well.`,
  'link.removed': () => 'The other one shows no link any more.',
  'umbrella.joined': ({ data }) => `The investigation and the solution of ${data.umbrella.ref} are its own as well.`,
  'umbrella.left': ({ data }) => `What ${data.umbrella.ref} has not done yet is done here.`,
  'escalation.closed': () => 'It is closed, and the follow-up begins.',
  'escalation.settled': ({ data }) =>
    data.outcome === 'improved'
      ? 'It is settled: the customer is better off.'
      : 'It is settled as unconfirmed: the customer was not reached.',
  'escalation.reopened': ({ data }) => `It is open again: round ${data.round}.`,
  'escalation.withdrawn': () => 'It is withdrawn: nothing more is owed.',
  'escalation.activated': () => 'From now on its clocks remind and climb.',
  'import.reported': ({ data }, { nameOf }) =>
    data.notices.length > 0 ? `${nameOf(data.notices[0]?.toId ?? '')} gets the digest of the import.` : null,
};

/** What these events would bring about, in sentences; what only concerns machines is left out. */
export function follows(events: readonly EscalationEvent[], telling: Foretelling): string[] {
  return events.flatMap((event) => {
    const foretell = foretellers[event.type] as Foreteller<EventType> | undefined;
    return foretell?.(event, telling) ?? [];
  });
}
