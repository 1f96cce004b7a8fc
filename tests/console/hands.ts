/// <reference lib="dom" />
import type { Page } from 'playwright-core';

const MOST_PRESSES = 250;

/** What has the focus, as assistive technology names it. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    if (!element || element === document.body) return '';
    const labels = (element as HTMLInputElement).labels;
    const labelled = (element.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ');
    const own =
      element.getAttribute('aria-label') ??
      (labelled.trim() || [...(labels ?? [])].map((one) => one.textContent).join(' '));
    return (own.trim() || element.textContent || '').replace(/\s+/g, ' ').trim();
  });
}

/**
 * Presses Tab until what has the focus is called so, as somebody does who has no mouse.
 * @throws Error where the focus is lost on the way, or never comes there.
 */
export async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    await page.keyboard.press(key);
    const now = await focused(page);
    if (name.test(now)) return;
    passed.push(now);
  }
  throw new Error(`Tab never came to ${name}; it came by ${[...new Set(passed)].join(' | ')}`);
}

/** Goes there by Tab and types. */
export async function typeInto(page: Page, name: RegExp, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Backspace');
  await page.keyboard.insertText(text);
}

/** Goes there by Tab and presses it. */
export async function press(page: Page, name: RegExp, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press(key);
}

/** Where the focus is; what a closed window must not leave nowhere. */
export const focusOf = focused;
