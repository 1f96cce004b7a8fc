import type { Stage } from '../stage';

/** Somebody is here for the first time. */
export function firstVisit(stage: () => Stage): void {
  describe('a first visit', () => {
    it('signs in by one press, comes to the page asked for, and is told in four sentences what this is', async () => {
      const context = await stage().browser.newContext({ baseURL: stage().address });
      const page = await context.newPage();
      await page.goto('/board?layout=list');
      await page.getByRole('link', { name: /^Sign in with/ }).click();
      await page.getByRole('button', { name: 'Continue as Howard Linde' }).click();
      const tour = page.getByRole('dialog', { name: 'Welcome to Upstairs' });
      await tour.waitFor();
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/board?layout=list');
      expect(await tour.getByRole('listitem').count()).toBe(4);
      const kept = page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok());
      await page.keyboard.press('Escape');
      await tour.waitFor({ state: 'hidden' });
      await kept;
      const known = page.waitForResponse((answer) => answer.url().endsWith('/v1/me/preferences'));
      await page.reload();
      await known;
      await page.getByRole('heading', { name: 'Board', level: 1 }).waitFor();
      expect(await tour.count()).toBe(0);
      await context.close();
    });

    it('finds a page, a person and a setting by the palette, and every key in the help', async () => {
      const page = await stage().open('manager-ines', '/board');
      await page.getByRole('heading', { name: 'Board', level: 1 }).waitFor();
      await page.keyboard.press('ControlOrMeta+K');
      const palette = page.getByRole('dialog', { name: 'Search or do' });
      await palette.getByRole('combobox').fill('anneke');
      await palette.getByRole('option', { name: /What Anneke Voss owns/ }).click();
      await page.waitForURL(/ownerId=owner-anneke/);
      await page.keyboard.press('g');
      await page.keyboard.press('w');
      await page.getByRole('heading', { name: 'My work' }).waitFor();
      await page.keyboard.press('?');
      const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
      await help.getByText('Raise an escalation').waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('ControlOrMeta+K');
      await palette.getByRole('combobox').pressSequentially('theme: dark');
      await page.keyboard.press('Enter');
      await page.locator('html[data-theme=dark]').waitFor();
      await page.context().close();
    });

    it('knows nobody after signing out, on the server too', async () => {
      const page = await stage().open('csm-paloma', '/work');
      await page.getByRole('button', { name: /your menu/ }).click();
      const cookies = await page.context().cookies();
      await page.getByRole('menuitem', { name: 'Sign out' }).click();
      await page.getByRole('link', { name: /^Sign in with/ }).waitFor();
      const old = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
      const again = await fetch(`${stage().world.apiUrl}/v1/me`, { headers: { Cookie: old } });
      expect(again.status).toBe(401);
      stage().forget('csm-paloma');
      await page.context().close();
    });
  });
}
