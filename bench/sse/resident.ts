import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const KB = 1024;

/** The resident memory of a process in bytes, as the system counts it. */
export async function residentBytes(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout.trim()) * KB;
}

/** Watches a process's resident memory for as long as something goes on. */
export class MemoryWatch {
  private readonly timer: NodeJS.Timeout;
  private highest = 0;

  constructor(pid: number, everyMs: number) {
    this.timer = setInterval(() => {
      residentBytes(pid).then(
        (bytes) => (this.highest = Math.max(this.highest, bytes)),
        () => undefined,
      );
    }, everyMs);
  }

  /** Ends it, with the most that was seen, in bytes. */
  end(): number {
    clearInterval(this.timer);
    return this.highest;
  }
}
