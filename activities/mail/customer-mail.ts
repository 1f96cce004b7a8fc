import type { Actor } from '../../domain/people';
import type { EscalationBrief, OutgoingMail } from '../ports';
import { Undeliverable } from '../undeliverable';
import { subjectWithRef } from './page';
import { oneLine } from './wording';

/** Words of one of us to the customer, as they wrote them. */
export interface PersonalMessage {
  /** Stable over retries; unique for this message. */
  deliveryId: string;
  escalation: EscalationBrief;
  by: Actor;
  subject: string;
  body: string;
}

/**
 * The mail for a personal message: the writer's own words, nothing added, an answer goes to the writer.
 * @throws Undeliverable where the escalation knows no mail address of the customer.
 */
export function customerMail({ deliveryId, escalation, by, subject, body }: PersonalMessage): OutgoingMail {
  const { contact } = escalation;
  if (!contact?.email) throw new Undeliverable('no mail address of the customer is known');
  const writer = [escalation.owner, escalation.signer, escalation.csm].find((person) => person?.id === by.id);
  const answersTo = writer ?? escalation.owner;
  return {
    key: `${escalation.id}/${deliveryId}/customer`,
    fromName: `${oneLine(by.name, 120)} via Upstairs`,
    to: { name: contact.name, email: contact.email },
    subject: subjectWithRef(escalation, subject),
    text: body,
    ...(answersTo ? { replyTo: { name: answersTo.name, email: answersTo.email } } : {}),
  };
}
