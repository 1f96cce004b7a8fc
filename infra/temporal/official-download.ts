import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Source } from './find';
import { temporalVersion } from './pin';

const withinMs = 180_000;

/** Temporal's own download, as its SDK does it. */
export const officialDownload: Source = {
  name: 'the official download',
  async fetch(folder) {
    await download(folder);
    const [name] = (await readdir(folder)).filter((entry) => entry.startsWith('temporal'));
    if (!name) throw new Error('the download left no binary');
    return path.join(folder, name);
  },
};

// In a process of its own, so that a connection which neither answers nor breaks can be given up.
function download(folder: string): Promise<void> {
  const program = path.join(__dirname, 'download-child.js');
  const child = spawn(process.execPath, [program, temporalVersion, folder], { stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`nothing came of it within ${withinMs / 1000} s`));
    }, withinMs);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve();
      else reject(new Error(errors.trim().split('\n')[0] ?? `it ended with code ${code}`));
    });
  });
}
