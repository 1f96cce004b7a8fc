// Compiles the changed sources with swc, makes the workflow bundle and builds the console. swc, not tsc: a fresh clone is built in about a
// second, so `npm start` need not wait for a type check, which `npm run verify` does anyway.
import { transformFile } from '@swc/core';
import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import path from 'node:path';
import { bundleHash, consoleHash, readStamp, sourceHashes } from '../bootstrap/build.mjs';
import { root } from '../bootstrap/steps.mjs';
import { buildConsole } from './console.mjs';

const dist = path.join(root, 'dist');
const sources = sourceHashes();
const last = readStamp();

const changed = Object.keys(sources).filter((file) => last.sources[file] !== sources[file]);
const gone = Object.keys(last.sources).filter((file) => !(file in sources));
await Promise.all(gone.flatMap((file) => outputsOf(file).map((output) => rm(output, { force: true }))));
await Promise.all(changed.map((file) => (file.endsWith('.ts') ? compile(file) : copy(file))));

const bundle = bundleHash(sources);
if (last.bundle !== bundle) await promisify(execFile)(process.execPath, [path.join(dist, 'infra/build/bundle.js')]);
const consoleIs = consoleHash();
if (last.console !== consoleIs) await buildConsole();
await write(path.join(dist, 'build-stamp.json'), JSON.stringify({ sources, bundle, console: consoleIs }));

async function compile(file) {
  const output = outputsOf(file)[0];
  const { code, map } = await transformFile(path.join(root, file), {
    swcrc: false,
    configFile: false,
    sourceMaps: true,
    module: { type: 'commonjs', ignoreDynamic: true },
    jsc: { parser: { syntax: 'typescript' }, target: 'es2023', keepClassNames: true },
  });
  const mapName = `${path.basename(output)}.map`;
  await mkdir(path.dirname(output), { recursive: true });
  await write(`${output}.map`, map ?? '');
  await write(output, `${code}\n//# sourceMappingURL=${mapName}\n`);
}

async function copy(file) {
  const output = path.join(dist, file);
  await mkdir(path.dirname(output), { recursive: true });
  await copyFile(path.join(root, file), output);
}

// A second build at the same moment writes the same bytes; nobody must read half of them.
async function write(file, content) {
  const half = `${file}.${process.pid}`;
  await writeFile(half, content);
  await rename(half, file);
}

function outputsOf(file) {
  if (!file.endsWith('.ts')) return [path.join(dist, file)];
  const output = path.join(dist, file.replace(/\.ts$/, '.js'));
  return [output, `${output}.map`];
}
