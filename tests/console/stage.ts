import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../../infra/chromium/browser';
import { findChromium } from '../../infra/chromium/find';
import { repository } from '../../infra/local/folders';
import type { EscalationView } from '../../services/api/views/escalation.schema';
import { validatedApi, type ValidatedApi } from '../api/validated-request';
import { createWorld, type World } from '../support/world';
import { usualPreferences } from './preferences';
import { signIn } from './sign-in';

/** Themes in which everything is looked at. */
export type Theme = 'light' | 'dark';

/** How a person's browser is. */
export interface Seat {
  theme?: Theme;
  width?: number;
  height?: number;
  /** Whether the first-visit tour was seen; yes unless said otherwise. */
  tourSeen?: boolean;
}

/** What all stories of the console share: a whole system, and a browser. */
export interface Stage {
  world: World;
  api: ValidatedApi;
  browser: Browser;
  /** Somebody's browser, signed in; a window of its own, with nothing of the others in it. */
  seat(personId: string, seat?: Seat): Promise<BrowserContext>;
  /** A page of the console in a new seat. */
  open(personId: string, address: string, seat?: Seat): Promise<Page>;
  /** Where the console is, as a browser asks for it. */
  address: string;
  /** Somebody's session is over: their next seat signs in anew. */
  forget(personId: string): void;
  /** Keeps a picture to be looked at. */
  picture(page: Page, name: string): Promise<void>;
  close(): Promise<void>;
}

/** Longer than a task that was lost on its way takes to be handed out again. */
const PATIENCE_MS = 30_000;
const pictures = path.join(repository, 'tests/console/screens');
type State = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Starts them. */
export async function raiseCurtain(): Promise<Stage> {
  const world = await createWorld({ services: ['api', 'worker', 'notifier', 'identity'] });
  const api = await validatedApi(world);
  const browser = await openBrowser(await findChromium((line) => console.log(line)));
  // Browsers count localhost as secure, and so keep the session's cookie.
  const address = world.apiUrl.replace('127.0.0.1', 'localhost');
  const signedIn = new Map<string, State>();
  mkdirSync(pictures, { recursive: true });
  const stage: Stage = {
    ...{ world, api, browser, address },
    forget: (personId) => void signedIn.delete(personId),
    async seat(personId, seat = {}) {
      const known = signedIn.get(personId);
      const context = await newContext(browser, address, seat, known);
      if (known) return context;
      await usualPreferences(world, personId, seat.tourSeen);
      const page = await context.newPage();
      await signIn(page, nameOf(world, personId));
      await page.close();
      signedIn.set(personId, await context.storageState());
      return context;
    },
    async open(personId, address, seat) {
      const page = await (await stage.seat(personId, seat)).newPage();
      await page.goto(address);
      return page;
    },
    async picture(page, name) {
      await page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true, animations: 'disabled' });
    },
    async close() {
      await browser.close();
      await world.close();
    },
  };
  return stage;
}

/** A browser window of its own. */
async function newContext(
  browser: Browser,
  baseURL: string,
  seat: Seat,
  storageState?: State,
): Promise<BrowserContext> {
  const { theme = 'light', width = 1280, height = 900 } = seat;
  const context = await browser.newContext({
    ...{ baseURL, storageState, viewport: { width, height }, colorScheme: theme, reducedMotion: 'reduce' },
    ...{ locale: 'en-GB', timezoneId: 'Europe/Berlin' },
  });
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
}

function nameOf({ people }: World, personId: string): string {
  const person = people.find(({ id }) => id === personId);
  if (!person) throw new Error(`the demo has no ${personId}`);
  return person.name;
}

/** The page of an escalation. */
export const pageOf = ({ ref }: Pick<EscalationView, 'ref'>) => `/escalations/${ref}`;
