/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { acknowledgment, later, raise, step } from '../../api/stories';
import { focusOf, press, tabTo, typeInto } from '../hands';
import type { Stage } from '../stage';
import { pageOf } from '../stage';

const dialog = (page: Page) => page.getByRole('dialog');

/** Does something by the palette, as somebody does who knows its name. */
async function byPalette(page: Page, words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+K');
  const palette = page.getByRole('dialog', { name: 'Search or do' });
  await palette.getByRole('combobox').waitFor();
  await page.keyboard.insertText(words);
  await palette.getByRole('option', { name: new RegExp(words) }).waitFor();
  await page.keyboard.press('Enter');
  await palette.waitFor({ state: 'hidden' });
  await dialog(page).waitFor();
}

/** Presses the form's own button; afterwards the panel is gone and the focus is somewhere. */
async function send(page: Page, button: RegExp): Promise<void> {
  await press(page, button);
  await dialog(page).waitFor({ state: 'hidden' });
  await page.waitForFunction(() => document.activeElement !== document.body);
  expect(await focusOf(page)).not.toBe('');
}

async function person(page: Page, name: RegExp, who: string): Promise<void> {
  await typeInto(page, name, who);
  await page.getByRole('option', { name: new RegExp(who) }).waitFor();
  await page.keyboard.press('Enter');
}

async function investigate(page: Page): Promise<void> {
  await typeInto(page, /^Findings/, 'The collection job ran twice since the release of September.');
  await tabTo(page, /full ticket history/);
  await page.keyboard.press('Space');
  await person(page, /^Who/, 'Bashir Lund');
  await typeInto(page, /^What they said/, 'They consider leaving.');
  await send(page, /^Record the investigation$/);
}

async function solve(page: Page): Promise<void> {
  await tabTo(page, /^Kind of resolution/);
  await page.keyboard.type('Eng');
  await typeInto(page, /^What is done about it/, 'The job is switched off, the second collections are paid back.');
  await send(page, /^Decide the solution$/);
}

async function promise(page: Page): Promise<void> {
  await typeInto(page, /^What we understood/, 'Each invoice since September was collected twice.');
  await typeInto(page, /^What we will do/, 'The second collections are paid back.');
  await typeInto(page, /^What is promised/, 'All second collections paid back');
  await press(page, /^tomorrow/i);
  await person(page, /^Who keeps it/, 'June Halloway');
  await typeInto(page, /^Subject/, 'What happened to your invoices');
  await typeInto(page, /^Text/, 'Dear Pat, this is what we found and what we do.');
  await send(page, /^Give the full account$/);
}

async function close(page: Page): Promise<void> {
  await typeInto(page, /^Subject/, 'It is done');
  await typeInto(page, /^Text/, 'Dear Pat, everything is paid back.');
  await tabTo(page, /^Root cause/);
  await page.keyboard.type('Prod');
  await typeInto(page, /^Why it happened/, 'The job was deployed twice.');
  await send(page, /^Close it$/);
}

/** The owner has no mouse. */
export function ownerByKeyboard(stage: () => Stage): void {
  describe('by keyboard alone', () => {
    it('the owner goes from my work through every step to the closure, and the CSM checks on it', async () => {
      const raised = await raise(stage().api);
      const body = acknowledgment.body.replace('Anneke Voss', 'June Halloway');
      await step(stage().api, 'manager-ines', raised, 'intake', {
        ownerId: 'owner-june',
        acknowledgment: { ...acknowledgment, body },
      });
      const page = await stage().open('owner-june', '/work');
      await page.getByText(raised.ref).first().waitFor();
      await press(page, new RegExp(`^Record the investigation: ${raised.ref}`));
      await dialog(page).waitFor();
      await investigate(page);
      await byPalette(page, 'Decide the solution');
      await solve(page);
      await byPalette(page, 'Give the full account');
      await promise(page);
      await byPalette(page, 'Mark a promise as kept');
      await send(page, /^Mark a promise as kept$/);
      await byPalette(page, 'Close it');
      await close(page);
      await page
        .getByText(/Closed/)
        .first()
        .waitFor();
      await page.context().close();

      await later(stage().api, raised, 'P6D');
      const csm = await stage().open('csm-bashir', pageOf(raised));
      await csm.getByRole('heading', { level: 1 }).waitFor();
      await byPalette(csm, 'Record the check-in');
      await checkIn(csm);
      await csm
        .getByText(/Settled/)
        .first()
        .waitFor();
      await csm.context().close();
    });

    it('a manager acknowledges and names the owner', async () => {
      const raised = await raise(stage().api);
      const page = await stage().open('manager-ines', pageOf(raised));
      await page.getByRole('heading', { level: 1 }).waitFor();
      await byPalette(page, 'Acknowledge');
      await person(page, /^Owner/, 'Desmond Achterberg');
      await send(page, /^Acknowledge$/);
      await page
        .getByText(/Desmond Achterberg/)
        .first()
        .waitFor();
      await page.context().close();
    });
  });
}

async function checkIn(page: Page): Promise<void> {
  await tabTo(page, /^Yes|I reached the customer/);
  await page.keyboard.press('Space');
  await typeInto(page, /^How it went/, 'Calm again.');
  await tabTo(page, /^Yes|They are better off/);
  await page.keyboard.press('Space');
  await send(page, /^Record the check-in$/);
}
