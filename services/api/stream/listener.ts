import type { Writable } from 'node:stream';
import type { Person } from '../../../domain/people';
import type { Frame } from './frames';
import { heartbeatFrame, retryFrame } from './frames';

/** Where a stream writes to: the response, or anything that flows like one. */
export type Sink = Pick<Writable, 'write' | 'on' | 'end' | 'destroy' | 'writableNeedDrain'>;

/** Somebody who listens, and how far they are. */
export interface ListenerFacts {
  sink: Sink;
  person: Person;
  /** Who it is now; null once their key or session does not hold any more. */
  recheck: () => Promise<Person | null>;
  /** The position after which they begin. */
  position: number;
}

const RECONNECT_MS = 2_000;

/** One who listens. What they do not read is never piled up: nothing is written while their buffer is full. */
export class Listener {
  person: Person;
  position: number;
  /** When the next sign of life is due, on the monotonic clock. */
  dueAtMs = 0;
  /** Reads from the database what happened long ago; until then nothing of today is written. */
  isCatchingUp = false;
  readonly recheck: () => Promise<Person | null>;
  private fullSinceMs: number | null = null;
  private over = false;
  private onRoom: () => void = () => undefined;
  private onGone: () => void = () => undefined;
  private readonly sink: Sink;

  constructor({ sink, person, recheck, position }: ListenerFacts) {
    this.sink = sink;
    this.person = person;
    this.recheck = recheck;
    this.position = position;
    sink.on('drain', () => {
      this.fullSinceMs = null;
      this.onRoom();
    });
    sink.on('close', () => {
      this.over = true;
      this.onGone();
    });
    sink.on('error', () => undefined);
  }

  /** Says where they begin, so that a break before the first event loses nothing. */
  begin(onRoom: () => void, onGone: () => void): void {
    this.onRoom = onRoom;
    this.onGone = onGone;
    this.write(Buffer.concat([retryFrame(RECONNECT_MS), heartbeatFrame(this.position)]));
  }

  get isOver(): boolean {
    return this.over;
  }

  get isFull(): boolean {
    return this.fullSinceMs !== null;
  }

  /** Tells a run of events of which they may see those; the position moves past all of it. */
  tell(run: readonly Frame[], visible: readonly Frame[], whole: Buffer): void {
    if (visible.length === run.length) this.write(whole);
    else if (visible.length > 0) this.write(Buffer.concat(visible.map(({ bytes }) => bytes)));
    this.position = run.at(-1)?.position ?? this.position;
  }

  /** A sign of life: everything up to now has been told. */
  heartbeat(): void {
    if (!this.isFull) this.write(heartbeatFrame(this.position));
  }

  /** Whether their buffer has been full for so long. */
  isStalled(nowMs: number, patienceMs: number): boolean {
    return this.fullSinceMs !== null && nowMs - this.fullSinceMs > patienceMs;
  }

  /** Ends it in order. */
  end(): void {
    this.over = true;
    this.sink.end();
  }

  /** Ends it at once, whatever was not read. */
  cutOff(): void {
    this.over = true;
    this.sink.destroy();
  }

  private write(bytes: Buffer): void {
    if (this.over || this.sink.write(bytes)) return;
    this.fullSinceMs ??= performance.now();
  }
}
