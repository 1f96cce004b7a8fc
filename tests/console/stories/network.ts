import { raise } from '../../api/stories';
import type { Stage } from '../stage';
import { pageOf } from '../stage';

/** The network goes and returns. */
export function network(stage: () => Stage): void {
  describe('the network', () => {
    it('goes while somebody writes: the words stay, and the second try does it once', async () => {
      const raised = await raise(stage().api);
      const page = await stage().open('manager-ines', `${pageOf(raised)}?action=add-note`);
      const panel = page.getByRole('dialog');
      await panel.getByRole('textbox').fill('Written on a train');
      await page.context().setOffline(true);
      await panel.getByRole('button', { name: 'Add a note' }).click();
      await panel.getByRole('button', { name: 'Send it again' }).waitFor();
      await page.context().setOffline(false);
      await panel.getByRole('button', { name: 'Send it again' }).click();
      await panel.waitFor({ state: 'hidden' });
      const { body } = await stage()
        .api.as('manager-ines')
        .get<{ items: { type: string }[] }>(`/v1/escalations/${raised.id}/timeline`);
      expect(body.items.filter(({ type }) => type === 'note.added')).toHaveLength(1);
      await page.context().close();
    });

    it('the API goes and comes back: stale is said, and everything missed arrives by itself', async () => {
      const [kept, gone] = [
        await raise(stage().api, { summary: 'Seen through a gap' }),
        await raise(stage().api, { summary: 'Ends in the gap' }),
      ];
      const page = await stage().open('vp-marguerite', '/board?layout=list&q=gap');
      const row = ({ ref }: { ref: string }) => page.getByRole('row').filter({ hasText: ref });
      for (const one of [kept, gone]) await row(one).waitFor();
      await page.locator('[data-live=live]').waitFor({ state: 'attached' });
      await stage().world.service('api').process.stop();
      await page.getByText(/stale since \d\d:\d\d/i).waitFor();
      // The workflows go on without it: what is said to them now, the page hears of afterwards.
      const workflow = stage().world.client.workflow.getHandle(`escalation/${gone.id}`);
      await workflow.signal('withdraw', { by: 'manager-ines', reason: 'Taken back in the gap.' });
      await stage().world.start('api');
      await row(gone).waitFor({ state: 'hidden' });
      await row(kept).waitFor();
      await page.getByText(/stale since/i).waitFor({ state: 'hidden' });
      await page.context().close();
    });
  });
}
