import type { Page } from 'playwright-core';

/** How scrolling went. */
export interface Scrolling {
  /** Rows that came into sight by their position in the list. */
  lastRow: number;
  longestTaskMs: number;
  longTasks: number;
  seconds: number;
}

const STEPS_A_SECOND = 20;
const PIXELS_A_STEP = 1_600;
const LIMIT_MS = 90_000;

declare const window: { longTasks: number[] };
declare class PerformanceObserver {
  constructor(heard: (list: { getEntries(): { duration: number }[] }) => void);
  observe(options: object): void;
}

/** Turns the wheel until the list has been read to its end, and tells of every task of the page over 50 ms. */
export async function scrollToTheEnd(page: Page, rows: number): Promise<Scrolling> {
  await page.evaluate(() => {
    window.longTasks = [];
    new PerformanceObserver((list) =>
      window.longTasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({ entryTypes: ['longtask'] });
  });
  const table = page.getByRole('table');
  await table.hover();
  const startedAt = Date.now();
  let lastRow = 0;
  while (lastRow < rows && Date.now() - startedAt < LIMIT_MS) {
    await page.mouse.wheel(0, PIXELS_A_STEP);
    await page.waitForTimeout(1_000 / STEPS_A_SECOND);
    const last = await table.getByRole('row').last().getAttribute('aria-rowindex');
    lastRow = Math.max(lastRow, Number(last ?? 0));
  }
  const tasks = await page.evaluate(() => window.longTasks);
  return {
    lastRow,
    longestTaskMs: Math.round(Math.max(0, ...tasks)),
    longTasks: tasks.length,
    seconds: Math.round((Date.now() - startedAt) / 1_000),
  };
}
