import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A folder for the files of a test. */
export class TestFiles {
  private readonly folder = mkdtempSync(path.join(os.tmpdir(), 'upstairs-cli-'));

  /** Writes a file; answers its path. */
  write(name: string, content: string | Buffer): string {
    const file = path.join(this.folder, name);
    writeFileSync(file, content);
    return file;
  }

  /** Removes everything. */
  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A CSV of so many complaints of our own, with an id, a subject and a text each. */
export function complaints(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const text = `Nobody answers since week ${index}.\nI asked ""twice"", on Monday and on Friday.`;
    return `C-${index + 1},Complaint number ${index + 1},"${text}"`;
  });
  return `id,subject,description\n${rows.join('\n')}\n`;
}
