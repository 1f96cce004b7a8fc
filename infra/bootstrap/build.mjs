import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root, runQuietly } from './steps.mjs';

const folders = ['domain', 'workflows', 'activities', 'services', 'infra', 'tests', 'bench'];
/** What is copied beside the compiled files as it is. */
const assets = /\.(json|sql|csv|html|css|txt|yaml)$/;
const consoleFolder = 'services/console';
const bundleFolders = ['domain', 'workflows'];
const bundleFiles = ['infra/build/bundle.ts', 'infra/build/bundle-workflows.ts', 'services/shared/telemetry.ts'];

/** Compiles what changed since the last build: dist/, the workflow bundle and the console. */
export async function buildWhenStale(quiet) {
  const sources = sourceHashes();
  const plan = { sources, bundle: bundleHash(sources), console: consoleHash() };
  if (isBuilt(plan)) return;
  await runQuietly('Building', process.execPath, [path.join(root, 'infra/build/main.mjs')], { quiet });
}

/** A hash for each source file, by its path in the repository. */
export function sourceHashes() {
  const hashes = {};
  for (const folder of folders) {
    for (const file of filesUnder(folder)) {
      if (/\.test\.ts$|\.d\.ts$/.test(file) || file.startsWith(`${consoleFolder}/`)) continue;
      if (file.endsWith('.ts') || assets.test(file)) hashes[file] = sha256(readFileSync(path.join(root, file)));
    }
  }
  return hashes;
}

/** One hash over everything that goes into the workflow bundle. */
export function bundleHash(sources) {
  const inside = (file) => bundleFiles.includes(file) || bundleFolders.some((folder) => file.startsWith(`${folder}/`));
  const lines = Object.keys(sources)
    .filter((file) => file.endsWith('.ts') && inside(file))
    .map((file) => `${file} ${sources[file]}`);
  return sha256([...lines, sha256(readFileSync(path.join(root, 'package-lock.json')))].join('\n'));
}

/** One hash over everything that the console is built from; of the rest of the code it may import the core alone. */
export function consoleHash() {
  const files = [...filesUnder(consoleFolder), ...filesUnder('domain')];
  const lines = files.map((file) => `${file} ${sha256(readFileSync(path.join(root, file)))}`);
  return sha256([...lines, sha256(readFileSync(path.join(root, 'package-lock.json')))].join('\n'));
}

/** What the last build was made of; empty when there was none. */
export function readStamp() {
  try {
    return JSON.parse(readFileSync(path.join(root, 'dist/build-stamp.json'), 'utf8'));
  } catch {
    return { sources: {}, bundle: '', console: '' };
  }
}

function isBuilt({ sources, bundle, console: consoleIs }) {
  const last = readStamp();
  const names = Object.keys(sources);
  return (
    last.bundle === bundle &&
    last.console === consoleIs &&
    names.length === Object.keys(last.sources).length &&
    names.every((name) => last.sources[name] === sources[name])
  );
}

function filesUnder(folder) {
  let entries;
  try {
    entries = readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true });
  } catch {
    return [];
  }
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

function sha256(content) {
  return createHash('sha256').update(content).digest('hex');
}
