import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** An expected failure: its message is all that a person needs. */
export class BootstrapError extends Error {
  name = 'BootstrapError';
}

/**
 * Runs a child whose output is shown only when it fails, telling every so often that it is still at work. A signal
 * that comes meanwhile ends the child and then this process, with exit code 0 as the running system would.
 */
export async function runQuietly(title, file, args, { quiet = false, isSlow = false, hint = '' } = {}) {
  const startedAt = Date.now();
  const child = spawn(file, args, { cwd: root, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  // stdout belongs to a quiet command; what takes long is told beside it.
  const say = quiet ? (line) => isSlow && console.error(line) : (line) => console.log(line);
  say(`${title} …`);
  const ticker = setInterval(() => say(`  … ${Math.round((Date.now() - startedAt) / 1000)} s`), 15_000);
  const stopped = stopWithChild(child);
  const code = await new Promise((resolve) => {
    child.once('error', (error) => {
      output += error.message;
      resolve(-1);
    });
    child.once('close', (exitCode) => resolve(exitCode ?? -1));
  });
  clearInterval(ticker);
  if (stopped()) process.exit(0);
  if (code !== 0) throw new BootstrapError(`${title} failed.\n${output.trim()}\n${hint}`.trimEnd());
  return Date.now() - startedAt;
}

// npm takes half a minute to heed a signal. What it leaves half-done is seen and done again by the next start.
const patienceMs = 2_000;

// The child has a process group of its own, so that its own children end with it.
function stopWithChild(child) {
  let stopping = false;
  const send = (signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // It has ended already.
    }
  };
  const stop = () => {
    if (!stopping) setTimeout(() => send('SIGKILL'), patienceMs).unref();
    stopping = true;
    send('SIGTERM');
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, stop);
  return () => {
    for (const signal of signals) process.off(signal, stop);
    return stopping;
  };
}
