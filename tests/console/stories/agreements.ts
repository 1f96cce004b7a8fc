import type { Page } from 'playwright-core';
import type { EscalationView } from '../../../services/api/views/escalation.schema';
import { acknowledged, answered, findings, step } from '../../api/stories';
import { BEYOND } from '../everything';
import { pageOf, type Stage } from '../stage';

interface Mail {
  subject: string;
  text: string;
}

const sent = (page: Page) => page.getByRole('dialog').waitFor({ state: 'hidden' });
const cardOf = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** What is promised, and what needs somebody's word first. */
export function agreements(stage: () => Stage): void {
  describe('promises and decisions', () => {
    it('a promise is moved before its date: the page shows from which date, and the customer is told', async () => {
      const told = await answered(stage().api);
      const page = await stage().open('owner-anneke', pageOf(told));
      const card = cardOf(page, 'What is promised');
      await card.getByRole('button', { name: /^Move: All second collections paid back/ }).click();
      const form = page.getByRole('dialog');
      await form.getByRole('button', { name: 'in a week 12:00' }).click();
      await form.getByRole('textbox', { name: /^Reason/ }).fill('The bank needs a week.');
      await form.getByText('Another date for what I promised').waitFor();
      await form.getByRole('button', { name: 'Move a promise' }).click();
      await sent(page);
      await card.getByText(/moved from/).waitFor();
      await page.context().close();
    });

    it('a remedy beyond the authority waits, and the director decides it from the link in the mail', async () => {
      const asked = await beyondAuthority(stage());
      const link = await linkInMail(stage(), asked);
      // Mail scanners open links: nothing is decided by that.
      const scanner = await stage().browser.newContext({ baseURL: stage().address });
      await (await scanner.newPage()).goto(link);
      await scanner.close();

      const page = await stage().open('director-howard', link);
      const form = page.getByRole('dialog');
      await form.getByText(BEYOND.description).waitFor();
      await form.getByText(/beyond what they may grant alone/).waitFor();
      expect((await read(stage(), asked)).approvals[0]?.state).toBe('open');
      await form.getByText('Approve', { exact: true }).click();
      await form.getByRole('button', { name: 'Approve it' }).click();
      await sent(page);
      await cardOf(page, 'Decisions').getByText('Approved').waitFor();
      expect((await read(stage(), asked)).steps.find(({ name }) => name === 'solution')?.state).toBe('done');

      await page.goto(link);
      await page.getByText(/was approved by Howard Linde/).waitFor();
      await page.context().close();
    });

    it('who solves it on the first call fills in one form, and what is done already is not asked for again', async () => {
      const started = await acknowledged(stage().api);
      const page = await stage().open('owner-anneke', `${pageOf(started)}?action=resolve-at-once`);
      const form = page.getByRole('dialog');
      await form.getByRole('textbox', { name: 'Findings' }).fill('The job ran twice.');
      expect(await form.getByRole('combobox', { name: /^Owner/ }).count()).toBe(0);
      await form.getByRole('checkbox', { name: /ticket history/ }).check();
      await form.getByRole('textbox', { name: 'What they said' }).first().fill('They may leave.');
      await form.getByRole('combobox', { name: 'Kind of resolution' }).selectOption('configuration-change');
      await form.getByRole('textbox', { name: 'What is done about it' }).fill('The job is off.');
      await form.getByRole('textbox', { name: 'What we understood' }).fill('You paid twice.');
      await form.getByRole('textbox', { name: 'What we will do' }).fill('We pay it back.');
      await form.getByRole('textbox', { name: 'What is promised' }).fill('All paid back');
      await form.getByRole('button', { name: 'in a week 12:00' }).click();
      await form.getByRole('button', { name: 'Resolve it at once' }).click();
      await sent(page);
      const done = (await read(stage(), started)).steps.filter(({ state }) => state === 'done').map(({ name }) => name);
      expect(done).toEqual(['intake', 'investigation', 'solution', 'customer-update']);
      await page.context().close();
    });
  });
}

async function beyondAuthority({ api }: Stage): Promise<EscalationView> {
  const started = await acknowledged(api);
  await step(api, 'owner-anneke', started, 'investigation', findings);
  return step(api, 'owner-anneke', started, 'solution', BEYOND);
}

async function read({ api }: Stage, { id }: EscalationView): Promise<EscalationView> {
  return (await api.as('manager-ines').get<EscalationView>(`/v1/escalations/${id}`)).body;
}

/** The address that the mail to the approver holds, without its host: the console's tests have one of their own. */
async function linkInMail({ api }: Stage, { ref }: EscalationView): Promise<string> {
  for (let looks = 0; looks < 50; looks += 1) {
    const { items } = (await api.as('manager-ines').get<{ items: Mail[] }>('/v1/demo/mailbox?limit=1000')).body;
    const found = items
      .filter(({ subject }) => subject.includes(ref))
      .map(({ text }) => /https?:\S+approvalId=\S+/.exec(text));
    const link = found.find(Boolean)?.[0];
    if (link) return link.replace(/^https?:\/\/[^/]+/, '');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`no mail about ${ref} holds the way to the decision`);
}
