import { FrameParser } from './frame-parser';
import type { LiveEvent } from './live-event';
import { liveEventOf, positionOf } from './live-event';

/** The server gives a sign of life every 15 s: after this silence the line is dead, whatever the browser believes. */
const SILENCE_MS = 35_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;
/** A connection that held for so long was a good one: the next pause is short again. */
const STEADY_MS = 5_000;

/** What a connection tells. */
export interface ConnectionEars {
  /** The stream has begun. */
  onOpen: () => void;
  onEvent: (event: LiveEvent) => void;
  /** A sign of life; everything up to this position has been told. */
  onPosition: (position: number) => void;
  /** The line is down; it is tried again. */
  onLost: () => void;
  /** Nobody is signed in any more; `wake` tries again. */
  onSessionEnded: () => void;
}

type Ending = 'lost' | 'session-ended' | 'bad-position';

/** One connection to the stream, made anew whenever it breaks, going on after the last position. */
export class StreamConnection {
  private readonly closing = new AbortController();
  private attempt: AbortController | null = null;
  private hurry: (() => void) | null = null;
  private pauses = 0;
  private openedAt: number | null = null;
  private heardAt: number | null = null;

  constructor(
    private readonly url: string,
    private position: number | null,
    private readonly ears: ConnectionEars,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {
    void this.keepOpen();
  }

  /** Ends it for good. */
  close(): void {
    this.closing.abort();
    this.attempt?.abort();
    this.hurry?.();
  }

  /** Tries at once where it waits, and checks a line that has been silent: the computer may have slept. */
  wake(): void {
    this.hurry?.();
    if (this.heardAt !== null && Date.now() - this.heardAt > SILENCE_MS) this.attempt?.abort();
  }

  private get closed(): boolean {
    return this.closing.signal.aborted;
  }

  private async keepOpen(): Promise<void> {
    while (!this.closed) {
      this.openedAt = null;
      const ending = await this.readOnce();
      if (this.closed) return;
      if (this.openedAt !== null && Date.now() - this.openedAt > STEADY_MS) this.pauses = 0;
      if (ending === 'bad-position') this.position = null;
      if (ending === 'session-ended') {
        this.ears.onSessionEnded();
        await this.pause(null);
      } else {
        this.ears.onLost();
        await this.pause(this.nextPauseMs());
      }
    }
  }

  private nextPauseMs(): number {
    const longest = Math.min(FIRST_PAUSE_MS * 2 ** this.pauses, LONGEST_PAUSE_MS);
    this.pauses += 1;
    // A thousand pages whose server comes back must not all come at once.
    return longest * (0.5 + Math.random() / 2);
  }

  /** Null waits until somebody wakes it. */
  private pause(ms: number | null): Promise<void> {
    return new Promise((resolve) => {
      const timer = ms === null ? undefined : setTimeout(() => this.hurry?.(), ms);
      this.hurry = () => {
        clearTimeout(timer);
        this.hurry = null;
        resolve();
      };
    });
  }

  private async readOnce(): Promise<Ending> {
    const attempt = new AbortController();
    this.attempt = attempt;
    let silence = setTimeout(() => attempt.abort(), SILENCE_MS);
    const heard = () => {
      this.heardAt = Date.now();
      clearTimeout(silence);
      silence = setTimeout(() => attempt.abort(), SILENCE_MS);
    };
    try {
      const response = await fetch(this.url, {
        headers: { Accept: 'text/event-stream', ...this.headers, ...this.resumption() },
        ...{ credentials: 'same-origin', cache: 'no-store', signal: attempt.signal },
      });
      if (response.status === 401) return 'session-ended';
      if (response.status === 400 && this.position !== null) return 'bad-position';
      if (!response.ok || !response.body) return 'lost';
      heard();
      this.openedAt = Date.now();
      this.ears.onOpen();
      await this.read(response.body, heard);
      return 'lost';
    } catch {
      return 'lost';
    } finally {
      clearTimeout(silence);
      this.heardAt = null;
      // What is left of an answer that nobody reads would keep its connection.
      attempt.abort();
    }
  }

  private resumption(): Record<string, string> {
    return this.position === null ? {} : { 'Last-Event-ID': String(this.position) };
  }

  private async read(body: ReadableStream<Uint8Array>, heard: () => void): Promise<void> {
    const parser = new FrameParser();
    const decoder = new TextDecoder();
    const reader = body.getReader();
    for (;;) {
      const { value, done } = await reader.read();
      if (done || this.closed) return;
      heard();
      for (const frame of parser.take(decoder.decode(value, { stream: true }))) {
        const position = positionOf(frame);
        if (position === null) continue;
        this.position = position;
        const event = liveEventOf(frame);
        if (event) this.ears.onEvent(event);
        else this.ears.onPosition(position);
      }
    }
  }
}
