import { customerMail } from '../../../activities/mail/customer-mail';
import { noticeMail } from '../../../activities/mail/notice-mail';
import { mailsOfStep } from '../../../activities/mail/step-mails';
import type { EscalationBrief, OutgoingMail } from '../../../activities/ports';
import { Undeliverable } from '../../../activities/undeliverable';
import type { EscalationEvent } from '../../../domain/escalation/events';
import type { Escalation } from '../../../domain/escalation/state';
import type { Notice } from '../../../domain/notice';
import type { Actor } from '../../../domain/people';
import type { Config } from '../../shared/config';
import { addressOf, bare, INVITATION_FILE } from '../../shared/mail-headers';
import type { PreviewMessageView } from '../views/preview.schema';

/** What composing needs beside the event. */
export interface Composing {
  /** The escalation after everything that was decided, as the mails of the real thing see it. */
  state: Escalation;
  escalation: EscalationBrief;
  by: Actor;
  config: Pick<Config, 'publicUrl' | 'mailFrom'>;
}

/** Everything that these events would send, to the letter; what goes to the customer first. */
export function outgoing(events: readonly EscalationEvent[], composing: Composing): PreviewMessageView[] {
  const all = events.flatMap((event) => [...mails(event, composing), ...notices(event, composing)]);
  return [...all.filter(({ audience }) => audience === 'customer'), ...all.filter(({ audience }) => audience === 'us')];
}

function mails(event: EscalationEvent, { escalation, by: caller, config }: Composing): PreviewMessageView[] {
  // What is done once it is allowed goes out in the name of who asked.
  const by = event.actor ?? caller;
  if (event.type === 'step.completed') {
    const { step, round, body } = event.data;
    const work = { deliveryId: `${step}.${round}`, escalation, step, round, by, body };
    return Object.values(mailsOfStep(work, config.publicUrl)).flatMap((write) => written(write, config));
  }
  if (event.type === 'customer.informed' && event.data.deliveryId) {
    const { deliveryId, message } = event.data;
    const { subject = '', body } = message;
    return written(() => customerMail({ deliveryId, escalation, by, subject, body }), config);
  }
  return [];
}

/** A mail that cannot be written would fail just so later; the refusal of the step says why before. */
function written(write: () => OutgoingMail | null, config: Composing['config']): PreviewMessageView[] {
  try {
    const mail = write();
    return mail ? [mailView(mail, config)] : [];
  } catch (error) {
    if (error instanceof Undeliverable) return [];
    throw error;
  }
}

function mailView(mail: OutgoingMail, { mailFrom }: Composing['config']): PreviewMessageView {
  return {
    audience: mail.automatic ? 'us' : 'customer',
    channel: 'mail',
    to: mail.to.email,
    toName: mail.to.name,
    from: named(mail.fromName, addressOf(mailFrom)),
    replyTo: mail.replyTo ? named(mail.replyTo.name, mail.replyTo.email) : null,
    subject: bare(mail.subject),
    text: mail.text,
    attachments: mail.invitation ? [INVITATION_FILE] : [],
  };
}

function notices(event: EscalationEvent, composing: Composing): PreviewMessageView[] {
  const all: readonly Notice[] = 'notices' in event.data ? event.data.notices : [];
  return all.flatMap((notice) => noticeView(notice, composing));
}

function noticeView(notice: Notice, { state, escalation, config }: Composing): PreviewMessageView[] {
  const to = state.people[notice.toId];
  if (notice.via === 'mail') {
    return to ? written(() => noticeMail({ notice, to, escalation }, config.publicUrl), config) : [];
  }
  return [
    {
      ...({ audience: 'us', channel: 'inbox' } as const),
      ...{ to: notice.toId, toName: to?.name ?? null, from: null, replyTo: null, subject: null },
      ...{ text: notice.text, attachments: [] },
    },
  ];
}

const named = (name: string, address: string) => `${bare(name)} <${address}>`;
