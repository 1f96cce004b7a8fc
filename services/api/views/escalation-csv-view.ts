import type { EscalationItemView } from './escalation.schema';

type Cell = (item: EscalationItemView) => string | number;

/** The columns of an export by their headings, in plain words; moments are ISO 8601 in UTC. */
export const listedItemColumns: Readonly<Record<string, Cell>> = {
  Reference: ({ ref }) => ref,
  Summary: ({ summary }) => summary,
  Account: ({ account }) => account.name,
  Tier: ({ account }) => account.tier ?? 'unknown',
  Level: ({ priority }) => priority.level,
  Score: ({ priority }) => priority.score,
  Status: ({ status }) => status,
  Stage: ({ stage }) => stage ?? '',
  Owner: ({ owner }) => owner?.name ?? '',
  'Due at': ({ dueAt }) => dueAt ?? '',
  Overdue: ({ dueAt, now }) => yesNo(dueAt !== null && dueAt < now),
  Breached: ({ breached }) => yesNo(breached),
  'Chain reached': ({ chain }) => chain?.rung ?? '',
  'Nobody notified': ({ unheard }) => yesNo(unheard),
  'Next thing': ({ next }) => (next ? `${next.rung} (${next.clockId})` : ''),
  'Next thing at': ({ next }) => next?.at ?? '',
  'Acknowledged at': ({ acknowledgedAt }) => acknowledgedAt ?? '',
  'Open promises': ({ commitments }) => commitments.open,
  'Broken promises': ({ commitments }) => commitments.broken,
  'Next promise due at': ({ commitments }) => commitments.nextDueAt ?? '',
  Pauses: ({ pauses }) => pauses,
  Paused: ({ paused }) => paused,
  'Share of time paused': ({ pausedShare }) => pausedShare,
  'Paused until': ({ pausedUntil }) => pausedUntil ?? '',
  'Level set until': ({ levelSetUntil }) => levelSetUntil ?? '',
  Severity: ({ severity }) => severity,
  Door: ({ door }) => door,
  'Contact name': ({ contact }) => contact?.name ?? '',
  'Contact mail': ({ contact }) => contact?.email ?? '',
  'Root cause': ({ rootCause }) => rootCause ?? '',
  'Received at': ({ receivedAt }) => receivedAt,
  'Raised at': ({ raisedAt }) => raisedAt,
  'Closed at': ({ closedAt }) => closedAt ?? '',
  'Settled at': ({ settledAt }) => settledAt ?? '',
  Imported: ({ quiet }) => yesNo(quiet),
  'External reference': ({ externalRef }) => externalRef ?? '',
  Id: ({ id }) => id,
};

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}
