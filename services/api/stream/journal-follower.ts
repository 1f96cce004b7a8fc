import type { Database } from '../../shared/store/database';
import type { FeedEntry } from '../../shared/store/journal-feed';
import { participantsOfAll, readFeed, readNewestFeed } from '../../shared/store/journal-feed';
import { listenToJournal, type Listening } from '../../shared/store/listen';
import { framesOf, type Frame } from './frames';
import { RecentFrames } from './recent-frames';

const BATCH = 500;
/** After a failure the journal is read again so soon, also where nothing new is heard of. */
const RETRY_MS = 1_000;

/** What a follower tells. */
export interface FollowerEars {
  onGrown: () => void;
  onError: (error: Error) => void;
}

/** Reads the journal once for everybody, as it grows. */
export class JournalFollower {
  /** Null until the journal was read for the first time. */
  recent: RecentFrames | null = null;
  private listening: Listening | null = null;
  private reading: Promise<void> | null = null;
  private again = false;
  private hears = false;
  private retry: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    private readonly database: Database,
    private readonly ears: FollowerEars,
  ) {}

  start(): void {
    this.listening ??= listenToJournal(this.database, {
      onAppended: () => this.advance(),
      onError: (error) => {
        this.hears = false;
        this.ears.onError(error);
      },
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    await this.listening?.close();
    await this.reading;
  }

  /** Whether all that is in the journal arrives here: else nobody may be told that they have heard everything. */
  get isFollowing(): boolean {
    return this.hears;
  }

  /** Reads what is new; word that comes meanwhile makes it read again, once. */
  private advance(): void {
    this.again = true;
    this.reading ??= this.readOn().finally(() => (this.reading = null));
  }

  private async readOn(): Promise<void> {
    while (this.again && !this.closed) {
      this.again = false;
      try {
        await this.readNew();
        this.hears = true;
      } catch (error) {
        this.hears = false;
        if (this.closed) return;
        this.ears.onError(error instanceof Error ? error : new Error(String(error)));
        clearTimeout(this.retry);
        this.retry = setTimeout(() => this.advance(), RETRY_MS);
        return;
      }
    }
  }

  private async readNew(): Promise<void> {
    const recent = this.recent ?? (await this.readFirst());
    let entries: FeedEntry[];
    do {
      entries = await readFeed(this.database, recent.newest, BATCH);
      if (entries.length > 0) await this.add(recent, entries);
      this.recent = recent;
      this.ears.onGrown();
    } while (entries.length === BATCH);
  }

  /** Begins with what happened last: those who come back after a restart need no query of their own. */
  private async readFirst(): Promise<RecentFrames> {
    const entries = await readNewestFeed(this.database, RecentFrames.kept);
    const first = entries[0];
    const recent = new RecentFrames(first && entries.length === RecentFrames.kept ? first.position - 1 : 0);
    if (entries.length > 0) await this.add(recent, entries);
    return recent;
  }

  private async add(recent: RecentFrames, entries: readonly FeedEntry[]): Promise<void> {
    const ids = [...new Set(entries.map(({ escalationId }) => escalationId))];
    const [frames, participants]: [Frame[], Map<string, ReadonlySet<string>>] = await Promise.all([
      framesOf(this.database, entries),
      participantsOfAll(this.database, ids),
    ]);
    recent.add(frames, participants);
  }
}
