import type { Person } from '../../domain/people';
import type { LegalReviewBody } from '../../domain/steps/legal-review/legal-review.schema';
import type { OutgoingMail, StepWork } from '../ports';
import { escalationLink, quoted, standingFacts, subjectWithRef, table } from './page';
import { oneLine } from './wording';

/** The mail that tells the owner what Legal lets the customer be told. */
export function legalOpinionMail(work: StepWork<LegalReviewBody>, owner: Person, publicUrl: string): OutgoingMail {
  const { escalation, by, body, deliveryId } = work;
  const conditions = body.conditions ? ['On these conditions:', quoted(body.conditions)] : [];
  return {
    key: `${escalation.id}/${deliveryId}/owner`,
    fromName: 'Upstairs',
    to: { name: owner.name, email: owner.email },
    subject: subjectWithRef(escalation, `Legal has cleared it: ${oneLine(escalation.summary, 120)}`),
    text: [
      `The customer may be told. ${oneLine(by.name)}, ${oneLine(by.title)}, has recorded the legal review:`,
      quoted(body.opinion),
      ...conditions,
      table(standingFacts(escalation, owner)),
      escalationLink(publicUrl, escalation),
    ].join('\n\n'),
    automatic: { ref: escalation.ref, kind: 'legal-opinion', urgent: false },
  };
}
