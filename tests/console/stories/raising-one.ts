import { raise } from '../../api/stories';
import type { Stage } from '../stage';

/** Anyone raises an escalation. */
export function raisingOne(stage: () => Stage): void {
  describe('raising', () => {
    it('takes a minute: the definition beside, the likely same one while typing, and then its page', async () => {
      const before = await raise(stage().api, {
        account: { name: 'Quillfeather Optics', tier: 'enterprise' },
        summary: 'Lens orders vanish from the basket',
      });
      const page = await stage().open('agent-tomasz', '/raise');
      await page.getByRole('heading', { name: /What counts as an executive escalation/ }).waitFor();
      await page.getByRole('combobox', { name: 'Customer' }).fill('Quillfeather Optics');
      await page.getByRole('textbox', { name: 'In one sentence' }).fill('Lens orders vanish once more');
      await page.getByRole('link', { name: new RegExp(before.ref) }).waitFor();
      await page
        .getByRole('combobox', { name: 'How it reached us' })
        .selectOption({ label: 'CSM' })
        .catch(() => page.getByRole('combobox', { name: 'How it reached us' }).selectOption('csm'));
      await page.getByRole('button', { name: 'Raise it' }).click();
      await page.waitForURL(/\/escalations\/UP-\d+/);
      await page.getByRole('heading', { level: 1, name: 'Lens orders vanish once more' }).waitFor();
      await page.context().close();
    });

    it('says at each field what is missing, and loses nothing at a reload', async () => {
      const page = await stage().open('agent-tomasz', '/raise');
      await page.getByRole('textbox', { name: 'In one sentence' }).fill('Kept over a reload');
      await page.getByRole('button', { name: 'Raise it' }).click();
      await page.getByRole('alert').first().waitFor();
      await page.reload();
      const summary = page.getByRole('textbox', { name: 'In one sentence' });
      await summary.waitFor();
      expect(await summary.inputValue()).toBe('Kept over a reload');
      await page.context().close();
    });
  });
}
