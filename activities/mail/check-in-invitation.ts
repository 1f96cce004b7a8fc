import ical, {
  ICalAlarmType,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator';
import { DAY_MS, MINUTE_MS } from '../../domain/duration';
import type { Person } from '../../domain/people';
import type { EscalationBrief, OutgoingMail } from '../ports';
import { contactLine, escalationLink, standingFacts, subjectWithRef, table } from './page';
import { moment, oneLine } from './wording';

const CHECK_IN_AFTER_MS = 7 * DAY_MS;
const CHECK_IN_TAKES_MS = 30 * MINUTE_MS;

/** An invitation to the check-in of one round. */
export interface CheckInInvitation {
  escalation: EscalationBrief;
  round: number;
  /** The CSM, or who stands in for a missing one. */
  invitee: Person;
  /** Whose calendar entry it is; gets the answer. */
  organizer: Person;
  publicUrl: string;
}

/** When the check-in of an escalation that is being closed is due, by its own time. */
export function checkInDueAt({ due, closedAt, now }: EscalationBrief): number {
  const clock = due?.find(({ clockId }) => clockId === 'check-in');
  return clock?.dueAt ?? (closedAt ?? now) + CHECK_IN_AFTER_MS;
}

/** The mail with the invitation; it names the reason where somebody else than a CSM is asked. */
export function checkInInvitationMail(invitation: CheckInInvitation): OutgoingMail {
  const { escalation, round, invitee } = invitation;
  const until = moment(checkInDueAt(escalation), invitee.zone.name);
  const why = escalation.csm
    ? 'You are asked as its CSM.'
    : 'The account has no CSM, so the invitation comes to you: name a CSM on the page (amend, csmId).';
  const toDo = 'Ask whether the experience has improved, and record the answer on its page.';
  return {
    key: `${escalation.id}/check-in-invitation/${round}/${invitee.id}`,
    fromName: 'Upstairs',
    to: { name: invitee.name, email: invitee.email },
    subject: subjectWithRef(escalation, `Check-in by ${until} - ${oneLine(escalation.account.name, 60)}`),
    text: [
      `${oneLine(escalation.account.name)} was sent the closing message. Check in with them by ${until}. ${why}`,
      table([...standingFacts(escalation, invitee), ['Contact', contactLine(escalation)], ['To do', toDo]]),
      escalationLink(invitation.publicUrl, escalation),
    ].join('\n\n'),
    automatic: { ref: escalation.ref, kind: 'check-in-invitation', urgent: false },
    invitation: invitationText(invitation),
  };
}

/** The calendar entry: half an hour that ends when the check-in is due, with one UID for each round's entry. */
function invitationText({ escalation, round, invitee, organizer, publicUrl }: CheckInInvitation): string {
  const dueAt = checkInDueAt(escalation);
  const link = escalationLink(publicUrl, escalation);
  const calendar = ical({ prodId: { company: 'Upstairs', product: 'Upstairs' }, method: ICalCalendarMethod.REQUEST });
  const event = calendar.createEvent({
    id: `check-in-${escalation.id}-${round}@upstairs`,
    sequence: 0,
    // A retry must make the same entry to the letter.
    stamp: new Date(escalation.closedAt ?? escalation.now),
    start: new Date(dueAt - CHECK_IN_TAKES_MS),
    end: new Date(dueAt),
    summary: `[${escalation.ref}] Check-in with ${oneLine(escalation.account.name, 80)}`,
    description: `Ask ${contactLine(escalation)} whether the experience has improved, and record the answer: ${link}`,
    url: link,
    status: ICalEventStatus.CONFIRMED,
    organizer: { name: organizer.name, email: organizer.email },
  });
  event.createAttendee({
    name: invitee.name,
    email: invitee.email,
    rsvp: true,
    role: ICalAttendeeRole.REQ,
    status: ICalAttendeeStatus.NEEDSACTION,
  });
  event.createAlarm({ type: ICalAlarmType.display, triggerBefore: DAY_MS / 1_000, description: 'Check-in tomorrow' });
  return calendar.toString();
}
