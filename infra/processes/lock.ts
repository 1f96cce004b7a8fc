import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isSystemError, SetupFailure } from './failure';
import type { ProcessMark } from './identity';
import { isAlive, markOf } from './identity';

/** What stands in a lock file: who holds it and, for the message, since when. */
interface LockHolder extends ProcessMark {
  since: string;
}

/**
 * Takes a lock file for this process; the lock of a process that is gone is mended. `refusal` makes the sentence for
 * the case that a living process holds it. Answers the function that gives the lock back.
 */
export function takeLock(file: string, refusal: (pid: number, since: string) => string): () => void {
  const mark = markOf(process.pid);
  if (!mark) throw new Error('This process cannot see itself.');
  const own = `${file}.${process.pid}`;
  const holder: LockHolder = { ...mark, since: new Date().toISOString() };
  writeFileSync(own, JSON.stringify(holder));
  try {
    while (!linked(own, file)) {
      const other = readHolder(file);
      if (other && isAlive(other)) throw new SetupFailure(refusal(other.pid, other.since));
      if (other) removeStale(file, other);
    }
  } finally {
    rmSync(own, { force: true });
  }
  return () => {
    if (isSame(readHolder(file), mark)) rmSync(file, { force: true });
  };
}

function isSame(holder: ProcessMark | null, other: ProcessMark): boolean {
  return holder?.pid === other.pid && holder.began === other.began;
}

// A hard link is made or refused in one step, and never shows a half-written file.
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) return false;
    throw error;
  }
}

// Two starts may find the same stale lock: what one of them moved away must be the stale one, else it is put back.
function removeStale(file: string, stale: LockHolder): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
    if (!isSame(readHolder(aside), stale)) linked(aside, file);
  } catch (error) {
    if (!isSystemError(error, 'ENOENT')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function readHolder(file: string): LockHolder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as LockHolder;
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return null;
    // Unreadable: nobody can be holding it.
    return { pid: -1, began: '', since: '' };
  }
}
