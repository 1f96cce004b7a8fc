import type { Database } from '../../shared/store/database';
import { listenToJournal, type Listening } from '../../shared/store/listen';
import { latestPosition, readAfter, type JournalEntry } from '../../shared/store/journal';

/** So many of the newest events are kept in memory: who follows closely never asks the database. */
const KEPT = 2_000;
const BATCH = 500;

/** Follows the journal once for all streams, and wakes them when there is more. */
export class StreamHub {
  private readonly waiting = new Set<() => void>();
  private listening: Listening | null = null;
  private recent: JournalEntry[] = [];
  /** The position that `recent` begins after; null until the journal was read once. */
  private since: number | null = null;
  private reading: Promise<void> | null = null;
  private again = false;
  private count = 0;

  constructor(
    private readonly database: Database,
    private readonly onError: (error: Error) => void,
  ) {}

  /** Begins to follow; before that nothing is heard. */
  start(): void {
    this.listening ??= listenToJournal(this.database, { onAppended: () => this.advance(), onError: this.onError });
  }

  /** Ends following. */
  async close(): Promise<void> {
    await this.listening?.close();
    this.listening = null;
    await this.reading;
  }

  /** The newest position in the journal. */
  async newest(): Promise<number> {
    return latestPosition(this.database);
  }

  /** Events after a position, in their order, at most `limit`. */
  async read(position: number, limit: number): Promise<JournalEntry[]> {
    if (this.since === null || position < this.since) return readAfter(this.database, position, limit);
    const first = this.recent.findIndex((entry) => entry.position > position);
    return first < 0 ? [] : this.recent.slice(first, first + limit);
  }

  /** Counts what was heard; see `changedSince`. */
  get heard(): number {
    return this.count;
  }

  /**
   * Resolves with true once more was heard than at `heard`, which may be at once, so that no word is missed between
   * reading and waiting; with false after `timeoutMs`, or when aborted.
   */
  async changedSince(heard: number, timeoutMs: number, signal: AbortSignal): Promise<boolean> {
    if (this.count === heard && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(timer);
          this.waiting.delete(done);
          signal.removeEventListener('abort', done);
          resolve();
        };
        const timer = setTimeout(done, timeoutMs);
        this.waiting.add(done);
        signal.addEventListener('abort', done);
      });
    }
    return this.count !== heard;
  }

  /** Reads what is new; word that comes meanwhile makes it read again, once. */
  private advance(): void {
    this.again = true;
    this.reading ??= this.readOn().finally(() => (this.reading = null));
  }

  private async readOn(): Promise<void> {
    while (this.again) {
      this.again = false;
      try {
        await this.readNew();
      } catch (error) {
        this.onError(error instanceof Error ? error : new Error(String(error)));
        return;
      }
    }
  }

  private async readNew(): Promise<void> {
    if (this.since === null) {
      this.since = await this.newest();
      this.wake();
      return;
    }
    let batch: JournalEntry[];
    do {
      batch = await readAfter(this.database, this.recent.at(-1)?.position ?? this.since, BATCH);
      this.keep(batch);
    } while (batch.length === BATCH);
    this.wake();
  }

  private keep(batch: readonly JournalEntry[]): void {
    this.recent.push(...batch);
    const forgotten = this.recent.splice(0, Math.max(0, this.recent.length - KEPT));
    this.since = forgotten.at(-1)?.position ?? this.since;
  }

  private wake(): void {
    this.count += 1;
    for (const callback of [...this.waiting]) callback();
  }
}
