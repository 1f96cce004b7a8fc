/** At most four times a second … */
const SHORTEST_GAP_MS = 250;
/** … and less often where the work takes long: a server with much to do is not asked for more. */
const GAP_PER_WORK = 3;
/** What comes in one breath is done as one. */
const BREATH_MS = 20;

/** Work that is asked for often and done at a bounded pace; after the last asking it is always done once more. */
export class Paced {
  private asked = false;
  private running = false;
  private closed = false;

  constructor(private readonly work: () => Promise<unknown>) {}

  /** Asks for it. */
  ask(): void {
    this.asked = true;
    if (!this.running) void this.run();
  }

  /** No more work begins. */
  close(): void {
    this.closed = true;
  }

  private async run(): Promise<void> {
    this.running = true;
    await pause(BREATH_MS);
    while (this.asked && !this.closed) {
      this.asked = false;
      const begunAt = performance.now();
      await this.work().catch(() => undefined);
      await pause(Math.max(SHORTEST_GAP_MS, GAP_PER_WORK * (performance.now() - begunAt)));
    }
    this.running = false;
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
