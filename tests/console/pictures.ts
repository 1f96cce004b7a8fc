import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { repository } from '../../infra/local/folders';
import startServers from '../support/global-setup';
import stopServers from '../support/global-teardown';
import type { World } from '../support/world';
import { raiseCurtain, type Stage } from './stage';

const folder = path.join(repository, 'docs/images');
const DEMO_MS = 120_000;

/** Takes the pictures of the README anew: the board and an escalation, after the demo has played. */
async function main(): Promise<void> {
  await startServers();
  mkdirSync(folder, { recursive: true });
  const stage = await raiseCurtain();
  try {
    await playDemo(stage.world);
    await take(stage, '/board', 'board', { width: 1440, height: 900 });
    await take(stage, '/escalations/UP-1002', 'escalation', { width: 1440, height: 1000 });
  } finally {
    await stage.close();
    await stopServers();
  }
}

async function playDemo({ apiUrl, folder: data }: World): Promise<void> {
  const env = { ...process.env, UPSTAIRS_API: apiUrl, UPSTAIRS_DATA: data };
  const cli = path.join(repository, 'dist/services/cli/main.js');
  await promisify(execFile)(process.execPath, [cli, 'demo'], { env, timeout: DEMO_MS });
}

async function take(stage: Stage, address: string, name: string, size: { width: number; height: number }) {
  const page = await stage.open('vp-marguerite', address, size);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('[data-live=live]').waitFor({ state: 'attached' });
  await page.getByText('Carrow Energy').filter({ visible: true }).first().waitFor();
  await page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' });
  console.log(`docs/images/${name}.png`);
  await page.context().close();
}

void main();
