import type { World } from '../support/world';
import type { Asking, Page } from './browser';
import { Browser } from './browser';

/** Somebody in front of a browser. */
export interface Visitor {
  browser: Browser;
  /** The address under which they reach Upstairs. */
  home: string;
}

/** A browser at a world's API, by `localhost` as people type it. */
export function visitor(world: World): Visitor {
  return { browser: new Browser(), home: world.apiUrl.replace('127.0.0.1', 'localhost') };
}

/** Goes to the page of people, where the provider has one. */
export function toChooser({ browser, home }: Visitor, back = '/'): Promise<Page> {
  return browser.visit(`${home}/auth/sign-in?${new URLSearchParams({ return: back }).toString()}`);
}

/** Presses the button of somebody on the page of people; answers the redirect that leads back to Upstairs. */
export async function choose({ browser, home }: Visitor, chooser: Page, choice: Record<string, string>): Promise<URL> {
  const action = /<form method="post" action="([^"]+)"/.exec(chooser.text)?.[1];
  if (action === undefined) throw new Error(`no page of people, but ${chooser.status}: ${chooser.text}`);
  const form = { method: 'POST', body: new URLSearchParams(choice) };
  const last = await browser.visit(new URL(action, chooser.url), form, (next) => next.origin !== home);
  const location = last.headers.get('location');
  if (location === null) throw new Error(`no way back, but ${last.status}: ${last.text}`);
  return new URL(location);
}

/** Signs in as a person of the demo; answers what the callback answered, without following it. */
export async function signIn(who: Visitor, personId: string, back?: string): Promise<Page> {
  const chooser = await toChooser(who, back);
  return who.browser.ask(await choose(who, chooser, { person: personId }));
}

/** Asks the API as the signed-in person's page does. */
export function asPage({ browser, home }: Visitor, path: string, asking: Asking = {}): Promise<Page> {
  return browser.ask(`${home}${path}`, asking);
}

/** Sends JSON as a page of that origin does. */
export function post(who: Visitor, path: string, body: unknown, headers: Record<string, string>): Promise<Page> {
  const json = { 'content-type': 'application/json', ...headers };
  return asPage(who, path, { method: 'POST', headers: json, body: JSON.stringify(body) });
}

/** Whom the API takes this browser for; null for nobody. */
export async function whoami(who: Visitor): Promise<string | null> {
  const answer = await asPage(who, '/v1/me');
  return answer.status === 200 ? (JSON.parse(answer.text) as { id: string }).id : null;
}
