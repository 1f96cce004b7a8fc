import type { Escalation } from '../../../domain/escalation/state';
import type { Contact } from '../../../domain/intake';
import type { ContactChange } from '../../shared/store/messages';
import type { MessageRow } from '../../shared/store/read-tables';
import type { MessageView } from './message.schema';
import { iso, isoOrNull } from './moments';

const STATES: Readonly<Record<MessageRow['state'], MessageView['state']>> = {
  pending: 'waiting',
  late: 'waiting',
  sent: 'sent',
  failed: 'failed',
  recorded: 'recorded',
};

/** A message as JSON; `changes` are those of the customer's contact. */
export function messageView(state: Escalation, row: MessageRow, changes: readonly ContactChange[]): MessageView {
  return {
    id: row.id,
    seq: row.seq,
    at: iso(row.at),
    audience: row.audience,
    kind: row.kind,
    channel: row.channel as MessageView['channel'],
    to: row.audience === 'customer' ? toCustomer(state, row, changes) : toUs(state, row),
    subject: row.subject,
    text: row.body,
    state: STATES[row.state],
    settledAt: isoOrNull(row.settled_at),
    failure: row.failure,
  };
}

function toUs(state: Escalation, { to_id: id, channel }: MessageRow): MessageView['to'] {
  const person = id === null ? undefined : state.people[id];
  return { id, name: person?.name ?? id, address: channel === 'mail' ? (person?.email ?? null) : null };
}

/** The contact as it was known when the message was written; word of the customer to us goes to nobody of theirs. */
function toCustomer(state: Escalation, row: MessageRow, changes: readonly ContactChange[]): MessageView['to'] {
  if (row.kind === 'from-customer') return { id: null, name: null, address: null };
  const contact = contactAt(state.complaint.contact, changes, row.seq);
  return { id: null, name: contact?.name ?? null, address: row.channel === 'mail' ? (contact?.email ?? null) : null };
}

function contactAt(now: Contact | null, changes: readonly ContactChange[], seq: number): Contact | null {
  const next = changes.find((change) => change.seq > seq);
  return next ? next.from : now;
}
