import type { Actor, Person } from '../../domain/people';
import type { IntakeBody } from '../../domain/steps/intake/intake.schema';
import type { OutgoingMail, StepWork } from '../ports';
import { howTold } from './customer-message';
import { contactLine, escalationLink, quoted, standingFacts, subjectWithRef, table } from './page';
import { oneLine } from './wording';

/** The mail that tells the owner named by the intake what they own, and what the customer was told. */
export function ownerToldMail(work: StepWork<IntakeBody>, owner: Person, publicUrl: string): OutgoingMail {
  const { escalation, by, body, deliveryId } = work;
  const toDo =
    'Find out in full what happened (ticket history, the CSM, engineering or product where it is technical) ' +
    'before the customer is told anything; then give them the account.';
  return {
    key: `${escalation.id}/${deliveryId}/owner`,
    fromName: 'Upstairs',
    to: { name: owner.name, email: owner.email },
    subject: subjectWithRef(escalation, `You own this: ${oneLine(escalation.summary, 120)} - ${escalation.level}`),
    text: [
      opening(by, owner),
      table([...standingFacts(escalation, owner), ['Contact', contactLine(escalation)], ['To do', toDo]]),
      `The acknowledgment, ${howTold(escalation, body.acknowledgment)}:`,
      quoted(body.acknowledgment.body),
      escalationLink(publicUrl, escalation),
    ].join('\n\n'),
    automatic: { ref: escalation.ref, kind: 'owner-told', urgent: escalation.level === 'P1' },
  };
}

function opening(by: Actor, owner: Person): string {
  if (by.id === owner.id) return 'You have acknowledged this escalation, and own it yourself.';
  return `${oneLine(by.name)}, ${oneLine(by.title)}, has acknowledged this escalation and named you as its one owner.`;
}
