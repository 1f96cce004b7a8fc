import { raise } from '../../api/stories';
import type { Stage } from '../stage';
import { pageOf } from '../stage';

const HOUR_MS = 3_600_000;

/** What people and the world throw at it. */
export function badInput(stage: () => Stage): void {
  describe('bad input', () => {
    it('an address with nonsense falls back to the view without it, and says so', async () => {
      const page = await stage().open('vp-marguerite', '/board?level=P9&colour=green&layout=list');
      await page.getByText(/A part of this link makes no sense/).waitFor();
      await page.getByText('level=P9').waitFor();
      await page.getByRole('heading', { name: 'Board', level: 1 }).waitFor();
      await page.context().close();
    });

    it('an escalation that one may not see is not there, and neither is one that never was', async () => {
      const secret = await raise(stage().api);
      const page = await stage().open('agent-lakshmi', pageOf(secret));
      await page
        .getByText(/There is nothing here|no such escalation/i)
        .first()
        .waitFor();
      expect(await page.content()).not.toContain(secret.summary);
      await page.goto('/escalations/UP-999999');
      await page
        .getByText(/There is nothing here|no such escalation/i)
        .first()
        .waitFor();
      await page.goto('/nowhere');
      await page.getByText('There is nothing here').waitFor();
      await page.context().close();
    });

    it('names that are formulas, markup or written from right to left are shown as they are, and run nothing', async () => {
      const names = [
        '=HYPERLINK("http://evil.example";"x")',
        '<img src=x onerror="document.title=1">',
        'شركة النور للتجارة',
      ];
      for (const name of names) await raise(stage().api, { account: { name }, summary: `${name} ‮reversed` });
      const page = await stage().open('vp-marguerite', '/board?layout=list');
      for (const name of names) await page.getByText(name).first().waitFor();
      expect(await page.locator('img[src=x]').count()).toBe(0);
      expect(await page.title()).not.toBe('1');
      const csv = await page.evaluate(() => fetch('/v1/escalations?format=csv').then((answer) => answer.text()));
      expect(csv).toContain('شركة النور للتجارة');
      expect(csv).not.toMatch(/(^|,|")=HYPERLINK/m);
      await page.context().close();
    });

    it('a name of 4,000 characters is refused at its field, and stays in it', async () => {
      const page = await stage().open('agent-tomasz', '/raise');
      const long = 'Aé'.repeat(2_000);
      await page.getByRole('textbox', { name: 'In one sentence' }).fill(long);
      await page.getByRole('button', { name: 'Raise it' }).click();
      await page.getByText(/300/).first().waitFor();
      expect(await page.getByRole('textbox', { name: 'In one sentence' }).inputValue()).toBe(long);
      await page.context().close();
    });

    it('counts down by the server, whatever the clock of the computer says', async () => {
      const raised = await raise(stage().api);
      const context = await stage().seat('vp-marguerite');
      await context.addInitScript((ms) => {
        const real = Date.now.bind(Date);
        Date.now = () => real() + ms;
      }, 5 * HOUR_MS);
      const page = await context.newPage();
      await page.goto(pageOf(raised));
      await page
        .getByText(/1 h 59 min left|2 h left/)
        .first()
        .waitFor();
      await context.close();
    });
  });
}
