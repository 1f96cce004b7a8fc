import { createHash } from 'node:crypto';
import nodemailer from 'nodemailer';
import type { NodemailerError, SendMailOptions } from 'nodemailer';
import type { MailPort, OutgoingMail } from '../../activities/ports';
import { Undeliverable } from '../../activities/undeliverable';
import type { Config } from './config';
import { addressOf, bare, INVITATION_FILE } from './mail-headers';

/** Mail by one SMTP server, over a few connections that are kept. */
export interface Mail extends MailPort {
  /** Ends the connections; mail that is being sent is finished first. */
  close(): void;
}

/** Sends mail by the configured SMTP server. Fails with `Undeliverable` where no retry can help, else as it comes. */
export function createMail({ smtpUrl, mailFrom }: { smtpUrl: string } & Pick<Config, 'mailFrom'>): Mail {
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 4,
    // Shorter than any activity's own limit, so that a hanging server is an error with a reason.
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 15_000,
    dnsTimeout: 5_000,
    idleTimeout: 15_000,
    maxRequeues: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail) {
      checkAddress(mail.to.email);
      try {
        const messageId = messageIdOf(mail.key, mailFrom);
        await transport.sendMail(composed(mail, mailFrom, messageId));
        return { messageId };
      } catch (error) {
        throw isFinal(error) ? new Undeliverable(reasonOf(error), { cause: error }) : error;
      }
    },
    close: () => transport.close(),
  };
}

/** The Message-ID of a mail: the same for the same key, so that a receiver can tell a repetition. */
export function messageIdOf(key: string, mailFrom: string): string {
  const domain = /@([^@<>\s]+)>?\s*$/.exec(mailFrom)?.[1] ?? 'upstairs.invalid';
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${domain}>`;
}

function composed(mail: OutgoingMail, mailFrom: string, messageId: string): SendMailOptions {
  const { to, replyTo, automatic, invitation } = mail;
  return {
    messageId,
    from: { name: bare(mail.fromName), address: addressOf(mailFrom) },
    to: { name: bare(to.name ?? ''), address: to.email },
    ...(replyTo && isAddress(replyTo.email) ? { replyTo: { name: bare(replyTo.name), address: replyTo.email } } : {}),
    subject: bare(mail.subject),
    text: mail.text,
    xMailer: false,
    ...(automatic ? automaticHeaders(automatic) : {}),
    ...(invitation ? { icalEvent: { method: 'REQUEST', filename: INVITATION_FILE, content: invitation } } : {}),
  };
}

function automaticHeaders({ ref, kind, urgent }: NonNullable<OutgoingMail['automatic']>): SendMailOptions {
  return {
    priority: urgent ? 'high' : 'normal',
    headers: {
      // RFC 3834: holiday notices must not answer; Exchange listens to its own header only.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'X-Upstairs-Escalation': bare(ref),
      'X-Upstairs-Notice': bare(kind),
    },
  };
}

const ADDRESS = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+$/;

function isAddress(email: string): boolean {
  return email.length <= 254 && ADDRESS.test(email);
}

function checkAddress(email: string): void {
  if (email.trim() === '') throw new Undeliverable('there is no mail address');
  if (!isAddress(email)) throw new Undeliverable(`not a mail address: ${JSON.stringify(email.slice(0, 100))}`);
}

/**
 * Only what the server says of this recipient or this message is final. A refused sender or login is for the operator
 * to mend, and the mail goes out then.
 */
function isFinal(error: unknown): error is NodemailerError {
  const { code, command, permanent } = error as NodemailerError;
  return permanent === true && (code === 'EENVELOPE' || code === 'EMESSAGE') && command !== 'MAIL FROM';
}

function reasonOf(error: NodemailerError): string {
  return bare(error.response ?? error.message).slice(0, 300);
}
