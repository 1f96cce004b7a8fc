import type { Page } from 'playwright-core';
import { openDatabase } from '../../../services/shared/store/database';
import type { PersonFacts } from '../../../services/shared/store/people';
import { upsertPeople } from '../../../services/shared/store/people';
import { acknowledged, acknowledgment, answered, command, raise, step } from '../../api/stories';
import { after } from '../everything';
import { pageOf, type Stage } from '../stage';

const DAY_MS = 86_400_000;
const sent = (page: Page) => page.getByRole('dialog').waitFor({ state: 'hidden' });
const cardOf = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** Somebody who is there only to leave. */
const OTTO: PersonFacts = {
  ...{ id: 'owner-otto', name: 'Otto Brahe', title: 'Support Engineer', email: 'otto.brahe@upstairs.example' },
  ...{ roles: ['owner'], function: 'support', managerId: 'manager-grant', zone: 'Europe/Oslo', available: true },
};

async function choose(page: Page, field: RegExp | string, name: string): Promise<void> {
  const form = page.getByRole('dialog');
  await form.getByRole('combobox', { name: field }).fill(name);
  await form.getByRole('option', { name: new RegExp(name) }).click();
}

/** Who has which place in an escalation, who has a task, and who leaves. */
export function placesAndTasks(stage: () => Stage): void {
  describe('places and tasks', () => {
    it('a manager names who coordinates, the sponsor and the customer’s executive; the load is seen', async () => {
      const started = await acknowledged(stage().api);
      const page = await stage().open('manager-ines', `${pageOf(started)}?action=name-escalation-manager`);
      const form = page.getByRole('dialog');
      await choose(page, /^Escalation manager/, 'Noor');
      await form.getByRole('button', { name: 'Name the escalation manager' }).click();
      await sent(page);
      await page.goto(`${pageOf(started)}?action=name-sponsor`);
      await choose(page, /^Sponsor/, 'Elena');
      await form.getByRole('combobox', { name: /^Facing/ }).selectOption('both');
      await form.getByRole('button', { name: 'Name the sponsor' }).click();
      await sent(page);
      await page.goto(`${pageOf(started)}?action=name-counterpart`);
      await form.getByRole('textbox', { name: /^Name/ }).fill('Rosa Almeida');
      await form.getByRole('button', { name: 'Add a line' }).click();
      await form.getByRole('textbox', { name: 'What', exact: true }).fill('Send us the bank statements');
      await form.getByRole('button', { name: 'in a week 12:00' }).click();
      await form.getByRole('button', { name: "Name the customer's executive" }).click();
      await sent(page);
      const people = cardOf(page, 'People on it');
      for (const name of ['Noor Castellane', 'Elena Farrow', 'Rosa Almeida']) await people.getByText(name).waitFor();
      await cardOf(page, 'Tasks').getByText('Send us the bank statements').waitFor();
      await page.goto('/sponsors');
      await page.getByRole('link', { name: /^\d+ open, sponsored by Elena Farrow/ }).waitFor();
      // Who coordinates may do there what a manager may.
      const noor = await stage().open('escalation-noor', `${pageOf(started)}?action=reassign`);
      await noor.getByRole('dialog').getByRole('combobox', { name: 'New owner' }).waitFor();
      await Promise.all([page.context().close(), noor.context().close()]);
    });

    it('a promise for a day before the work is due is made only by who insists', async () => {
      const told = await answered(stage().api);
      const page = await stage().open('owner-anneke', `${pageOf(told)}?action=add-task`);
      const form = page.getByRole('dialog');
      await form.getByRole('textbox', { name: /^Task/ }).fill('Rebuild the archive');
      await choose(page, /^Person/, 'Mirko');
      await form.getByRole('button', { name: 'in a week 12:00' }).click();
      await form.getByRole('button', { name: 'Give a task' }).click();
      await sent(page);
      await cardOf(page, 'Tasks').getByText('Rebuild the archive').waitFor();

      await page.goto(`${pageOf(told)}?action=add-commitment`);
      await form.getByRole('textbox', { name: /^What is promised/ }).fill('Your archive is back');
      await form.getByRole('button', { name: 'tomorrow 18:00' }).click();
      await form.getByRole('checkbox', { name: /Rebuild the archive/ }).check();
      await form.getByRole('textbox', { name: /^Subject/ }).fill('Your archive');
      await form.getByRole('textbox', { name: /^Text/ }).fill('Dear Pat, your archive is back tomorrow. Anneke');
      await form.getByRole('button', { name: 'Promise something more' }).click();
      await form.getByText(/before the work is due that it depends on/).waitFor();
      await form.getByRole('checkbox', { name: /^Promise it all the same/ }).check();
      await form.getByRole('button', { name: 'Promise something more' }).click();
      await sent(page);
      await cardOf(page, 'What is promised').getByText('Your archive is back').first().waitFor();
      await page.context().close();
    });

    it('whoever leaves the company leaves nothing behind: it passes to who is above them', async () => {
      const { api, world } = stage();
      const db = openDatabase(world.databaseUrl, { connections: 1 });
      await upsertPeople(db, [OTTO]);
      await db.close();
      const raised = await raise(api);
      await step(api, 'manager-ines', raised, 'intake', {
        ownerId: OTTO.id,
        acknowledgment: { ...acknowledgment, body: acknowledgment.body.replace('Anneke Voss', OTTO.name) },
      });
      const task = { text: 'Look it up', personId: OTTO.id, dueAt: after(raised, DAY_MS) };
      await command(api, 'manager-ines', raised, 'add-task', task);
      const page = await stage().open('admin-pavel', '/people?q=Otto');
      await page.getByRole('button', { name: 'Otto Brahe leaves' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Otto Brahe owns 1 open escalation.').waitFor();
      await dialog.getByRole('button', { name: 'Otto Brahe leaves' }).click();
      await dialog.getByText(/in 1 escalation. It passes to Grant Oyelaran/).waitFor();
      await dialog.getByRole('button', { name: 'Close' }).last().click();
      await page.getByRole('row').getByText('has left').waitFor();
      const grant = await stage().open('manager-grant', pageOf(raised));
      await grant
        .getByText(/^Grant Oyelaran owns it/)
        .first()
        .waitFor();
      await Promise.all([page.context().close(), grant.context().close()]);
    });

    it('what is looked for by a place is saved as a view, and found again', async () => {
      const started = await acknowledged(stage().api, { summary: 'Only Mirko knows this' });
      await command(stage().api, 'owner-anneke', started, 'add-to-team', {
        personId: 'engineer-mirko',
        role: 'Knows it',
      });
      const page = await stage().open('manager-ines', '/board?layout=list&teamMemberId=engineer-mirko&q=knows');
      await page.getByRole('row').filter({ hasText: started.ref }).waitFor();
      await page.getByRole('button', { name: 'Views', exact: true }).click();
      await page.getByRole('button', { name: 'Save this view' }).click();
      const dialog = page.getByRole('dialog', { name: 'Save this view' });
      await dialog.getByRole('textbox', { name: 'Name' }).fill('With Mirko');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await page.goto('/board?layout=list&ownerId=owner-june');
      await page.getByRole('button', { name: 'Views', exact: true }).click();
      await page.getByRole('link', { name: /^With Mirko/ }).click();
      await page.waitForURL(/teamMemberId/);
      await page.getByRole('row').filter({ hasText: started.ref }).waitFor();
      await page.context().close();
    });
  });
}
