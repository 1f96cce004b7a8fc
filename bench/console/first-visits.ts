import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

const VISITS = 7;

/** How first visits went, each in a browser window with an empty cache. */
export interface FirstVisits {
  /** From the request until what one came for can be used, milliseconds, sorted. */
  usableMs: number[];
  /** The same for a page of the same server that has nothing but text. */
  bareMs: number[];
  /** What the first route needs of scripts, as gzip packs them. */
  scriptBytes: number;
}

/** Visits an address so many times, in turn with a bare page. */
export async function firstVisits(
  browser: Browser,
  options: { baseURL: string; storageState: Awaited<ReturnType<BrowserContext['storageState']>> },
  address: string,
  usable: (page: Page) => Locator,
): Promise<FirstVisits> {
  const visits: FirstVisits = { usableMs: [], bareMs: [], scriptBytes: 0 };
  const visit = async (to: string, sign: (page: Page) => Locator): Promise<{ tookMs: number; scriptBytes: number }> => {
    const context = await browser.newContext({ ...options, viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    const scripts = new Set<string>();
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.add(response.url());
    });
    const startedAt = performance.now();
    await page.goto(to, { waitUntil: 'commit' });
    await sign(page).first().waitFor();
    const tookMs = performance.now() - startedAt;
    await context.close();
    const sizes = await Promise.all([...scripts].map(gzippedBytes));
    return { tookMs, scriptBytes: sizes.reduce((sum, size) => sum + size, 0) };
  };
  for (let count = 0; count < VISITS; count += 1) {
    visits.bareMs.push((await visit('/problems', (page) => page.getByRole('heading', { name: 'Problems' }))).tookMs);
    const { tookMs, scriptBytes } = await visit(address, usable);
    visits.usableMs.push(tookMs);
    visits.scriptBytes = Math.max(visits.scriptBytes, scriptBytes);
  }
  visits.usableMs.sort((one, other) => one - other);
  visits.bareMs.sort((one, other) => one - other);
  return visits;
}

async function gzippedBytes(url: string): Promise<number> {
  const plain = await fetch(url, { headers: { 'Accept-Encoding': 'identity' } });
  return (await promisify(gzip)(Buffer.from(await plain.arrayBuffer()))).byteLength;
}
