import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail server that takes every mail, and takes its time where a test wants it to. */
export interface HeldSmtp {
  /** For SMTP_URL. */
  url: string;
  /** From now on it does not answer. Resolves once so many mails wait for it; the answer lets them, and all after, go. */
  hold(mails: number): Promise<() => void>;
  stop(): Promise<void>;
}

/** Starts an SMTP server on loopback that lets mails wait. */
export async function startHeldSmtp(): Promise<HeldSmtp> {
  let gate: Promise<void> = Promise.resolve();
  let arrived = (): void => undefined;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onData: (stream, _session, done) => {
      stream.resume();
      stream.once('end', () => {
        arrived();
        void gate.then(() => done());
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    async hold(mails) {
      let release = (): void => undefined;
      gate = new Promise((resolve) => (release = resolve));
      let waiting = 0;
      await new Promise<void>((resolve) => {
        arrived = () => {
          waiting += 1;
          if (waiting === mails) resolve();
        };
      });
      return release;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
