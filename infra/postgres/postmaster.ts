import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { commandLineOf, endProcess, markOf } from '../processes/identity';

/**
 * Ends a Postgres that still runs on a cluster, which is one that a killed launcher left, and takes away the pid file
 * of one that is gone: Postgres itself would take any process that got the same pid for a running server.
 */
export async function endPostmaster(cluster: string): Promise<void> {
  const pidFile = path.join(cluster, 'postmaster.pid');
  const pid = firstLine(pidFile);
  if (pid === null) return;
  const mark = markOf(pid);
  if (mark && commandLineOf(pid).includes(cluster)) await endProcess(mark, 'SIGINT', 5_000);
  rmSync(pidFile, { force: true });
}

function firstLine(pidFile: string): number | null {
  try {
    return Number.parseInt(readFileSync(pidFile, 'utf8'), 10) || null;
  } catch {
    return null;
  }
}
