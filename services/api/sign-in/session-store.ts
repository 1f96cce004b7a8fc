import connectPgSimple from 'connect-pg-simple';
import session, { type SessionData } from 'express-session';
import type { Logger } from '../../shared/logger';
import type { Database } from '../../shared/store/database';

/** An idle session's end moves on at most so often: a page that asks a lot does not write a lot. */
const TOUCH_EVERY_MS = 60_000;
const REMEMBERED = 10_000;

const PgStore = connectPgSimple(session);

/** Sessions in Postgres (`upstairs.sessions`), each ending when nothing was asked in it for `idleMs`. */
export class SessionStore extends PgStore {
  private readonly touchedAt = new Map<string, number>();

  constructor({ pool }: Database, idleMs: number, log: Logger) {
    super({
      pool,
      schemaName: 'upstairs',
      tableName: 'sessions',
      ttl: idleMs / 1_000,
      errorLog: (...words: unknown[]) => log.warn({ err: words.at(-1) }, 'expired sessions could not be purged'),
    });
  }

  override touch(sid: string, data: SessionData, callback?: () => void): void {
    const now = Date.now();
    if (now - (this.touchedAt.get(sid) ?? 0) < TOUCH_EVERY_MS) {
      callback?.();
      return;
    }
    if (this.touchedAt.size >= REMEMBERED) this.touchedAt.clear();
    this.touchedAt.set(sid, now);
    super.touch(sid, data, callback);
  }
}
