import { raise } from '../../api/stories';
import type { Stage } from '../stage';
import { pageOf } from '../stage';

/** The session ends while somebody writes. */
export function sessionEnds(stage: () => Stage): void {
  describe('a session that ends in the middle of a form', () => {
    it('is said, and after signing in again every word is still there', async () => {
      const raised = await raise(stage().api);
      const page = await stage().open('manager-grant', `${pageOf(raised)}?action=add-note`);
      const note = page.getByRole('dialog').getByRole('textbox');
      await note.fill('Half a thought that must not be lost');
      await page.context().clearCookies();
      // The page may have learnt it by itself already: then what says so lies over the button.
      await page.getByRole('dialog').getByRole('button', { name: 'Add a note' }).dispatchEvent('click');
      const ended = page.getByRole('dialog', { name: 'You are signed out' });
      await ended.getByRole('link', { name: /Sign in and come back/ }).click();
      const again = page
        .getByRole('button', { name: 'Continue as Grant' })
        .or(page.getByRole('button', { name: /^Continue as Grant/ }));
      await again.first().click();
      await page.getByText(/Restored/).waitFor();
      expect(await page.getByRole('dialog').getByRole('textbox').inputValue()).toBe(
        'Half a thought that must not be lost',
      );
      stage().forget('manager-grant');
      await page.context().close();
    });

    it('is said to somebody who comes back to the page, and what they wrote stands where it stood', async () => {
      const raised = await raise(stage().api);
      const page = await stage().open('manager-grant', `${pageOf(raised)}?action=add-note`);
      const note = page.getByRole('dialog').getByRole('textbox');
      await note.fill('Half a thought that must not be lost');
      await page.context().clearCookies();
      await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
      const ended = page.getByRole('dialog', { name: 'You are signed out' });
      await ended.getByRole('button', { name: 'Close' }).click();
      expect(await note.inputValue()).toBe('Half a thought that must not be lost');
      stage().forget('manager-grant');
      await page.context().close();
    });
  });
}
