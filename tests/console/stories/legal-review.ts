import type { Page } from 'playwright-core';
import { SHIPPED_POLICY } from '../../../domain/shipped-policy';
import { openDatabase } from '../../../services/shared/store/database';
import { DEMO_DUTY_MANAGERS } from '../../../services/shared/store/demo-people';
import { upsertPeople } from '../../../services/shared/store/people';
import { savePolicy } from '../../../services/shared/store/policies';
import { acknowledged, findings, step } from '../../api/stories';
import { COUNSEL, WITH_LEGAL_REVIEW } from '../../workflows/counsel';
import { pageOf, type Stage } from '../stage';

const sent = (page: Page) => page.getByRole('dialog').waitFor({ state: 'hidden' });

/** A step beside the default plan, in the plan of a policy: nobody wrote a page for it. */
export function legalReview(stage: () => Stage): void {
  it('a step that a policy adds has its place, its form and its refusal, without a page of its own', async () => {
    const { api, world } = stage();
    const db = openDatabase(world.databaseUrl, { connections: 1 });
    await upsertPeople(db, [COUNSEL]);
    const usual = { ...SHIPPED_POLICY, dutyManagerIds: DEMO_DUTY_MANAGERS };
    await savePolicy(db, { ...usual, plan: WITH_LEGAL_REVIEW });
    const started = await acknowledged(api);
    await savePolicy(db, usual);
    await db.close();
    await step(api, 'owner-anneke', started, 'investigation', findings);
    await step(api, 'owner-anneke', started, 'solution', {
      kind: 'other',
      description: 'Their invoices are put right.',
    });

    const owners = await stage().open('owner-anneke', pageOf(started));
    await owners.getByText('It waits for a contributor or a manager upwards.').waitFor();
    await owners.context().close();

    const page = await stage().open('manager-ines', pageOf(started));
    const next = page.getByRole('region', { name: 'What is next' });
    await next.getByText('Legal review', { exact: true }).first().waitFor();
    await next.getByRole('button', { name: 'Legal review' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('textbox', { name: /^Opinion/ }).fill('Say nothing of damages yet.');
    await form.getByRole('button', { name: 'Legal review' }).click();
    await form
      .getByText(/The customer may be told/)
      .first()
      .waitFor();
    await form.getByText('No', { exact: true }).click();
    await form.getByRole('combobox', { name: /^Who of Legal/ }).fill('Ingrid');
    await form.getByRole('option', { name: /Ingrid Solheim/ }).click();
    await form.getByRole('button', { name: 'Legal review' }).click();
    await sent(page);
    await page.getByText('Say nothing of damages yet.').first().waitFor();
    await page.context().close();
  });
}
