import type { EscalationEvent } from '../../../domain/escalation/events';
import type { Escalation } from '../../../domain/escalation/state';
import { CHANNELS } from '../../../domain/message';
import type { Message } from '../../../domain/message';
import type { Notice } from '../../../domain/notice';
import { workMails } from './projection-work-mails';
import type { InboxRow, MessageRow } from './read-tables';

const noticesOf = (event: EscalationEvent): readonly Notice[] => ('notices' in event.data ? event.data.notices : []);

/** What an event puts into the in-app inboxes. */
export function inboxRows(escalationId: string, event: EscalationEvent): InboxRow[] {
  return noticesOf(event).map((notice) => ({
    notice_id: notice.id,
    person_id: notice.toId,
    escalation_id: escalationId,
    seq: event.seq,
    kind: notice.kind,
    via: notice.via,
    text: notice.text,
    clock_ids: notice.clockIds,
    at: event.at,
  }));
}

/** The ids of the messages that an event may settle. */
export function messagesSettledBy(event: EscalationEvent): string[] {
  if ('noticeId' in event.data) return [event.data.noticeId];
  return 'deliveryId' in event.data && event.data.deliveryId !== null ? [event.data.deliveryId] : [];
}

/** Folds an event into the messages of its escalation; `state` is the one after it. A changed row is a new object. */
export function projectMessages(messages: Map<string, MessageRow>, state: Escalation, event: EscalationEvent): void {
  for (const notice of noticesOf(event)) messages.set(notice.id, noticeMessage(state.id, event, notice));
  for (const mail of workMails(state, event)) messages.set(mail.id, mail);
  const said = saidToCustomer(state.id, event);
  if (said) messages.set(said.id, said);
  else settle(messages, event);
}

/** Word between us and the customer: with a step, by an interim update, or recorded. */
function saidToCustomer(escalationId: string, event: EscalationEvent): MessageRow | null {
  switch (event.type) {
    case 'step.completed': {
      const { step, round, body, occurredAt } = event.data;
      const message = messageIn(body);
      return (
        message && customerMessage(escalationId, event, { id: `${step}.${round}`, kind: step, message, occurredAt })
      );
    }
    case 'customer.informed': {
      const { message, occurredAt, deliveryId } = event.data;
      const id = deliveryId ?? `contact.${event.seq}`;
      const kind = event.data.with ?? 'interim-update';
      return customerMessage(escalationId, event, { id, kind, message, occurredAt });
    }
    case 'contact.recorded': {
      const { channel, body, occurredAt, direction } = event.data;
      const said = { id: `contact.${event.seq}`, kind: direction, message: { channel, body }, occurredAt };
      return { ...customerMessage(escalationId, event, said), state: 'recorded', settled_at: event.at };
    }
    default:
      return null;
  }
}

/** The message that a step's body carries, whatever the step calls it. */
function messageIn(body: unknown): Message | null {
  if (typeof body !== 'object' || body === null) return null;
  const found: unknown = Object.values(body).find((part: unknown) => isMessage(part));
  return isMessage(found) ? found : null;
}

function isMessage(part: unknown): part is Message {
  if (typeof part !== 'object' || part === null || !('channel' in part) || !('body' in part)) return false;
  return typeof part.body === 'string' && CHANNELS.some((channel) => channel === part.channel);
}

function settle(messages: Map<string, MessageRow>, event: EscalationEvent): void {
  const settlement = settlementOf(event);
  for (const id of settlement ? messagesSettledBy(event) : []) {
    const row = messages.get(id);
    // What was only written down needs no sending; its step's other work may still come or fail.
    if (row && row.state !== 'recorded') messages.set(id, { ...row, ...settlement });
  }
}

type Settlement = Pick<MessageRow, 'state' | 'message_id' | 'settled_at' | 'failure'>;

function settlementOf({ type, at, data }: EscalationEvent): Settlement | null {
  const sent = (messageId: string | null): Settlement => ({
    state: 'sent',
    message_id: messageId,
    settled_at: at,
    failure: null,
  });
  const failed = (failure: string): Settlement => ({ state: 'failed', message_id: null, settled_at: at, failure });
  switch (type) {
    case 'notification.sent':
    case 'message.sent':
      return sent(data.messageId);
    case 'step.carried-out':
      return sent(messageIdIn(data.result));
    case 'notification.failed':
      return data.final ? failed(data.reason) : { ...failed(data.reason), state: 'late', settled_at: null };
    case 'message.failed':
    case 'step.work-failed':
      return failed(data.reason);
    default:
      return null;
  }
}

function noticeMessage(escalationId: string, event: EscalationEvent, notice: Notice): MessageRow {
  const mailed = notice.via === 'mail';
  return {
    escalation_id: escalationId,
    id: notice.id,
    seq: event.seq,
    audience: 'us',
    kind: notice.kind,
    channel: notice.via,
    to_id: notice.toId,
    subject: null,
    body: notice.text,
    at: event.at,
    state: mailed ? 'pending' : 'sent',
    message_id: null,
    settled_at: mailed ? null : event.at,
    failure: null,
  };
}

function messageIdIn(result: unknown): string | null {
  if (typeof result !== 'object' || result === null || !('messageId' in result)) return null;
  return typeof result.messageId === 'string' ? result.messageId : null;
}

interface Said {
  id: string;
  kind: string;
  message: Message;
  occurredAt: number;
}

function customerMessage(escalationId: string, event: EscalationEvent, said: Said): MessageRow {
  const { id, kind, message, occurredAt } = said;
  const mailed = message.channel === 'mail';
  return {
    escalation_id: escalationId,
    id,
    seq: event.seq,
    audience: 'customer',
    kind,
    channel: message.channel,
    to_id: null,
    subject: message.subject ?? null,
    body: message.body,
    at: occurredAt,
    state: mailed ? 'pending' : 'recorded',
    message_id: null,
    settled_at: mailed ? null : event.at,
    failure: null,
  };
}
