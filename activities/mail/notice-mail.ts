import type { NoticeKind } from '../../domain/notice';
import type { DeliverRequest, OutgoingMail } from '../ports';
import { escalationLink, standingFacts, subjectWithRef, table } from './page';
import { clockTitle, oneLine } from './wording';

interface Wording {
  subject: (clocks: string) => string;
  /** What the recipient is asked to do now. */
  toDo: string;
  urgent: boolean;
}

const WORDINGS: Record<NoticeKind, Wording> = {
  reminder: {
    subject: (clocks) => `Due soon: ${clocks}`,
    toDo: 'Do it now, or tell your manager today why it cannot be in time.',
    urgent: false,
  },
  breach: {
    subject: (clocks) => `Overdue: ${clocks}`,
    toDo: 'Do it now. Take charge on its page to say that you are on it; else the next in line is told.',
    urgent: true,
  },
  rung: {
    subject: (clocks) => `Overdue, you are needed: ${clocks}`,
    toDo: 'See that somebody acts. Take charge on its page: nobody further up is told while you are on it.',
    urgent: true,
  },
  'owner-assigned': {
    subject: () => 'You own this escalation',
    toDo: 'Read it and go on with its next step; from now on its clocks are yours.',
    urgent: false,
  },
  'closure-near': {
    subject: () => 'About to be closed',
    toDo: 'You signed the acknowledgment: object now if you know of anything still open.',
    urgent: false,
  },
  'nobody-notified': {
    subject: (clocks) => `ALARM, nobody could be told: ${clocks}`,
    toDo: 'Act yourself or find somebody who can, then mend the addresses and absences in the directory.',
    urgent: true,
  },
  'check-in-due': {
    subject: () => 'Check in with the customer',
    toDo: 'Ask the customer whether the experience has improved, and record the answer on its page.',
    urgent: false,
  },
  'import-digest': {
    subject: () => 'An older list was imported, beginning with this escalation',
    toDo: 'Look through what was imported, and activate what still needs an answer.',
    urgent: false,
  },
};

/** The mail for a notice: who must do what by when, readable at one glance. */
export function noticeMail({ notice, to, escalation }: DeliverRequest, publicUrl: string): OutgoingMail {
  const { subject, toDo, urgent } = WORDINGS[notice.kind];
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
