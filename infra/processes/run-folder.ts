import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ProcessMark } from './identity';
import { endProcess, isAlive, markOf } from './identity';

/** What is written down of a process that we started. */
interface RunRecord extends ProcessMark {
  signal: NodeJS.Signals;
}

/** The order in which what a killed run left behind is ended: those that use a server before the server. */
const lastOnes = ['temporal', 'postgres'];

/** The folder in which every running process of a system is noted, so that a later start can end what a killed one left. */
export class RunFolder {
  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
  }

  /** Notes a process under its name, with the signal that ends it in order. */
  note(name: string, pid: number, signal: NodeJS.Signals): void {
    const mark = markOf(pid);
    if (!mark) return;
    const record: RunRecord = { ...mark, signal };
    const file = this.fileOf(name);
    writeFileSync(`${file}.new`, JSON.stringify(record));
    renameSync(`${file}.new`, file);
  }

  forget(name: string): void {
    rmSync(this.fileOf(name), { force: true });
  }

  /** Ends the processes that an earlier run noted and left running; answers their names. */
  async endLeftovers(): Promise<string[]> {
    const names = readdirSync(this.folder).flatMap((file) => (file.endsWith('.json') ? [file.slice(0, -5)] : []));
    const ended: string[] = [];
    for (const name of names.sort((a, b) => lastOnes.indexOf(a) - lastOnes.indexOf(b))) {
      const record = this.read(name);
      if (record && isAlive(record)) {
        await endProcess(record, record.signal, 5_000);
        ended.push(name);
      }
      this.forget(name);
    }
    return ended;
  }

  private read(name: string): RunRecord | null {
    try {
      return JSON.parse(readFileSync(this.fileOf(name), 'utf8')) as RunRecord;
    } catch {
      return null;
    }
  }

  private fileOf(name: string): string {
    return path.join(this.folder, `${name}.json`);
  }
}
