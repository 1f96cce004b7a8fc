import { raise } from '../../api/stories';
import type { Stage } from '../stage';
import { pageOf } from '../stage';

/** Two people act on the same thing at once. */
export function twoManagers(stage: () => Stage): void {
  describe('two managers acknowledge at once', () => {
    it('the second is told who was faster, and keeps every word', async () => {
      const raised = await raise(stage().api);
      const address = `${pageOf(raised)}?action=intake`;
      const [ines, grant] = [await stage().open('manager-ines', address), await stage().open('manager-grant', address)];
      for (const page of [ines, grant]) {
        await page.getByRole('combobox', { name: 'Owner' }).fill('Anneke');
        await page.getByRole('option', { name: /Anneke Voss/ }).click();
        await page.getByRole('textbox', { name: 'Text' }).waitFor();
      }
      const words = grant.getByRole('textbox', { name: 'Text' });
      const own = `${await words.inputValue()}\nGrant's own last line.`;
      await words.fill(own);
      await ines.getByRole('button', { name: 'Acknowledge' }).last().click();
      await ines.getByRole('dialog').waitFor({ state: 'hidden' });
      await grant.getByText(/Somebody was faster/).waitFor();
      await grant.getByLabel('Changed meanwhile').getByText('Ines Marchetti').first().waitFor();
      expect(await words.inputValue()).toBe(own);
      await Promise.all([ines.context().close(), grant.context().close()]);
    });
  });

  describe('two managers write the rota at once', () => {
    it('the second sees what the first one wrote, and keeps what was typed', async () => {
      const [ines, grant] = [await stage().open('manager-ines', '/duty'), await stage().open('manager-grant', '/duty')];
      for (const [page, who] of [
        [ines, 'Howard Linde'],
        [grant, 'Grant Oyelaran'],
      ] as const) {
        await page.getByRole('button', { name: 'Another cover' }).click();
        const cover = page.getByRole('group', { name: 'Cover 1' });
        await cover.getByRole('combobox', { name: /^Who covers/ }).fill(who);
        await page.getByRole('option', { name: new RegExp(who) }).click();
      }
      await grant.getByRole('group', { name: 'Cover 1' }).getByLabel('Why').fill('The audit');
      await ines.getByRole('button', { name: 'Write the rota' }).click();
      await ines.getByText('The rota is written.').first().waitFor();
      // The page may have learnt of it by itself already: then the button waits, and the notice stands there.
      await grant.getByRole('button', { name: 'Write the rota' }).dispatchEvent('click');
      const notice = grant.getByRole('alert').filter({ hasText: 'Ines Marchetti has written the rota meanwhile' });
      await notice
        .getByRole('list', { name: 'Only in theirs' })
        .getByText(/Howard Linde/)
        .waitFor();
      await notice
        .getByRole('list', { name: 'Only in yours' })
        .getByText(/Grant Oyelaran/)
        .waitFor();
      expect(await grant.getByRole('group', { name: 'Cover 1' }).getByLabel('Why').inputValue()).toBe('The audit');
      await notice.getByRole('button', { name: 'Take theirs, drop mine' }).click();
      await grant.getByRole('button', { name: 'Take out Cover 1' }).click();
      await grant.getByRole('button', { name: 'Write the rota' }).click();
      await grant.getByText('The rota is written.').first().waitFor();
      await Promise.all([ines.context().close(), grant.context().close()]);
    });
  });
}
