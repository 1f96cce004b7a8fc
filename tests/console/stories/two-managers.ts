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
}
