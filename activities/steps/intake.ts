import type { Actor, Person } from '../../domain/people';
import type { IntakeBody } from '../../domain/steps/intake/intake.schema';
import { contactLine, escalationLink, quoted, standingFacts, subjectWithRef, table } from '../mail/page';
import { sendEach } from '../mail/send-each';
import { oneLine } from '../mail/wording';
import type { OutgoingMail, StepWork } from '../ports';
import { howTold, messageMail } from './customer-message';
import type { StepActivity, StepPorts } from './step-ports';

/** Intake: the personal acknowledgment goes to the customer, and the owner is told what they own and what is due. */
export function intake({ mail, publicUrl }: StepPorts): StepActivity<IntakeBody> {
  return async (work) => {
    const { escalation, body } = work;
    const { owner } = escalation;
    const sent = await sendEach(mail, {
      customerMessageId: () => messageMail(work, body.acknowledgment),
      ownerMessageId: () => owner && ownerMail(work, owner, publicUrl),
    });
    const ownerTold = owner ? `; ${oneLine(owner.name)} told that they own it` : '';
    return {
      summary: `Acknowledgment ${howTold(escalation, body.acknowledgment)}${ownerTold}`,
      result: { channel: body.acknowledgment.channel, ...sent },
    };
  };
}

function ownerMail(work: StepWork<IntakeBody>, owner: Person, publicUrl: string): OutgoingMail {
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
