import { chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { SetupFailure } from '../processes/failure';
import type { Account } from './account';
import { canAccess } from './account';
import { postgresFolder } from './binaries';
import { copyPrograms, openFolder, removeForsakenClusters } from './elsewhere';

/** Where a cluster's files and its programs are. */
export interface Place {
  /** Holds bin, lib and share. */
  programs: string;
  /** The data directory of Postgres. */
  cluster: string;
}

/**
 * Where the cluster of a data folder lives. As root, Postgres runs as another user, who cannot enter a folder under a
 * closed one such as /root or a fresh `mktemp -d`: then the programs are copied, and the cluster is kept, where that
 * user can go, and the data folder notes where.
 */
export async function placeOf(folder: string, account: Account | null, say: (line: string) => void): Promise<Place> {
  mkdirSync(folder, { recursive: true, mode: account ? 0o711 : 0o700 });
  const own = postgresFolder();
  const programs = canAccess(account, '-x', path.join(own, 'bin/postgres'))
    ? own
    : copyPrograms(own, elsewhere(account));
  const noted = path.join(folder, 'cluster-place');
  if (existsSync(noted)) return { programs, cluster: notedCluster(noted) };
  if (canAccess(account, '-x', folder))
    return { programs, cluster: ownedFolder(path.join(folder, 'cluster'), account) };
  const base = elsewhere(account);
  await removeForsakenClusters(base);
  const cluster = ownedFolder(path.join(base, `cluster-${randomBytes(6).toString('hex')}`), account);
  writeFileSync(noted, cluster);
  writeFileSync(`${cluster}.owner`, noted);
  say(`The user postgres cannot enter ${folder}, so the database is kept in ${cluster}`);
  return { programs, cluster };
}

function elsewhere(account: Account | null): string {
  const folder = openFolder((candidate) => canAccess(account, '-x', candidate));
  if (folder) return folder;
  throw new SetupFailure(
    'As root, Postgres runs as the user postgres, who can enter neither this clone with its data folder nor a folder ' +
      'of ours in /var/lib or /opt. Put both where every user can go, or name a Postgres in DATABASE_URL.',
  );
}

function notedCluster(noted: string): string {
  const cluster = readFileSync(noted, 'utf8').trim();
  if (existsSync(cluster)) return cluster;
  throw new SetupFailure(
    `The database of this data folder was kept in ${cluster} (says ${noted}), and that is gone. ` +
      'Bring it back, or delete the data folder to begin anew.',
  );
}

function ownedFolder(folder: string, account: Account | null): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
  return folder;
}
