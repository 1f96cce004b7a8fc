import type { Page } from 'playwright-core';
import { raise } from '../../api/stories';
import type { Stage } from '../stage';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 16);
const part = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Parts of the draft' }).getByRole('link', { name }).click();

/** How the numbers that run an escalation are changed: written by one person, put in force by another. */
export function policyDesk(stage: () => Stage): void {
  describe('the policy', () => {
    it('a draft is written, compared, tried on what was, and approved by somebody else', async () => {
      await raise(stage().api);
      const page = await stage().open('director-howard', '/policies');
      await page.getByRole('button', { name: 'Begin a draft' }).click();
      await page
        .getByRole('dialog')
        .getByRole('textbox', { name: /^What it is about/ })
        .fill('Faster findings');
      await page.getByRole('dialog').getByRole('button', { name: 'Begin', exact: true }).click();
      await page.getByRole('textbox', { name: 'Time of Investigation' }).fill('36 h');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByText('Saved.', { exact: true }).first().waitFor();

      await part(page, 'Comparison');
      const row = page.getByRole('row', { name: /Investigation › Budget/ });
      await row.waitFor();
      expect(await row.getByRole('cell').allTextContents()).toEqual(['not said', '1 day 12 hours']);
      await part(page, 'What if');
      await page.getByRole('button', { name: 'Try it' }).click();
      await page
        .getByRole('region', { name: /by clock/ })
        .getByRole('rowheader', { name: 'Acknowledgment' })
        .waitFor();

      await page.getByRole('button', { name: 'Submit for approval' }).click();
      await page.getByText('It waits for somebody who has not written in it').waitFor();
      expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
      const hers = await stage().open('vp-marguerite', new URL(page.url()).pathname);
      await hers.getByRole('button', { name: 'Approve' }).click();
      // Other stories go on under the policy that they know.
      await hers.getByLabel(/^Holds from/).fill(inDays(30));
      await hers.getByRole('dialog').getByRole('textbox', { name: /^Note/ }).fill('Agreed with all teams.');
      await hers.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
      await hers.getByRole('link', { name: /^version \d+$/ }).click();
      await hers.getByText('to come').waitFor();
      await hers.getByText('Agreed with all teams.').waitFor();
      await hers.context().close();
      await page.context().close();
    });

    it('what is wrong is named with its line, and what was typed stays where somebody else has saved meanwhile', async () => {
      const page = await stage().open('director-howard', '/policies');
      await page.getByRole('button', { name: 'Begin a draft' }).click();
      await page
        .getByRole('dialog')
        .getByRole('textbox', { name: /^What it is about/ })
        .fill('Slower rungs');
      await page.getByRole('dialog').getByRole('button', { name: 'Begin', exact: true }).click();
      await page.getByLabel(/^A rung every/).fill('soon');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page
        .getByRole('alert')
        .getByText(/rungEvery \(line \d+ of the whole document\)/)
        .waitFor();
      await page.getByLabel(/^A rung every/).fill('45 min');

      const hers = await stage().open('vp-marguerite', new URL(page.url()).pathname);
      await hers.getByLabel(/^Bundled every/).fill('6 h');
      await hers.getByRole('button', { name: 'Save', exact: true }).click();
      await hers.getByText('Saved.', { exact: true }).first().waitFor();
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      const notice = page.getByRole('alert').filter({ hasText: 'has changed this draft meanwhile' });
      await notice.getByRole('button', { name: 'Show the difference' }).click();
      await notice
        .getByRole('row', { name: /Rung every/ })
        .getByText('45 minutes')
        .waitFor();
      await notice.getByRole('button', { name: 'Take theirs, drop mine' }).click();
      expect(await page.getByLabel(/^Bundled every/).inputValue()).toBe('6 h');
      await page.getByRole('button', { name: 'Withdraw' }).click();
      await page.getByText('withdrawn', { exact: true }).waitFor();
      await hers.context().close();
      await page.context().close();
    });

    it('the open hours of a calendar are written as people say them, and what is none is not taken over', async () => {
      const { id } = await drafted(stage(), 'Findings in office hours', {
        calendars: [{ name: 'berlin', zone: 'Europe/Berlin', week: { monday: [['09:00', '17:00']] } }],
        clocks: { investigation: { budget: 'PT80H', calendar: 'berlin' } },
      });
      const page = await stage().open('director-howard', `/policies/drafts/${id}`);
      const monday = page.getByRole('textbox', { name: 'berlin, monday' });
      await monday.fill('9 to 5');
      await page.getByText(/^Not taken over/).waitFor();
      await monday.fill('9:00-12:00, 13:00-17:30');
      await page.getByText(/^Not taken over/).waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByText('Saved.', { exact: true }).first().waitFor();
      await part(page, 'Comparison');
      await page
        .getByRole('row', { name: /berlin › Week › Monday/i })
        .getByText('09:00–12:00, 13:00–17:30')
        .waitFor();
      await page.context().close();
    });

    it('a version is applied to what runs: first one sees what would follow, then it is done one by one', async () => {
      const { api } = stage();
      const told = await raise(api);
      const version = await inForce(stage(), 'P6D');
      const page = await stage().open('manager-ines', `/policies/${version}?part=re-apply`);
      await page.getByRole('checkbox', { name: new RegExp(`^${told.ref} `) }).check();
      await page.getByRole('button', { name: /^Look at what would follow/ }).click();
      await page.getByRole('textbox', { name: /^Reason/ }).fill('All teams agreed.');
      await page.getByRole('button', { name: /^Apply version/ }).click();
      await page.getByText('1 of 1 are under it.').waitFor();
      const after = await api.as('manager-ines').get(`/v1/escalations/${told.id}`);
      expect(after.body.policyVersion).toBe(version);
      await page.context().close();
    });
  });
}

/** A policy that lets a pause last so long, in force at once; answers with its version. */
async function inForce(stage: Stage, longestPause: string): Promise<number> {
  const [howard, marguerite] = [stage.api.as('director-howard'), stage.api.as('vp-marguerite')];
  const { id } = await drafted(stage, 'Longer pauses', { longestPause });
  const { revision } = (await howard.post<{ revision: number }>(`/v1/policy-drafts/${id}/submit`, {})).body;
  return (await marguerite.post<{ version: number }>(`/v1/policy-drafts/${id}/approve`, { revision })).body.version;
}

/** A draft of the director, as shipped but for what it changes. */
async function drafted({ api }: Stage, title: string, change: object): Promise<{ id: string }> {
  const howard = api.as('director-howard');
  const { body: first } = await howard.get<{ policy: object }>('/v1/policies/1');
  const answer = await howard.post<{ id: string }>('/v1/policy-drafts', {
    title,
    policy: { ...first.policy, ...change },
  });
  expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
  return answer.body;
}
