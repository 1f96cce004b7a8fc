import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findChromium } from '../chromium/find';
import { dataFolder, repository } from '../local/folders';
import { SetupFailure } from '../processes/failure';
import { findTemporal } from '../temporal/find';

/** How a run of all tests came out, as tests/support/tally-reporter.js writes it. */
interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** Runs jest on what it needs from outside, and closes with a line that programs can read: `N passed, N failed`. */
async function main(args: readonly string[]): Promise<number> {
  const temporal = await findTemporal(dataFolder(), (line) => console.log(line));
  const chromium = await findChromium((line) => console.log(line));
  const folder = mkdtempSync(path.join(os.tmpdir(), 'upstairs-tally-'));
  const tallyFile = path.join(folder, 'tally.json');
  try {
    const code = await runJest(args, {
      TEMPORAL_CLI: temporal,
      CHROMIUM_PATH: chromium,
      UPSTAIRS_TEST_TALLY: tallyFile,
    });
    const { passed, failed, skipped } = readTally(tallyFile);
    const lost = code !== 0 && failed === 0 ? 1 : 0;
    console.log(`${passed} passed, ${failed + lost} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
    return code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// A process of its own: jest may keep handles open, or be ended, and the closing line comes all the same.
function runJest(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const program = path.join(repository, 'node_modules/jest/bin/jest.js');
  const child = spawn(process.execPath, [program, ...args], {
    cwd: repository,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  // The terminal sends Ctrl-C to jest itself; anything else is passed on.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGINT'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

function readTally(file: string): Tally {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Tally;
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

main(process.argv.slice(2))
  .then((code) => (process.exitCode = code))
  .catch((error: unknown) => {
    console.error(error instanceof SetupFailure ? error.message : error);
    console.log('0 passed, 1 failed');
    process.exitCode = 1;
  });
