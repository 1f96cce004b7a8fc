import type { ProcessSpec } from '../processes/managed-process';
import { ManagedProcess } from '../processes/managed-process';
import type { RunFolder } from '../processes/run-folder';

/** Something that runs until it is stopped. */
interface Stoppable {
  stop(): Promise<void>;
}

/** Everything that was started, in order; stops it in the reverse order. */
export class Supervisor {
  private readonly started: Stoppable[] = [];
  private stopped: Promise<void> | null = null;

  constructor(
    private readonly runFolder: RunFolder,
    readonly say: (line: string) => void,
  ) {}

  /** Starts a program and keeps it running. */
  add(spec: ProcessSpec): ManagedProcess {
    const managed = new ManagedProcess(spec, this.runFolder, this.say);
    this.adopt(managed);
    if (!this.stopped) managed.start();
    return managed;
  }

  /** Starts a program and waits until `check` says yes; one that does not come up is stopped again. */
  async addAndAwait(spec: ProcessSpec, check: () => Promise<boolean>, withinMs: number): Promise<void> {
    const managed = this.add(spec);
    try {
      await managed.untilReady(check, withinMs);
    } catch (error) {
      await managed.stop();
      throw error;
    }
  }

  /** Takes something that runs already under its care. */
  adopt(stoppable: Stoppable): void {
    this.started.push(stoppable);
  }

  /** Stops everything, the last started first. A second call waits for the first. */
  stop(): Promise<void> {
    this.stopped ??= this.stopAll();
    return this.stopped;
  }

  private async stopAll(): Promise<void> {
    for (let next = this.started.pop(); next; next = this.started.pop()) await next.stop();
  }
}
