import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { chown, statfs } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { messageOf, SetupFailure } from '../processes/failure';
import type { Place } from './place';

const run = promisify(execFile);

/** The role that owns everything in an embedded cluster. */
export const databaseRole = 'upstairs';

const neededMb = 150;

/** The password of the cluster, random and readable by its owner alone; made on first use. */
export function passwordIn(folder: string): string {
  const file = path.join(folder, 'password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/** Makes the cluster when it is not there yet, noting in `folder` that it is whole; one cut off half-way is made anew. */
export async function initialise(folder: string, place: Place): Promise<void> {
  const { account } = place;
  const whole = path.join(folder, 'cluster-is-whole');
  if (existsSync(whole)) return;
  await checkRoom(place.cluster);
  for (const name of readdirSync(place.cluster))
    rmSync(path.join(place.cluster, name), { recursive: true, force: true });
  const secret = mkdtempSync(path.join(os.tmpdir(), 'upstairs-'));
  try {
    const passwordFile = path.join(secret, 'password');
    writeFileSync(passwordFile, passwordIn(folder), { mode: 0o600 });
    if (account) await Promise.all([secret, passwordFile].map((each) => chown(each, account.uid, account.gid)));
    await run(path.join(place.programs, 'bin/initdb'), initdbArgs(place.cluster, passwordFile), {
      ...account,
      cwd: '/',
    });
    writeFileSync(whole, '');
  } catch (error) {
    throw new SetupFailure(`The database could not be made in ${place.cluster}: ${reason(error)}`, { cause: error });
  } finally {
    rmSync(secret, { recursive: true, force: true });
  }
}

// initdb itself says of a full disk that a transaction cannot be aborted.
async function checkRoom(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const freeMb = Math.floor((bavail * bsize) / 1_000_000);
  if (freeMb >= neededMb) return;
  throw new SetupFailure(
    `The disk of ${folder} is full: ${freeMb} MB are free, and a new database needs ${neededMb} MB. ` +
      'Make room, or put the data folder on another disk with UPSTAIRS_DATA.',
  );
}

function initdbArgs(cluster: string, passwordFile: string): string[] {
  return [
    `--pgdata=${cluster}`,
    `--username=${databaseRole}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // Postgres' own C.UTF-8: it sorts and folds the same on every machine, whatever locales that has.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
}

function reason(error: unknown): string {
  const text = (error as { stderr?: string }).stderr?.trim() || messageOf(error);
  return text.split('\n').slice(-4).join('\n');
}
