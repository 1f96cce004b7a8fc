import type { Channel, Message } from '../../domain/message';
import type { EscalationBrief, OutgoingMail, StepWork } from '../ports';
import { Undeliverable } from '../undeliverable';
import { customerMail } from './customer-mail';
import { oneLine } from './wording';

const TOLD: Record<Exclude<Channel, 'mail'>, string> = {
  phone: 'told by phone',
  meeting: 'told in a meeting',
  social: 'told by a social message',
};

/**
 * The mail that carries a step's message to the customer, or null where it was said by another channel.
 * @throws Undeliverable where the customer's address or the subject is missing.
 */
export function messageMail({ deliveryId, escalation, by }: StepWork, message: Message): OutgoingMail | null {
  if (message.channel !== 'mail') return null;
  if (!message.subject) throw new Undeliverable('the message has no subject');
  return customerMail({ deliveryId, escalation, by, subject: message.subject, body: message.body });
}

/** How the customer got a message, for the timeline: "mailed to Ann Lee", "told by phone". */
export function howTold({ contact }: EscalationBrief, { channel }: Message): string {
  if (channel !== 'mail') return TOLD[channel];
  return `mailed to ${oneLine(contact?.name ?? contact?.email ?? 'the customer', 120)}`;
}
