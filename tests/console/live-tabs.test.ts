import type { BrowserContext, Page } from 'playwright-core';
import { command, raise } from '../api/stories';
import { raiseCurtain, type Stage } from './stage';

let stage: Stage;

beforeAll(async () => {
  stage = await raiseCurtain();
});

afterAll(() => stage.close());

/** A tab, what its tabs' channel has told, and the streams that it asked for: the ids they were to go on after. */
interface Tab {
  page: Page;
  streams: (string | null)[];
  heard(): Promise<string[]>;
}

const WHO = 'vp-marguerite';

async function openTab(context: BrowserContext): Promise<Tab> {
  const page = await context.newPage();
  const streams: (string | null)[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/v1/stream')) streams.push(request.headers()['last-event-id'] ?? null);
  });
  await page.goto('/work');
  await page.locator('[data-live=live]').waitFor({ state: 'attached' });
  await page.evaluate((name) => {
    const told: string[] = [];
    Object.assign(globalThis, { told });
    new BroadcastChannel(name).addEventListener('message', (message) => {
      const { data } = message as unknown as { data: { kind: string; event: { id: string; seq: number } } };
      if (data.kind === 'event') told.push(`${data.event.id} ${data.event.seq}`);
    });
  }, `upstairs.live.${WHO}`);
  return { page, streams, heard: () => page.evaluate(() => (globalThis as unknown as { told: string[] }).told) };
}

async function untilHeard(tab: Tab, what: string): Promise<string[]> {
  for (let tries = 0; tries < 500; tries += 1) {
    const heard = await tab.heard();
    if (heard.includes(what)) return heard;
    await tab.page.waitForTimeout(30);
  }
  throw new Error(`${what} was never heard`);
}

const seqsOf = (heard: readonly string[], id: string) =>
  heard.filter((one) => one.startsWith(`${id} `)).map((one) => Number(one.split(' ')[1]));
const oneTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

test('the tabs of a person share one line; the next one takes it over and misses nothing', async () => {
  const context = await stage.seat(WHO);
  const tabs = [await openTab(context), await openTab(context), await openTab(context)];
  expect(tabs.map(({ streams }) => streams.length)).toEqual([1, 0, 0]);
  const [leader, ...others] = tabs as [Tab, Tab, Tab];
  const raised = await raise(stage.api);
  for (const tab of tabs)
    expect(seqsOf(await untilHeard(tab, `${raised.id} ${raised.seq}`), raised.id)).toEqual(oneTo(raised.seq));
  await others[0].page.getByRole('log').getByText(raised.ref).waitFor({ state: 'attached' });

  const closing = leader.page.close();
  const noted = await command(stage.api, 'agent-tomasz', raised, 'add-note', { note: 'While nobody led.' });
  await closing;
  const heard = await Promise.all(others.map((tab) => untilHeard(tab, `${raised.id} ${noted.seq}`)));
  for (const one of heard) expect(seqsOf(one, raised.id)).toEqual(oneTo(noted.seq));
  const asked = others.flatMap(({ streams }) => streams);
  expect(asked).toHaveLength(1);
  expect(Number(asked[0])).toBeGreaterThan(0);
  await context.close();
});

test('every tab says since when it is stale, and heals when the API is back', async () => {
  const context = await stage.seat(WHO);
  const tabs = [await openTab(context), await openTab(context)];
  const raised = await raise(stage.api);
  for (const tab of tabs) await untilHeard(tab, `${raised.id} ${raised.seq}`);
  await stage.world.service('api').process.stop();
  for (const { page } of tabs)
    await page
      .getByRole('status')
      .getByText(/^Stale since \d\d:\d\d\.$/)
      .waitFor();
  const told = stage.world.client.workflow.getHandle(`escalation/${raised.id}`);
  await told.signal('add-note', { by: 'agent-tomasz', note: 'While the API was away.' });
  await stage.world.start('api');
  for (const { page } of tabs) await page.getByRole('status').getByText('Live again.').waitFor();
  const noted = await command(stage.api, 'agent-tomasz', raised, 'add-note', { note: 'And after it.' });
  for (const tab of tabs) {
    const heard = await untilHeard(tab, `${raised.id} ${noted.seq}`);
    expect(seqsOf(heard, raised.id)).toEqual(oneTo(noted.seq));
  }
  await context.close();
});
