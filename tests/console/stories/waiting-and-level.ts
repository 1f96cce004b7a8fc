import type { Page } from 'playwright-core';
import { acknowledged, answered } from '../../api/stories';
import { pageOf, type Stage } from '../stage';

const sent = (page: Page) => page.getByRole('dialog').waitFor({ state: 'hidden' });

/** Time stands still, or runs by another measure. */
export function waitingAndLevel(stage: () => Stage): void {
  describe('waiting and the level', () => {
    it('it waits for the customer with a question and a date, and their answer sets it going again', async () => {
      const started = await acknowledged(stage().api);
      const page = await stage().open('owner-anneke', `${pageOf(started)}?action=pause`);
      const form = page.getByRole('dialog');
      await form.getByRole('button', { name: 'tomorrow 18:00' }).click();
      await form.getByRole('textbox', { name: 'Reason' }).fill('Only they know the invoices.');
      await form.getByRole('textbox', { name: /^Subject/ }).fill('One question');
      await form.getByRole('textbox', { name: /^Text/ }).fill('Dear Pat, which invoices were returned?');
      await form.getByRole('button', { name: 'Wait for the customer' }).click();
      await sent(page);
      const banner = page.getByRole('region', { name: 'Paused: we wait for Pat Lindqvist' });
      await banner.getByText('Only they know the invoices.').waitFor();
      await page
        .getByText(/^Paused, \d h/)
        .first()
        .waitFor();
      await banner.getByRole('button', { name: /^Record the answer/ }).click();
      await form.getByRole('textbox', { name: 'What was said' }).fill('The last two.');
      await form.getByRole('button', { name: 'Record a contact' }).click();
      await sent(page);
      await banner.waitFor({ state: 'hidden' });
      await page.context().close();
    });

    it('whoever raises the level sees which clocks would run out at once, before it is saved', async () => {
      const told = await answered(stage().api, {
        severity: 'usability',
        account: { name: 'Small Fish', tier: 'small' },
      });
      const late = await stage()
        .api.as('manager-ines')
        .post('/v1/time-machine', {
          ...{ escalationId: told.id, duration: 'PT30H' },
        });
      expect(late.status).toBe(200);
      const page = await stage().open('manager-ines', `${pageOf(told)}?action=override-priority`);
      const form = page.getByRole('dialog');
      await form.getByRole('combobox', { name: /^Level/ }).selectOption('P1');
      await form.getByRole('textbox', { name: 'Reason' }).fill('Their CEO called.');
      await form.getByRole('button', { name: 'in a week 12:00' }).click();
      await form.getByText(/Clocks would run out the moment you do this/).waitFor();
      await form.getByText(/^Word to the customer: due/).waitFor();
      await form.getByRole('checkbox', { name: /Let them run out/ }).check();
      await form.getByRole('button', { name: 'Set the level' }).click();
      await sent(page);
      await page.getByRole('button', { name: /^P1 set, weighs P\d: why$/ }).click();
      await page.getByText('Their CEO called.').first().waitFor();
      await page.context().close();
    });
  });
}
