import { chownSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { SetupFailure } from '../processes/failure';
import type { Account } from './account';
import { canAccess, postgresAccount } from './account';
import { postgresFolder } from './binaries';
import { copyPrograms, openFolder, removeForsakenClusters } from './elsewhere';

/** Where a cluster's files and its programs are. */
export interface Place {
  /** Holds bin, lib and share. */
  programs: string;
  /** The data directory of Postgres. */
  cluster: string;
  /** Who runs it, where this is not who we are. */
  account: Account | null;
}

const placeFile = 'cluster-place';

/**
 * Where the cluster of a data folder lives, and as whom it runs. As root, Postgres runs as another user, who cannot
 * enter a folder under a closed one such as /root or a fresh `mktemp -d`: then the programs are copied, and the cluster
 * is kept, where that user can go, and the data folder notes where.
 */
export async function placeOf(folder: string, say: (line: string) => void): Promise<Place> {
  const asRoot = process.getuid?.() === 0;
  mkdirSync(folder, { recursive: true, mode: asRoot ? 0o711 : 0o700 });
  const known = knownCluster(folder);
  // A cluster that a user made without being root goes on as that user's.
  const account = asRoot ? (ownerOf(known) ?? postgresAccount()) : null;
  if (known !== null) checkReach(known, account);
  const own = postgresFolder();
  const runs = canAccess(account, '-x', path.join(own, 'bin/postgres'));
  const programs = runs ? own : copyPrograms(own, elsewhere(account));
  return { programs, account, cluster: known ?? (await newCluster(folder, account, say)) };
}

function knownCluster(folder: string): string | null {
  const noted = path.join(folder, placeFile);
  if (existsSync(noted)) return notedCluster(noted);
  const inside = path.join(folder, 'cluster');
  return existsSync(inside) ? inside : null;
}

async function newCluster(folder: string, account: Account | null, say: (line: string) => void): Promise<string> {
  if (canAccess(account, '-x', folder)) return ownedFolder(path.join(folder, 'cluster'), account);
  const base = elsewhere(account);
  await removeForsakenClusters(base);
  const cluster = ownedFolder(path.join(base, `cluster-${randomBytes(6).toString('hex')}`), account);
  const noted = path.join(folder, placeFile);
  writeFileSync(noted, cluster);
  writeFileSync(`${cluster}.owner`, noted);
  say(`The user postgres cannot enter ${folder}, so the database is kept in ${cluster}`);
  return cluster;
}

function checkReach(cluster: string, account: Account | null): void {
  if (canAccess(account, '-x', cluster)) return;
  throw new SetupFailure(
    `The database is in ${cluster}, and the user who runs it (uid ${account?.uid ?? process.getuid?.()}) cannot enter ` +
      'that folder. Open the folders above it (chmod o+x), or start as the user who owns it.',
  );
}

function ownerOf(cluster: string | null): Account | null {
  if (cluster === null) return null;
  const { uid, gid } = statSync(cluster);
  return uid === 0 ? null : { uid, gid };
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
