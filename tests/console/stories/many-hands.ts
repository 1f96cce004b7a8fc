import type { Page } from 'playwright-core';
import { acknowledged, command } from '../../api/stories';
import { after } from '../everything';
import { pageOf, type Stage } from '../stage';

const HOUR_MS = 3_600_000;
const sent = (page: Page) => page.getByRole('dialog').waitFor({ state: 'hidden' });

/** Several people work on the same complaint. */
export function manyHands(stage: () => Stage): void {
  describe('many hands', () => {
    it('an engineer who has a task finds it in their work and marks it as done', async () => {
      const started = await acknowledged(stage().api);
      await command(stage().api, 'owner-anneke', started, 'add-task', {
        ...{
          text: `Switch off the job of ${started.ref}`,
          personId: 'engineer-mirko',
          dueAt: after(started, 5 * HOUR_MS),
        },
      });
      const page = await stage().open('engineer-mirko', '/work');
      const row = page.getByRole('article').filter({ hasText: started.ref });
      await row.getByText(`Switch off the job of ${started.ref}`).waitFor();
      await row.getByRole('link', { name: /^Mark a task as done/ }).click();
      const form = page.getByRole('dialog');
      await form.getByRole('textbox', { name: /^Note/ }).fill('Off since noon.');
      await form.getByRole('button', { name: 'Mark a task as done' }).click();
      await sent(page);
      const card = page.getByRole('region', { name: 'Tasks', exact: true });
      await card.getByText('Off since noon.').waitFor();
      await page.context().close();
    });

    it('the owner offers it with the state of things; it is theirs until the other takes it over', async () => {
      const started = await acknowledged(stage().api);
      const anneke = await stage().open('owner-anneke', `${pageOf(started)}?action=hand-over`);
      const form = anneke.getByRole('dialog');
      await form.getByRole('combobox', { name: 'To' }).fill('Desmond');
      await form.getByRole('option', { name: /Desmond Achterberg/ }).click();
      await form
        .getByRole('textbox', { name: /^The state of things/ })
        .fill('The job is found; Finance pays back tomorrow.');
      await form.getByRole('button', { name: 'Offer to hand it over' }).click();
      await sent(anneke);
      await anneke.getByRole('region', { name: 'Offered to Desmond Achterberg' }).waitFor();

      const desmond = await stage().open('owner-desmond', pageOf(started));
      const offer = desmond.getByRole('region', { name: 'Anneke Voss offers you this escalation' });
      await offer.getByText('The job is found; Finance pays back tomorrow.').waitFor();
      await offer.getByRole('button', { name: /^Take it over/ }).click();
      await desmond.getByRole('dialog').getByRole('button', { name: 'Take it over' }).click();
      await sent(desmond);
      await desmond
        .getByText(/^Desmond Achterberg owns it/)
        .first()
        .waitFor();
      await offer.waitFor({ state: 'hidden' });
      await Promise.all([anneke.context().close(), desmond.context().close()]);
    });

    it('everything that somebody owns is given to another before their holiday, in one go', async () => {
      const mine = await Promise.all([1, 2, 3].map(() => acknowledged(stage().api, { summary: 'Before the holiday' })));
      const page = await stage().open('manager-ines', '/board?layout=list&ownerId=owner-anneke&q=holiday');
      await page.getByRole('row').filter({ hasText: mine[2]?.ref }).waitFor();
      await page.getByRole('checkbox', { name: 'Select all shown' }).click();
      await page.getByText('3 selected').waitFor();
      await page.getByRole('region', { name: 'Selected' }).getByRole('button', { name: 'Reassign' }).click();
      const form = page.getByRole('dialog');
      await form.getByRole('combobox', { name: 'New owner' }).fill('Desmond');
      await form.getByRole('option', { name: /Desmond/ }).click();
      await form.getByRole('textbox', { name: 'Reason' }).fill('Anneke is on holiday until the 7th.');
      await form.getByRole('button', { name: 'Reassign' }).click();
      await form.getByText('Close', { exact: true }).click();
      for (const { id } of mine) {
        const { body } = await stage().api.as('manager-ines').get<{ owner: { id: string } }>(`/v1/escalations/${id}`);
        expect(body.owner.id).toBe('owner-desmond');
      }
      await page.context().close();
    });
  });
}
