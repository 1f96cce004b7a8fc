import type { Logger } from '../../shared/logger';
import type { Database } from '../../shared/store/database';
import { latestPosition } from '../../shared/store/journal';
import { CatchUp } from './catch-up';
import { JournalFollower } from './journal-follower';
import { Listener, type ListenerFacts } from './listener';
import { Upkeep, type StreamPatience } from './upkeep';

/** So many events are written to one listener at a time: all that ever waits for one who does not read. */
const BATCH = 100;
/** So many listeners are told in one go; then whatever else the process has to do gets its turn. */
const SLICE = 100;
const LISTENERS_MOST = 5_000;

/** Follows the journal once, and tells all who listen. */
export class StreamHub {
  private readonly listeners = new Set<Listener>();
  private readonly follower: JournalFollower;
  private readonly catchUp: CatchUp;
  private readonly upkeep: Upkeep;
  private round: Promise<void> | null = null;
  private again = false;
  private stopped = false;

  constructor(
    private readonly database: Database,
    log: Logger,
    patience: StreamPatience,
  ) {
    this.follower = new JournalFollower(database, {
      onGrown: () => this.tellAll(),
      onError: (error) => log.warn({ err: error }, 'the journal cannot be followed'),
    });
    this.catchUp = new CatchUp(database, log, BATCH);
    this.upkeep = new Upkeep(patience, log, () => this.follower.isFollowing);
  }

  /** Begins to follow; before that nothing is heard. */
  start(): void {
    this.follower.start();
    this.upkeep.start(this.listeners);
  }

  /** Ends every stream in order: each one goes on elsewhere, or later. */
  end(): void {
    this.stopped = true;
    this.upkeep.stop();
    for (const listener of this.listeners) listener.end();
  }

  /** Ends following, too. */
  async close(): Promise<void> {
    this.end();
    await this.follower.close();
  }

  /** Whether nobody else can listen here. */
  get isFull(): boolean {
    return this.listeners.size >= LISTENERS_MOST;
  }

  /** The position to begin after: that of the last event heard, else now; one that was never given counts as now. */
  async startingAfter(lastHeard: number | null): Promise<number> {
    const known = this.follower.recent?.newest;
    if (known !== undefined && (lastHeard === null || lastHeard <= known)) return lastHeard ?? known;
    const newest = await latestPosition(this.database);
    return Math.min(lastHeard ?? newest, newest);
  }

  /** Tells somebody every event that they may see, as it happens, until they leave or are sent away. */
  add(facts: ListenerFacts): void {
    const listener = new Listener(facts);
    listener.begin(
      () => this.pump(listener),
      () => this.listeners.delete(listener),
    );
    if (this.stopped) {
      listener.end();
      return;
    }
    this.upkeep.welcome(listener);
    this.listeners.add(listener);
    this.pump(listener);
  }

  /** A round among all of them; word that comes meanwhile makes another one. */
  private tellAll(): void {
    this.again = true;
    this.round ??= this.tellInSlices().finally(() => (this.round = null));
  }

  private async tellInSlices(): Promise<void> {
    while (this.again) {
      this.again = false;
      let told = 0;
      for (const listener of this.listeners) {
        this.pump(listener);
        told += 1;
        if (told % SLICE === 0) await new Promise(setImmediate);
      }
    }
  }

  /** Writes what this one has not heard yet, as far as they read. */
  private pump(listener: Listener): void {
    const { recent } = this.follower;
    if (!recent || listener.isCatchingUp) return;
    while (!listener.isOver && !listener.isFull) {
      const run = recent.after(listener.position, BATCH);
      if (!run) {
        void this.catchUp.begin(listener, recent).then(() => this.pump(listener));
        return;
      }
      if (run.frames.length === 0) return;
      const visible = run.frames.filter(({ escalationId }) => recent.maySee(listener.person, escalationId));
      listener.tell(run.frames, visible, run.bytes);
    }
  }
}
