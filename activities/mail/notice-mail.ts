import type { Notice } from '../../domain/notice';
import type { DeliverRequest, OutgoingMail } from '../ports';
import { NOTICE_WORDINGS } from './notice-wordings';
import { escalationLink, standingFacts, subjectWithRef, table } from './page';
import { sponsorBriefMail } from './sponsor-brief-mail';
import { clockTitle, oneLine } from './wording';

/** The mail for a notice: who must do what by when, readable at one glance. */
export function noticeMail(request: DeliverRequest, publicUrl: string): OutgoingMail {
  const { notice, to, escalation } = request;
  if (notice.kind === 'sponsor-brief' && escalation.page) return sponsorBriefMail(request, escalation.page, publicUrl);
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
      linkOf(notice, escalationLink(publicUrl, escalation)),
    ].join('\n\n'),
    automatic: { ref: escalation.ref, kind: notice.kind, urgent },
  };
}

/** Where it is acted on. The page shows the form of a decision; opening it decides nothing, as mail scanners open links. */
function linkOf({ kind, clockIds }: Notice, link: string): string {
  const approvalId = /^approval:(.+)$/.exec(clockIds[0] ?? '')?.[1];
  if (kind !== 'approval-asked' || approvalId === undefined) return link;
  return `${link}?action=decide-approval&approvalId=${encodeURIComponent(approvalId)}`;
}

function clocksOf(clockIds: readonly string[]): string {
  const [first, ...others] = clockIds;
  if (first === undefined) return 'this escalation';
  return others.length === 0 ? clockTitle(first) : `${clockTitle(first)} and ${others.length} more`;
}
