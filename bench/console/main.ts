import { openBrowser } from '../../infra/chromium/browser';
import { findChromium } from '../../infra/chromium/find';
import { openDatabase } from '../../services/shared/store/database';
import { usualPreferences } from '../../tests/console/preferences';
import { signIn } from '../../tests/console/sign-in';
import startServers from '../../tests/support/global-setup';
import stopServers from '../../tests/support/global-teardown';
import { createWorld, type World } from '../../tests/support/world';
import { firstVisits } from './first-visits';
import { writeManyOpen } from './many-open';
import { routeChanges } from './route-changes';
import { scrollToTheEnd } from './scrolling';

const OPEN = 10_000;
const KB = 1024;

/** Measures what somebody feels of the console: the first visit, going from page to page, and ten thousand rows. */
async function main(): Promise<void> {
  await startServers();
  const world = await createWorld({ services: ['api', 'identity'] });
  const browser = await openBrowser(await findChromium(console.log));
  try {
    const baseURL = world.apiUrl.replace('127.0.0.1', 'localhost');
    const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await usualPreferences(world, 'vp-marguerite');
    await signIn(page, 'Marguerite Sato');
    console.log(`writing ${OPEN} open escalations …`);
    await fill(world);
    const storageState = await context.storageState();
    const visits = await firstVisits(browser, { baseURL, storageState }, '/board', (one) =>
      one.getByText('UP-').or(one.getByText('T-')),
    );
    tell(
      'first visit, board usable after',
      `${middle(visits.usableMs)} ms, worst ${worst(visits.usableMs)}`,
      '1,500 ms',
    );
    tell('  ÷ a bare page of the same server', `${(middle(visits.usableMs) / middle(visits.bareMs)).toFixed(1)} ×`, '');
    tell('scripts of the first route, gzipped', `${Math.round(visits.scriptBytes / KB)} KB`, '250 KB');
    await page.goto('/board');
    await page.getByRole('heading', { name: 'Board', level: 1 }).waitFor();
    const changes = await routeChanges(page);
    tell('route change, data in the cache', `${middle(changes)} ms, worst ${worst(changes)}`, '100 ms');
    await page.goto('/board?layout=list');
    await page.getByRole('row').nth(5).waitFor();
    const scrolling = await scrollToTheEnd(page, OPEN);
    tell(
      `scrolling ${scrolling.lastRow} rows in ${scrolling.seconds} s, longest task`,
      `${scrolling.longestTaskMs} ms`,
      '100 ms',
    );
    tell('  tasks over 50 ms', String(scrolling.longTasks), '');
  } finally {
    await browser.close();
    await world.close();
    await stopServers();
  }
}

async function fill(world: World): Promise<void> {
  const db = openDatabase(world.databaseUrl);
  await writeManyOpen(db, OPEN);
  await db.pool.query('analyze');
  await db.close();
}

const middle = (sorted: readonly number[]) => Math.round(sorted[Math.floor(sorted.length / 2)] ?? NaN);
const worst = (sorted: readonly number[]) => Math.round(sorted.at(-1) ?? NaN);

function tell(what: string, measured: string, asked: string): void {
  console.log(`${what.padEnd(52)} ${measured.padEnd(26)} ${asked && `asked: ${asked} at most`}`);
}

void main();
