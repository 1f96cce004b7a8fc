import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as it came over the wire. */
export interface ArrivedMail {
  to: string[];
  raw: string;
}

/** What the server answers instead of taking a mail. */
export interface Refusal {
  /** The step of the SMTP dialogue that is refused. */
  at: 'greeting' | 'sender' | 'recipient' | 'content';
  code: number;
  /** Only mail to this address; absent: all. Not for the greeting and the sender. */
  to?: string;
}

/** An SMTP server of a test's own. */
export interface LoopbackSmtp {
  url: string;
  port: number;
  arrived: ArrivedMail[];
  /** From now on; null takes everything again. */
  refuse(refusal: Refusal | null): void;
  stop(): Promise<void>;
}

/** Starts a real SMTP server on loopback that keeps what it takes and refuses as a test wants. */
export async function startLoopbackSmtp(port = 0): Promise<LoopbackSmtp> {
  const arrived: ArrivedMail[] = [];
  let refusal: Refusal | null = null;
  const refused = (at: Refusal['at'], to?: readonly string[]): Error | null => {
    if (refusal?.at !== at || (refusal.to && !to?.includes(refusal.to))) return null;
    return Object.assign(new Error('refused by the test'), { responseCode: refusal.code });
  };
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onConnect: (_session, done) => done(refused('greeting')),
    onMailFrom: (_address, _session, done) => done(refused('sender')),
    onRcptTo: ({ address }, _session, done) => done(refused('recipient', [address])),
    onData: (stream, session, done) => {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const error = refused('content', to);
        if (!error) arrived.push({ to, raw: Buffer.concat(chunks).toString('utf8') });
        done(error);
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  const { port: taken } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${taken}`,
    port: taken,
    arrived,
    refuse: (next) => (refusal = next),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The header lines of a mail, unfolded. */
export function headersOf({ raw }: ArrivedMail): string[] {
  const [head = ''] = raw.split('\r\n\r\n', 1);
  return head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
}
