import type { Page } from 'playwright-core';

const ROUNDS = 5;
/** Where one goes, by the navigation, and the heading that shows that one is there. */
const places = [
  ['My work', 'My work'],
  ['Raise', 'Raise an escalation'],
  ['Board', 'Board'],
] as const;

/** From the press on a link until the page's own heading is painted, milliseconds, sorted; the first round only warms up. */
export async function routeChanges(page: Page): Promise<number[]> {
  const taken: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [link, heading] of places) {
      const tookMs = await pressAndPaint(page, link, heading);
      if (round > 0) taken.push(tookMs);
    }
  }
  return taken.sort((one, other) => one - other);
}

interface Element {
  textContent: string | null;
  click(): void;
}
declare const document: {
  querySelectorAll(selector: string): Iterable<Element>;
  querySelector(selector: string): Element | null;
};
declare function requestAnimationFrame(callback: () => void): void;

/** Timed inside the page: the way from here into the browser is not what a person waits for. */
function pressAndPaint(page: Page, link: string, heading: string): Promise<number> {
  return page.evaluate(
    ({ link, heading }) =>
      new Promise<number>((resolve, reject) => {
        const anchor = [...document.querySelectorAll('nav a')].find(({ textContent }) => textContent?.trim() === link);
        if (!anchor) return reject(new Error(`no link ${link}`));
        const startedAt = performance.now();
        const look = (): void => {
          const tookMs = performance.now() - startedAt;
          if (document.querySelector('h1')?.textContent?.startsWith(heading)) return resolve(tookMs);
          if (tookMs > 10_000) return reject(new Error(`${link} shows no heading ${heading}`));
          requestAnimationFrame(look);
        };
        anchor.click();
        requestAnimationFrame(look);
      }),
    { link, heading },
  );
}
