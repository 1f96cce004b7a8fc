import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root, runQuietly } from './steps.mjs';

/** Runs `npm ci` where node_modules is missing or differs from the lock file. */
export async function installWhenNeeded(quiet) {
  if (installed()) return;
  const npm = process.env.npm_execpath;
  const [file, args] = npm ? [process.execPath, [npm]] : ['npm', []];
  await runQuietly(
    'Installing the dependencies (npm ci)',
    file,
    [...args, 'ci', '--include=dev', '--no-audit', '--no-fund'],
    {
      quiet,
      isSlow: true,
      hint: 'Is the npm registry reachable, and is there room on the disk? Then run the same command again.',
    },
  );
}

// npm itself keeps what it has installed in node_modules/.package-lock.json and writes it last.
function installed() {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json');
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(
    ([place, { version, optional }]) =>
      place === '' || present[place]?.version === version || (optional && !present[place]),
  );
}

function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(path.join(root, lockFile), 'utf8')).packages;
  } catch {
    return null;
  }
}
