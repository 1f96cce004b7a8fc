import { may } from '../../../domain/authority';
import type { Person } from '../../../domain/people';
import type { Frame } from './frames';

/** So many of the newest events are kept: who follows closely, or comes back after a restart, asks no database. */
const KEPT = 5_000;
/** Those who come back after a break stand at many positions: their pieces are not kept. */
const RUNS_KEPT = 16;

/** Some events in a row. */
export interface Run {
  frames: readonly Frame[];
  /** All of them as one piece, made once for everybody who gets it. */
  bytes: Buffer;
}

/** The newest events of the journal with who may see them, in memory. */
export class RecentFrames {
  private frames: Frame[] = [];
  /** By escalation: who takes part in it, as of its newest event here. */
  private readonly sight = new Map<string, ReadonlySet<string>>();
  /** By the position that they begin after: listeners mostly stand at the same one. */
  private readonly runs = new Map<number, Run>();

  /** @param since the position that they begin after */
  constructor(private since: number) {}

  static readonly kept = KEPT;

  /** The newest position. */
  get newest(): number {
    return this.frames.at(-1)?.position ?? this.since;
  }

  /** Adds what came after the newest; `participants` are those of all its escalations, asked after it was read. */
  add(frames: readonly Frame[], participants: ReadonlyMap<string, ReadonlySet<string>>): void {
    for (const [id, people] of participants) this.sight.set(id, people);
    this.runs.clear();
    this.frames.push(...frames);
    const forgotten = this.frames.splice(0, Math.max(0, this.frames.length - KEPT));
    this.since = forgotten.at(-1)?.position ?? this.since;
    if (this.sight.size > 2 * KEPT) this.forgetSight();
  }

  /** Events after a position, `limit` at most; null where they reach further back than what is kept. */
  after(position: number, limit: number): Run | null {
    if (position < this.since) return null;
    const known = this.runs.get(position);
    if (known) return known;
    const first = this.indexAfter(position);
    const frames = this.frames.slice(first, first + limit);
    const run = { frames, bytes: Buffer.concat(frames.map(({ bytes }) => bytes)) };
    if (this.runs.size < RUNS_KEPT) this.runs.set(position, run);
    return run;
  }

  /** Whether somebody may see an escalation of which there are events here (as `maySee` has it). */
  maySee(person: Person, escalationId: string): boolean {
    return may(person, 'see-all') || this.sight.get(escalationId)?.has(person.id) === true;
  }

  private indexAfter(position: number): number {
    let [low, high] = [0, this.frames.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.frames[middle]?.position ?? Infinity) > position) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  private forgetSight(): void {
    const here = new Set(this.frames.map(({ escalationId }) => escalationId));
    for (const id of this.sight.keys()) if (!here.has(id)) this.sight.delete(id);
  }
}
