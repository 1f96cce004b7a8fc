import { Context } from '@temporalio/activity';
import type { MailPort, OutgoingMail } from '../ports';
import { sendingFailure, Undeliverable } from '../undeliverable';

/** The Message-ID of each mail by its name; null where there was nothing to mail. */
export type SentMails<Name extends string> = Record<Name, string | null>;

/**
 * Sends the mails of one activity, each one even where another fails. What went out is kept in the activity's
 * heartbeat, so that a retry sends only the rest: no customer gets a message twice because a colleague's address fails.
 * @param mails how to write each mail, or null where there is none to send.
 * @throws ApplicationFailure, final only where nothing but undeliverable mail is left.
 */
export async function sendEach<Name extends string>(
  mail: MailPort,
  mails: Record<Name, () => OutgoingMail | null>,
): Promise<SentMails<Name>> {
  const context = Context.current();
  const sent = sentBefore<Name>(context.info.heartbeatDetails);
  const failures: unknown[] = [];
  for (const name of Object.keys(mails) as Name[]) {
    if (sent[name] !== undefined) continue;
    try {
      const one = mails[name]();
      sent[name] = one && (await mail.send(one)).messageId;
      context.heartbeat(sent);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw sendingFailure(failures.find((one) => !(one instanceof Undeliverable)) ?? failures[0]);
  return sent as SentMails<Name>;
}

function sentBefore<Name extends string>(details: unknown): Partial<SentMails<Name>> {
  return typeof details === 'object' && details !== null ? { ...details } : {};
}
