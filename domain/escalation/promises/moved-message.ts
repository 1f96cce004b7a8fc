import type { Message } from '../../message';
import type { Actor } from '../../people';
import { invalid } from '../../rejection';
import type { Commitment, Escalation } from '../state';

/**
 * The mail that tells the customer of a moved promise where the one who moves it wrote none. Our reason stays with us:
 * it was not written for the customer.
 */
export function movedMessage({ complaint }: Escalation, { text, dueAt }: Commitment, toAt: number, by: Actor): Message {
  const { contact } = complaint;
  if (!contact?.email) {
    invalid('contact-missing', 'The customer has no mail address yet: say how they were told, or amend the contact.', {
      pointer: '#/message',
      detail: 'required without contact.email',
    });
  }
  const body = [
    `Dear ${contact.name ?? 'customer'},`,
    `I promised you for ${inUtc(dueAt)}: ${text}`,
    `I cannot keep that date. You have my word for ${inUtc(toAt)} instead, and I am sorry for the change.`,
    `${by.name}\n${by.title}`,
  ].join('\n\n');
  return { channel: 'mail', subject: 'Another date for what I promised', body };
}

/** A moment to the minute, in UTC: the core knows no zone of the customer. */
function inUtc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
