import type { EscalationEvent } from '../../../domain/escalation/events';
import type { Escalation } from '../../../domain/escalation/state';
import type { MessageRow } from './read-tables';

/** What a step mails to one of us beside its message to the customer, by the name of its Message-ID in the result. */
const WORK_MAILS = {
  ownerMessageId: {
    kind: 'owner-told',
    toId: (state: Escalation) => state.ownerId,
    text: 'You own this escalation: the facts, what is due, and the acknowledgment as the customer got it.',
  },
  invitationMessageId: {
    kind: 'check-in-invitation',
    toId: (_state: Escalation, result: Record<string, unknown>) => result.inviteeId,
    text: 'An invitation to the check-in with the customer, for the calendar.',
  },
} as const;

/** The mails to us that the work of a step has sent; they are known once they went out. */
export function workMails(state: Escalation, event: EscalationEvent): MessageRow[] {
  if (event.type !== 'step.carried-out') return [];
  const result = event.data.result as Record<string, unknown> | null;
  return Object.entries(WORK_MAILS).flatMap(([name, { kind, toId, text }]) => {
    const messageId = result?.[name];
    const to = result && toId(state, result);
    if (typeof messageId !== 'string' || typeof to !== 'string') return [];
    return [
      {
        ...{ escalation_id: state.id, id: `${event.data.deliveryId}.${kind}`, seq: event.seq, audience: 'us', kind },
        ...{ channel: 'mail', to_id: to, subject: null, body: text, at: event.at },
        ...{ state: 'sent', message_id: messageId, settled_at: event.at, failure: null },
      },
    ];
  });
}
