import type { Page } from 'playwright-core';
import { acknowledged, answered, closed, raise } from '../../api/stories';
import { pageOf, type Stage } from '../stage';

const sent = (page: Page) => page.getByRole('dialog').waitFor({ state: 'hidden' });
const cardOf = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** The same complaint comes twice, was none, or is back. */
export function sameComplaint(stage: () => Stage): void {
  describe('the same complaint', () => {
    it('by another door is merged: its page says where it went on, and the promise is owed there', async () => {
      const [told, survivor] = [await answered(stage().api), await acknowledged(stage().api)];
      const page = await stage().open('manager-ines', `${pageOf(told)}?action=merge`);
      const form = page.getByRole('dialog');
      await form.getByRole('combobox', { name: /^Merge into/ }).fill('UP-999999');
      await form.getByRole('textbox', { name: /^Reason/ }).fill('The same invoices, by mail to the CEO.');
      await form.getByRole('button', { name: 'Merge it into another' }).click();
      await form
        .getByText(/UP-999999/)
        .first()
        .waitFor();
      await form.getByRole('combobox', { name: /^Merge into/ }).fill(survivor.ref.toLowerCase());
      await form.getByRole('button', { name: 'Merge it into another' }).click();
      await sent(page);
      await page.getByRole('link', { name: survivor.ref }).first().click();
      await page.waitForURL((url) => url.pathname.endsWith(survivor.ref));
      await cardOf(page, 'Together with').getByText(`${told.ref} was merged into it`).waitFor();
      await cardOf(page, 'What is promised').getByText('All second collections paid back').first().waitFor();
      await page.context().close();
    });

    it('of one cause is linked, is read on both, and is taken apart again', async () => {
      const [one, other] = [await raise(stage().api), await raise(stage().api)];
      const page = await stage().open('manager-ines', `${pageOf(one)}?action=link`);
      const form = page.getByRole('dialog');
      await form.getByRole('combobox', { name: /^Other escalation/ }).fill(other.ref);
      await form.getByRole('combobox', { name: /^How they belong together/ }).selectOption('same-cause');
      await form.getByRole('textbox', { name: /^Note/ }).fill('One job charges both.');
      await form.getByRole('button', { name: 'Link it with another' }).click();
      await sent(page);
      await cardOf(page, 'Together with').getByRole('link', { name: other.ref }).click();
      await cardOf(page, 'Together with').getByRole('link', { name: one.ref }).waitFor();
      await cardOf(page, 'Together with').getByText('One job charges both.').waitFor();
      await page.goto(pageOf(one));
      await page.getByRole('button', { name: `Take the link away: ${other.ref}` }).click();
      await form.getByRole('button', { name: 'Take a link away' }).click();
      await sent(page);
      await cardOf(page, 'Together with').waitFor({ state: 'hidden' });
      await page.context().close();
    });

    it('that never was one is withdrawn: whoever raised it is told, and it can be opened again', async () => {
      const raised = await raise(stage().api);
      const page = await stage().open('manager-ines', `${pageOf(raised)}?action=withdraw`);
      const form = page.getByRole('dialog');
      await form.getByRole('textbox', { name: /^Reason/ }).fill('A question about the price list.');
      await form.getByRole('button', { name: 'Withdraw' }).click();
      await sent(page);
      await page.getByText('A question about the price list.').first().waitFor();

      const tomasz = await stage().open('agent-tomasz', '/work?view=inbox');
      await tomasz
        .getByText(new RegExp(`${raised.ref}, which you raised, was withdrawn`))
        .first()
        .waitFor();
      await page.goto(`${pageOf(raised)}?action=reopen`);
      await form.getByRole('textbox', { name: /^Reason/ }).fill('It was about money after all.');
      await form.getByRole('button', { name: 'Reopen' }).click();
      await sent(page);
      await page.getByText('It was about money after all.').first().waitFor();
      await Promise.all([page.context().close(), tomasz.context().close()]);
    });

    it('is back after it was closed: a second round begins, and says that it is one', async () => {
      const over = await closed(stage().api);
      const page = await stage().open('owner-anneke', `${pageOf(over)}?action=reopen`);
      const form = page.getByRole('dialog');
      await form.getByRole('textbox', { name: /^Reason/ }).fill('The job ran again tonight.');
      await form.getByRole('button', { name: 'Reopen' }).click();
      await sent(page);
      await page
        .getByText(/second round|round 2/i)
        .first()
        .waitFor();
      await page.context().close();
    });
  });
}
