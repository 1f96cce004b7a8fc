import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../../shared/logger';
import type { Database } from '../../shared/store/database';
import { visibleAmong } from '../../shared/store/escalations';
import { readFeed } from '../../shared/store/journal-feed';
import { framesOf } from './frames';
import type { Listener } from './listener';
import type { RecentFrames } from './recent-frames';

/** So many read at once: those who come back from far never take the database from everybody else. */
const AT_ONCE = 4;
const PAUSE_AFTER_ERROR_MS = 2_000;

/** Tells those who come back after a long time what is not in memory any more. */
export class CatchUp {
  private readonly waiting: (() => void)[] = [];
  private free = AT_ONCE;

  constructor(
    private readonly database: Database,
    private readonly log: Logger,
    private readonly batch: number,
  ) {}

  /** Resolves once they are as far as memory reaches, or their buffer is full, or they have left. */
  async begin(listener: Listener, recent: RecentFrames): Promise<void> {
    listener.isCatchingUp = true;
    try {
      while (!listener.isOver && !listener.isFull && recent.after(listener.position, this.batch) === null) {
        await this.inTurn(() => this.tellNext(listener));
      }
    } catch (error) {
      this.log.warn({ err: error }, 'a stream waits for the database');
      await pause(PAUSE_AFTER_ERROR_MS);
    } finally {
      listener.isCatchingUp = false;
    }
  }

  private async tellNext(listener: Listener): Promise<void> {
    if (listener.isOver) return;
    const entries = await readFeed(this.database, listener.position, this.batch);
    const ids = [...new Set(entries.map(({ escalationId }) => escalationId))];
    const [visible, frames] = await Promise.all([
      visibleAmong(this.database, listener.person, ids),
      framesOf(this.database, entries),
    ]);
    const theirs = frames.filter(({ escalationId }) => visible.has(escalationId));
    listener.tell(frames, theirs, Buffer.concat(frames.map(({ bytes }) => bytes)));
  }

  private async inTurn(work: () => Promise<void>): Promise<void> {
    if (this.free === 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.free -= 1;
    try {
      await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }
}
