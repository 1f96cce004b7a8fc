import type { DeliverRequest, OutgoingMail } from '../ports';
import { NOTICE_WORDINGS } from './notice-wordings';
import { escalationLink, standingFacts, subjectWithRef, table } from './page';
import { clockTitle, oneLine } from './wording';

/** The mail for a notice: who must do what by when, readable at one glance. */
export function noticeMail({ notice, to, escalation }: DeliverRequest, publicUrl: string): OutgoingMail {
  const { subject, toDo, urgent } = NOTICE_WORDINGS[notice.kind];
  const about = `${subject(clocksOf(notice.clockIds))} - ${oneLine(escalation.account.name, 60)} - ${escalation.level}`;
  return {
    key: `${escalation.id}/${notice.id}/${to.id}`,
    fromName: 'Upstairs',
    to: { name: to.name, email: to.email },
    subject: subjectWithRef(escalation, about),
    text: [
      oneLine(notice.text, 1_000),
      table([...standingFacts(escalation, to), ['To do', toDo]]),
      escalationLink(publicUrl, escalation),
    ].join('\n\n'),
    automatic: { ref: escalation.ref, kind: notice.kind, urgent },
  };
}

function clocksOf(clockIds: readonly string[]): string {
  const [first, ...others] = clockIds;
  if (first === undefined) return 'this escalation';
  return others.length === 0 ? clockTitle(first) : `${clockTitle(first)} and ${others.length} more`;
}
