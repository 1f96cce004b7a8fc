import type { Writable } from 'node:stream';

/** How a stream treats its reader. */
export interface StreamPatience {
  /** A sign of life so often, when nothing happens. */
  heartbeatMs: number;
  /** A reader whose buffer stays full for so long is cut off. */
  stalledAfterMs: number;
}

/** Where a stream writes to: the response, or anything that flows like one. */
export type Sink = Pick<Writable, 'write' | 'once' | 'off' | 'destroy' | 'writableNeedDrain'>;

/** Server-sent events to one reader. What is not read is never piled up: writing waits, and at last the reader is cut off. */
export class EventStream {
  private readonly ended = new AbortController();

  constructor(
    private readonly sink: Sink,
    private readonly patience: StreamPatience,
  ) {
    sink.once('close', () => this.ended.abort());
  }

  /** Aborted once the reader has left, or was cut off. */
  get over(): AbortSignal {
    return this.ended.signal;
  }

  /** Writes one event. */
  send(event: string, id: number, data: unknown): void {
    this.write(`event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** A sign of life; the id lets a reader resume after events that were not for them. */
  heartbeat(id: number): void {
    this.write(`: heartbeat\nid: ${id}\n\n`);
  }

  /** How soon a reader comes back by itself after a break. */
  retryAfter(ms: number): void {
    this.write(`retry: ${ms}\n\n`);
  }

  /** Resolves when more may be written; cuts the reader off who does not read. */
  async ready(): Promise<void> {
    if (this.over.aborted || !this.sink.writableNeedDrain) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.sink.off('drain', done);
        this.sink.off('close', done);
        resolve();
      };
      const timer = setTimeout(() => {
        this.ended.abort();
        this.sink.destroy();
        done();
      }, this.patience.stalledAfterMs);
      this.sink.once('drain', done);
      this.sink.once('close', done);
    });
  }

  private write(frame: string): void {
    if (!this.over.aborted) this.sink.write(frame);
  }
}
