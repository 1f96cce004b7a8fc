import type { Page } from 'playwright-core';

/** Signs somebody in the way people do: by the button, and at the provider by their name. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: /^Sign in with/ }).click();
  await page.getByRole('button', { name: `Continue as ${name}` }).click();
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
}
