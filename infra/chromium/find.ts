import { execFile, spawn } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { SetupFailure } from '../processes/failure';

const VARIABLE = 'CHROMIUM_PATH';
/** As the distributions, and Google, call it. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const INSTALL_LIMIT_MS = 8 * 60_000;

/**
 * The browser that the console is tried in: the one of CHROMIUM_PATH, one that is installed, else Debian's package,
 * which only root may install.
 * @throws SetupFailure that says what to install.
 */
export async function findChromium(say: (line: string) => void): Promise<string> {
  const present = await installedChromium();
  if (present) return present;
  if (!(await canInstall())) throw missing('no browser was found');
  say('Getting Chromium for the tests of the console: the package of the distribution, with apt-get …');
  await apt(['update', '-qq']);
  await apt(['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  const fresh = await installedChromium();
  if (!fresh) throw missing('the package was installed, and no browser was found after it');
  return fresh;
}

async function installedChromium(): Promise<string | null> {
  const chosen = process.env[VARIABLE];
  for (const name of chosen ? [chosen] : [...NAMES, MAC]) {
    const file = await located(name);
    if (file && (await runs(file))) return file;
  }
  if (chosen) throw missing(`${VARIABLE} names ${chosen}, which does not start`);
  return null;
}

/** Where on PATH it is; null where it is not. */
async function located(name: string): Promise<string | null> {
  const folders = path.isAbsolute(name) ? [''] : (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  for (const folder of folders) {
    const file = path.join(folder, name);
    const isThere = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return file;
  }
  return null;
}

async function runs(file: string): Promise<boolean> {
  try {
    await promisify(execFile)(file, ['--version'], { timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

async function canInstall(): Promise<boolean> {
  return process.platform === 'linux' && process.getuid?.() === 0 && (await located('apt-get')) !== null;
}

/** Debian's tools ask questions unless told that nobody is there. */
function apt(args: readonly string[]): Promise<void> {
  const child = spawn('apt-get', args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: INSTALL_LIMIT_MS,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(missing(`apt-get ${args[0]} failed: ${output.trim().slice(-500)}`)),
    );
  });
}

function missing(why: string): SetupFailure {
  return new SetupFailure(
    `The console is tried in a real browser, and ${why}. Install Chromium or Chrome (Debian: apt-get install chromium), ` +
      `or name one with ${VARIABLE}, and run the same command again.`,
  );
}
