import type { Message } from '../message';
import { invalid } from '../rejection';
import type { Escalation } from './state';

/**
 * Checks a message to the customer and tells when it happened. Mail needs a subject and an address and happens now; the
 * other channels happened at `occurredAt`, not before the receipt and not in the future.
 * @param pointer where the message stands in the body, e.g. `#/message`
 */
export function spokenAt(state: Escalation, message: Message, now: number, pointer: string): number {
  if (message.channel === 'mail') {
    if (!message.subject) {
      invalid('invalid-content', 'A mail needs a subject.', {
        pointer: `${pointer}/subject`,
        detail: 'required for mail',
      });
    }
    if (message.occurredAt !== undefined) {
      const detail = 'not for mail, which is sent now';
      invalid('invalid-content', 'A mail happens when it is sent.', { pointer: `${pointer}/occurredAt`, detail });
    }
    if (!state.complaint.contact?.email) {
      invalid('contact-missing', 'The customer has no mail address yet: amend the contact first.', {
        pointer: `${pointer}/channel`,
        detail: 'mail needs contact.email; "amend" adds it',
      });
    }
    return now;
  }
  return happenedAt(state, message.occurredAt, now, `${pointer}/occurredAt`);
}

/** The moment when something happened: now where nothing is said, never before the receipt or in the future. */
export function happenedAt(state: Escalation, occurredAt: string | undefined, now: number, pointer: string): number {
  if (occurredAt === undefined) return now;
  const at = Date.parse(occurredAt);
  if (at > now)
    invalid('invalid-content', 'It cannot have happened in the future.', { pointer, detail: 'in the future' });
  if (at < state.receivedAt) {
    const detail = 'before the complaint was received';
    invalid('invalid-content', 'It cannot have happened before the complaint was received.', { pointer, detail });
  }
  return at;
}
