import { later, raise } from '../../api/stories';
import type { Stage } from '../stage';
import { pageOf } from '../stage';

/** Leadership leave the board open. */
export function vpWatches(stage: () => Stage): void {
  describe('the VP watches', () => {
    it('sees a new escalation appear, and a forgotten one climb from the manager to herself, without touching anything', async () => {
      const page = await stage().open('vp-marguerite', '/board?q=climb');
      await page.getByRole('heading', { name: 'Board', level: 1 }).waitFor();
      await page.locator('[data-live=live]').waitFor({ state: 'attached' });
      const raised = await raise(stage().api, { summary: 'The climb' });
      const card = page.getByRole('article').filter({ hasText: raised.ref });
      await card.getByText('No owner yet').waitFor();
      await later(stage().api, raised, 'PT2H1M');
      await card.getByText(/Breached · manager told/).waitFor();
      await later(stage().api, raised, 'PT30M');
      await card.getByText(/Breached · director told/).waitFor();
      await later(stage().api, raised, 'PT30M');
      await card.getByText(/Breached · VP told/).waitFor();
      await page
        .getByRole('link', { name: 'Inbox, 1 unread' })
        .or(page.getByRole('link', { name: /Inbox, \d+ unread/ }))
        .waitFor();
      await page.context().close();
    });

    it('reads on the escalation who was told when, why its level, and that its time was moved', async () => {
      const raised = await raise(stage().api);
      await later(stage().api, raised, 'PT2H31M');
      const page = await stage().open('vp-marguerite', pageOf(raised));
      await page.getByRole('heading', { level: 1, name: raised.summary }).waitFor();
      await page.getByText(/time machine has moved this escalation by/).waitFor();
      await page.getByText(/went up to the director/).waitFor();
      await page.getByRole('button', { name: /P1/ }).click();
      await page
        .getByRole('dialog')
        .getByText(/enterprise/)
        .waitFor();
      await page.context().close();
    });

    it('gives the same view by reload, by going back and by a pasted link', async () => {
      await raise(stage().api, { summary: 'Findable words beforehand' });
      const page = await stage().open('vp-marguerite', '/board?layout=list&q=findable');
      const row = page.getByRole('row').filter({ hasText: 'Findable words' });
      await row.waitFor();
      await page.reload();
      await row.waitFor();
      await row.getByRole('link').first().click();
      await page.getByRole('heading', { level: 1, name: 'Findable words beforehand' }).waitFor();
      await page.goBack();
      await row.waitFor();
      expect(page.url()).toContain('q=findable');
      await page.context().close();
    });
  });
}
