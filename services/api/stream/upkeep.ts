import type { Logger } from '../../shared/logger';
import type { Listener } from './listener';

/** How streams treat those who listen. */
export interface StreamPatience {
  /** A sign of life so often. */
  heartbeatMs: number;
  /** A listener whose buffer stays full for so long is cut off. */
  stalledAfterMs: number;
}

/** In each interval between two signs of life all listeners are looked at so often, by one timer for all. */
const LOOKS = 30;
/** So many are asked at once whether they still may listen. */
const CHECKED_AT_ONCE = 4;

/** Keeps the streams in order: signs of life, who may still listen, and who does not read. */
export class Upkeep {
  private timer: NodeJS.Timeout | undefined;
  private readonly due: Listener[] = [];
  private checking = 0;

  constructor(
    private readonly patience: StreamPatience,
    private readonly log: Logger,
    /** Whether a sign of life is true: that whoever hears it has heard everything. */
    private readonly isComplete: () => boolean,
  ) {}

  start(listeners: ReadonlySet<Listener>): void {
    const everyMs = Math.min(this.patience.heartbeatMs, this.patience.stalledAfterMs) / LOOKS;
    this.timer ??= setInterval(() => this.look(listeners), everyMs);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** The first sign of life of somebody new comes early, at a moment of their own: a thousand who came at once spread. */
  welcome(listener: Listener): void {
    listener.dueAtMs = performance.now() + this.patience.heartbeatMs * (0.5 + Math.random() / 2);
  }

  private look(listeners: ReadonlySet<Listener>): void {
    const nowMs = performance.now();
    for (const listener of listeners) {
      if (listener.isStalled(nowMs, this.patience.stalledAfterMs)) {
        const { person, position } = listener;
        this.log.warn({ personId: person.id, position }, 'a listener who does not read was cut off');
        listener.cutOff();
      } else if (nowMs >= listener.dueAtMs) {
        listener.dueAtMs = nowMs + this.patience.heartbeatMs;
        this.due.push(listener);
      }
    }
    while (this.checking < CHECKED_AT_ONCE && this.due.length > 0) void this.check();
  }

  private async check(): Promise<void> {
    this.checking += 1;
    for (let listener = this.due.shift(); listener; listener = this.due.shift()) {
      if (!listener.isOver) await this.attend(listener);
    }
    this.checking -= 1;
  }

  private async attend(listener: Listener): Promise<void> {
    try {
      const person = await listener.recheck();
      if (!person) {
        listener.end();
        return;
      }
      listener.person = person;
      if (this.isComplete()) listener.heartbeat();
    } catch (error) {
      this.log.warn({ err: error }, 'nobody knows whether a listener still may listen');
    }
  }
}
