// Builds the console into a folder of its own and puts it in place at once, so that a running API never serves half of it.
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'vite';
import { root } from '../bootstrap/steps.mjs';

const target = path.join(root, 'dist/services/console');
const worthPacking = /\.(js|css|svg|html)$/;

/** Builds the console; its files lie packed beside the plain ones. */
export async function buildConsole() {
  const fresh = `${target}.${process.pid}`;
  // Tests build too, with an environment of their own; what they try is what everybody gets.
  process.env.NODE_ENV = 'production';
  try {
    await build({
      configFile: path.join(root, 'services/console/vite.config.mjs'),
      logLevel: 'warn',
      build: { outDir: fresh, emptyOutDir: true },
    });
    await packAll(fresh);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
  const old = `${target}.old.${process.pid}`;
  await rename(target, old).catch(() => undefined);
  await rename(fresh, target);
  await rm(old, { recursive: true, force: true });
}

async function packAll(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile() && worthPacking.test(entry.name));
  await Promise.all(files.map((entry) => pack(path.join(entry.parentPath ?? entry.path, entry.name))));
}

async function pack(file) {
  const content = await readFile(file);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
  await writeFile(`${file}.br`, await promisify(brotliCompress)(content, quality));
}
