import { Client } from 'pg';
import type { Database } from './database';

/** Told of what happens on the dedicated connection. */
export interface JournalListener {
  /** The journal may have grown; also called after every (re)connection, since word may have been missed before it. */
  onAppended: () => void;
  /** The connection broke, or could not be made; it is tried again. */
  onError?: (error: Error) => void;
}

/** A running LISTEN. */
export interface Listening {
  close(): Promise<void>;
}

const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 10_000;
/** A connection that silently went away shows when nothing answers any more. */
const PROBE_MS = 30_000;

/** Follows the journal by LISTEN on a connection of its own, which is made anew whenever it breaks. */
export function listenToJournal(db: Database, listener: JournalListener): Listening {
  let client: Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let retryMs = FIRST_RETRY_MS;
  let closed = false;

  const retry = (broken: Client, error?: Error): void => {
    if (client !== broken) return;
    client = null;
    clearTimeout(timer);
    void broken.end().catch(() => undefined);
    if (closed) return;
    listener.onError?.(error ?? new Error('the connection that follows the journal has ended'));
    timer = setTimeout(connect, retryMs);
    retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
  };

  const probe = (connected: Client): void => {
    timer = setTimeout(() => {
      connected.query('select 1').then(
        () => client === connected && !closed && probe(connected),
        (error: Error) => retry(connected, error),
      );
    }, PROBE_MS);
  };

  const connect = (): void => {
    const next = new Client({
      connectionString: db.url,
      application_name: 'upstairs journal listener',
      connectionTimeoutMillis: 5_000,
      query_timeout: 10_000,
      keepAlive: true,
    });
    client = next;
    next.on('notification', listener.onAppended);
    next.on('error', (error) => retry(next, error));
    next.on('end', () => retry(next));
    next
      .connect()
      .then(() => next.query('listen upstairs_journal'))
      .then(
        () => {
          retryMs = FIRST_RETRY_MS;
          probe(next);
          listener.onAppended();
        },
        (error: Error) => retry(next, error),
      );
  };

  connect();
  return {
    close: async () => {
      closed = true;
      clearTimeout(timer);
      const last = client;
      client = null;
      await last?.end().catch(() => undefined);
    },
  };
}
