import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import { openDatabase } from '../services/shared/store/database';
import type { Database } from '../services/shared/store/database';
import { insertDemoMail } from '../services/shared/store/demo-mails';

/** A running mail server of the demo. */
export interface MailSink {
  /** For SMTP_URL. */
  url: string;
  port: number;
  /** How many mails arrived, repetitions included, while the mailbox shows each Message-ID once. */
  arrivals(): number;
  stop(): Promise<void>;
}

/** Where the sink keeps what it takes, and where it listens; without a port, a free one. */
export interface MailSinkOptions {
  databaseUrl: string;
  port?: number;
}

const LARGEST_MAIL_BYTES = 1_000_000;
const CLIENTS_AT_MOST = 50;

/**
 * An SMTP server on loopback that takes every mail and delivers none: it shows them in the demo's mailbox. It behaves
 * like a real receiver: repetitions of a Message-ID are kept once, addresses under `.invalid` do not exist (550), and
 * while Postgres is away it asks to try again later (451).
 */
export async function startMailSink({ databaseUrl, port = 0 }: MailSinkOptions): Promise<MailSink> {
  const db = openDatabase(databaseUrl, { connections: 2, name: 'upstairs-mail-sink' });
  let arrived = 0;
  const server = new SMTPServer({
    banner: 'Upstairs demo mailbox',
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_MAIL_BYTES,
    maxClients: CLIENTS_AT_MOST,
    socketTimeout: 60_000,
    closeTimeout: 500,
    onRcptTo: ({ address }, _session, done) =>
      done(/\.invalid$/i.test(address) ? reply(550, '5.1.1 There is no such mailbox') : null),
    onData: (stream, session, done) => {
      take(db, stream, session)
        .then(() => {
          arrived += 1;
          done(null, 'Kept');
        })
        .catch((error: unknown) => done(error instanceof Refusal ? error : later(error)));
    },
  });
  // A client that breaks off is none of the sink's business.
  server.on('error', () => undefined);
  await listening(server, port);
  const taken = (server.server.address() as AddressInfo).port;
  return {
    url: `smtp://127.0.0.1:${taken}`,
    port: taken,
    arrivals: () => arrived,
    stop: async () => {
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await db.close();
    },
  };
}

/** A reply to the client that is not a failure of ours. */
class Refusal extends Error {
  constructor(
    readonly responseCode: number,
    message: string,
  ) {
    super(message);
  }
}

function reply(code: number, message: string): Refusal {
  return new Refusal(code, message);
}

function later(error: unknown): Refusal {
  const reason = error instanceof Error ? error.message : String(error);
  return reply(451, `4.3.0 The mailbox cannot be written now: ${reason.replace(/\s+/g, ' ').slice(0, 200)}`);
}

async function take(db: Database, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
  const raw = await contentOf(stream);
  const mail = await PostalMime.parse(raw);
  await insertDemoMail(db, {
    messageId: mail.messageId ?? `<${session.id}@no-message-id.invalid>`,
    from: mail.from ? [mail.from.name, `<${mail.from.address ?? ''}>`].filter(Boolean).join(' ') : '',
    to: session.envelope.rcptTo.map(({ address }) => address).join(', '),
    subject: mail.subject ?? '',
    text: [mail.text?.trimEnd() ?? '', ...mail.attachments.map(shown)].join('\n\n'),
    at: Date.now(),
  });
}

/** An invitation is text too: the mailbox shows it under the mail. */
function shown({ mimeType, filename, content }: { mimeType: string; filename: string | null; content: unknown }) {
  const title = `[${filename ?? mimeType}]`;
  if (!mimeType.startsWith('text/')) return title;
  return `${title}\n${typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString('utf8')}`;
}

async function contentOf(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // The rest is read and dropped: SMTP knows no other way to refuse a mail that is being sent.
    if (bytes <= LARGEST_MAIL_BYTES) chunks.push(chunk);
  }
  if (stream.sizeExceeded || bytes > LARGEST_MAIL_BYTES) throw reply(552, '5.3.4 The mail is larger than 1 MB');
  return Buffer.concat(chunks);
}

function listening(server: SMTPServer, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.server.off('error', reject);
      resolve();
    });
  });
}
