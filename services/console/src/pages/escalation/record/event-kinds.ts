import { Cog, Flag, Mail, StickyNote, Timer, UserRound, type LucideIcon } from 'lucide-react';

/** A kind of event, as the timeline is filtered by it. */
export interface EventKind {
  kind: string;
  label: string;
  icon: LucideIcon;
  /** What the types of its events begin with. */
  prefixes: readonly string[];
}

const STEPS = ['escalation.', 'step.', 'commitment.', 'approval.', 'attempt.', 'check-in.', 'root-cause.', 'merge.'];
const PEOPLE = [
  ...['owner.', 'signer.', 'hand-over.', 'team.', 'task.', 'escalation-manager.', 'sponsor.', 'counterpart.', 'place.'],
];
const NOTES = ['note.', 'fact.', 'priority.', 'link.', 'umbrella.'];
const SYSTEM = ['people.', 'command.', 'import.', 'time.', 'policy.', 'peer.'];

/** Every kind, in the order in which they are offered. */
export const EVENT_KINDS: readonly EventKind[] = [
  { kind: 'steps', label: 'Steps and promises', icon: Flag, prefixes: STEPS },
  { kind: 'clocks', label: 'Clocks and chain', icon: Timer, prefixes: ['clock.', 'chain.', 'nobody.', 'reminder.'] },
  { kind: 'messages', label: 'Messages', icon: Mail, prefixes: ['message.', 'notification.', 'customer.', 'contact.'] },
  { kind: 'people', label: 'People and tasks', icon: UserRound, prefixes: PEOPLE },
  { kind: 'notes', label: 'Notes and facts', icon: StickyNote, prefixes: NOTES },
  { kind: 'system', label: 'System', icon: Cog, prefixes: SYSTEM },
];

/** The kind of an event by its type. */
export function kindOf(type: string): EventKind {
  return (
    EVENT_KINDS.find(({ prefixes }) => prefixes.some((prefix) => type.startsWith(prefix))) ??
    (EVENT_KINDS.at(-1) as EventKind)
  );
}

/** The types that these kinds hold, as the API filters by them; nothing where every kind is wanted. */
export function typesOf(kinds: readonly string[]): string {
  return EVENT_KINDS.filter(({ kind }) => kinds.includes(kind))
    .flatMap(({ prefixes }) => prefixes)
    .join(',');
}

const LOUD = [
  'clock.breached',
  'chain.advanced',
  'nobody.notified',
  'notification.failed',
  'message.failed',
  'step.work-failed',
];
const GOOD = [
  'step.completed',
  'clock.met',
  'commitment.kept',
  'task.completed',
  'escalation.settled',
  'escalation.closed',
];

/** Whether an event is bad news, good news or neither. */
export function newsOf({
  type,
  data,
}: {
  type: string;
  data: Readonly<Record<string, unknown>>;
}): 'bad' | 'good' | 'plain' {
  if (LOUD.includes(type) || (type === 'clock.met' && data.late === true)) return 'bad';
  return GOOD.includes(type) ? 'good' : 'plain';
}
