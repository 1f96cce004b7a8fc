/// <reference lib="dom" />
import type { BrowserContext, Page } from 'playwright-core';
import type { EscalationView } from '../../services/api/views/escalation.schema';
import { acknowledged, closed, later, raise } from '../api/stories';
import { violationsOf } from './axe';
import { everything } from './everything';
import { places, viewsOf, viewsOfEverything, type Route } from './routes';
import { raiseCurtain, type Stage, type Theme } from './stage';

const THEMES: readonly Theme[] = ['light', 'dark'];
const AT_ONCE = 3;
/** As long as the API lets them be. */
const LONG = {
  name: `${'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk'.repeat(5)} شركة النور`.slice(0, 300),
  summary: `${'W'.repeat(120)} ${'long words of a customer who repeats them '.repeat(5)}`.slice(0, 300),
};

let stage: Stage;
const seats = new Map<string, BrowserContext>();
const combinations: string[] = [];

beforeAll(async () => {
  stage = await raiseCurtain();
  for (const id of ['vp-marguerite', 'manager-ines', 'agent-tomasz']) seats.set(id, await stage.seat(id));
});

afterAll(async () => {
  console.log(`axe-core: ${combinations.length} combinations of view, state and theme`);
  await stage.close();
});

/** Looks at a view in both themes, and tells what is wrong with it. */
async function lookAt(route: Route, state: string, prepare?: (page: Page) => Promise<unknown>): Promise<string[]> {
  const page = await (seats.get(route.as) ?? (await stage.seat(route.as))).newPage();
  const wrong: string[] = [];
  try {
    await prepare?.(page);
    await page.goto(route.address);
    await (state === 'error' ? page.getByRole('alert').filter({ hasText: /\w/ }).first().waitFor() : route.ready(page));
    if (state !== 'error') await page.locator('[data-live=live]').waitFor({ state: 'attached' });
    for (const theme of THEMES) {
      await showIn(page, theme);
      combinations.push(`${route.name} · ${state} · ${theme}`);
      for (const one of await violationsOf(page))
        wrong.push(`${route.name} · ${state} · ${theme}: ${JSON.stringify(one)}`);
    }
    for (const width of [360, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      const over = await untilItFits(page);
      if (over > 0) wrong.push(`${route.name} · ${state}: ${over} px too wide at ${width}`);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  } catch (error) {
    throw new Error(`${route.name} · ${state}`, { cause: error });
  } finally {
    await page.close();
  }
  return wrong;
}

async function lookAtAll(routes: readonly Route[], state: string, prepare?: (page: Page) => Promise<unknown>) {
  const wrong: string[] = [];
  for (let begun = 0; begun < routes.length; begun += AT_ONCE) {
    const batch = routes.slice(begun, begun + AT_ONCE);
    wrong.push(...(await Promise.all(batch.map((route) => lookAt(route, state, prepare)))).flat());
  }
  return wrong;
}

/** Pictures of every view in both themes, wide and narrow, to be looked at. */
async function pictures(routes: readonly Route[]): Promise<void> {
  for (const route of routes) {
    const page = await (seats.get(route.as) ?? (await stage.seat(route.as))).newPage();
    await page.goto(route.address);
    await route.ready(page);
    await page.locator('[data-live=live]').waitFor({ state: 'attached' });
    for (const width of [360, 1920]) {
      for (const theme of THEMES) {
        await page.setViewportSize({ width, height: width === 360 ? 760 : 1080 });
        await showIn(page, theme);
        await stage.picture(page, `${route.name.replaceAll(/\W+/g, '-')}-${width}-${theme}`);
      }
    }
    await page.close();
  }
}

/** Each looks at dozens of pages, twice each; beside the rest of the suite that takes minutes. */
jest.setTimeout(300_000);

describe('every view, in every state and theme', () => {
  let told: EscalationView;
  let all: EscalationView;

  it('breaks no rule of axe-core when there is nothing yet', async () => {
    expect(await lookAtAll(places, 'empty')).toEqual([]);
  });

  it('breaks none for who is not signed in, nor on the page of the identity provider', async () => {
    const context = await stage.browser.newContext({ baseURL: stage.address });
    const page = await context.newPage();
    await page.goto('/');
    const link = page.getByRole('link', { name: /^Sign in with/ });
    await link.waitFor();
    const wrong: unknown[] = [];
    for (const theme of THEMES) {
      await showIn(page, theme);
      wrong.push(...(await violationsOf(page)));
      await stage.picture(page, `sign-in-${theme}`);
    }
    await link.click();
    await page.getByRole('button', { name: /^Continue as Marguerite/ }).waitFor();
    for (const theme of THEMES) {
      await showIn(page, theme);
      wrong.push(...(await violationsOf(page)));
      await stage.picture(page, `who-are-you-${theme}`);
    }
    combinations.push('sign-in · light', 'sign-in · dark', 'identity · light', 'identity · dark');
    await context.close();
    expect(wrong).toEqual([]);
  });

  it('breaks none when there is much', async () => {
    told = await acknowledged(stage.api);
    await closed(stage.api);
    const forgotten = await raise(stage.api, { public: true });
    await later(stage.api, forgotten, 'PT2H31M');
    for (let count = 0; count < 6; count += 1) await raise(stage.api);
    expect(await lookAtAll([...places, ...viewsOf(told), ...viewsOf(forgotten).slice(0, 1)], 'full')).toEqual([]);
  });

  it('breaks none where there is everything at once', async () => {
    all = await everything(stage.api);
    expect(await lookAtAll(viewsOfEverything(all), 'everything')).toEqual([]);
  });

  it('breaks none with the longest names and texts', async () => {
    const long = await raise(stage.api, {
      account: { name: LONG.name, tier: 'enterprise', csmId: 'csm-bashir' },
      ...{ summary: LONG.summary, narrative: LONG.summary.repeat(20) },
      contact: { name: LONG.name.slice(0, 200), email: 'long@customer.example' },
    });
    expect(await lookAtAll([...places.slice(0, 4), ...viewsOf(long)], 'long names')).toEqual([]);
  });

  it('breaks none when the server cannot be reached', async () => {
    const cut = (page: Page) =>
      page.route(/\/v1\/(?!session|about|me\/preferences)/, (route) => route.abort('connectionrefused'));
    told ??= await acknowledged(stage.api);
    // What is typed anew needs no server, nor does a page that is not there.
    const reading = places.filter(({ name }) => name !== 'raise' && name !== 'nowhere');
    expect(await lookAtAll([...reading, ...viewsOf(told)], 'error', cut)).toEqual([]);
  });

  it('is kept in pictures', async () => {
    await pictures([...places, ...viewsOf(told), ...viewsOfEverything(all).slice(0, 1)]);
  });
});

/** Switches the theme, and waits until it is painted. The identity provider's page follows the system by its styles alone. */
async function showIn(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await page.waitForFunction((wanted) => (document.documentElement.dataset.theme ?? wanted) === wanted, theme);
  await page.evaluate(async () => {
    // Colours may pass over into each other, one inherited from the other: quiet for three frames is the end of it.
    for (let quiet = 0; quiet < 3;) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const passing = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
      quiet = passing.length === 0 ? quiet + 1 : 0;
    }
  });
}

/** What is drawn follows the width a frame later; by how many pixels the page is too wide in the end. */
async function untilItFits(page: Page): Promise<number> {
  const over = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  for (let looks = 0; looks < 20 && (await over()) > 0; looks += 1) {
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  return over();
}
