import { acknowledged } from '../../api/stories';
import { pageOf, type Stage } from '../stage';

const LIST = ['Account,Contact,Mail', 'Nordwind AG,Ada Brandt,ada@nordwind.example', '"Sud, Ost & Co",,post@'].join(
  '\n',
);
const TEXT = [
  'Hello {{contact}}, this is {{signer}}. Your payments at {{account}} stand still since this morning, and I understand',
  'that your people cannot be paid. {{owner}} works on it now and writes to you today at 17:00. You reach me directly.',
].join(' ');

/** One outage reaches many accounts: all are raised from a list, and acknowledged by name. */
export function oneOutage(stage: () => Stage): void {
  it('an outage: its accounts are raised from a list, and acknowledged together, each by name', async () => {
    const umbrella = await acknowledged(stage().api);
    const page = await stage().open('manager-ines', `${pageOf(umbrella)}/children`);
    const list = page.getByRole('textbox', { name: /^Or paste the list/ });
    await list.fill(LIST);
    await page.getByText('“post@” is no mail address').waitFor();
    expect(await page.getByRole('button', { name: 'Raise 2' }).isDisabled()).toBe(true);
    await list.fill(LIST.replace('post@', 'post@sud-ost.example'));
    await page.getByRole('button', { name: 'Raise 2' }).click();
    await page.getByText('2 raised.').waitFor();

    await page.getByRole('region', { name: 'Accounts', exact: true }).getByText('not yet').nth(1).waitFor();
    const form = page.getByRole('form', { name: 'Acknowledge all' });
    await form.getByRole('combobox', { name: /^Owner/ }).fill('Anneke');
    await form.getByRole('option').first().click();
    await form.getByRole('textbox', { name: 'Subject' }).fill('Your payments: what happens now');
    await form.getByRole('textbox', { name: /^Text/ }).fill(TEXT);
    await form.getByRole('button', { name: 'Show the first one' }).click();
    const first = form.getByRole('region', { name: 'The first one' });
    await first.getByText(/Hello (Ada Brandt|Sud, Ost & Co), this is Ines/).waitFor();
    await first.getByText(/lacks the signer's title/).waitFor();
    await form.getByRole('button', { name: '{{title}}' }).click();
    expect(await form.getByRole('textbox', { name: /^Text/ }).inputValue()).toContain('{{title}}');
    await form.getByRole('button', { name: 'Show the first one' }).click();
    await first.getByText(/nobody in it takes responsibility/).waitFor();
    await form.getByRole('checkbox', { name: /although it sounds impersonal/ }).check();
    await form.getByRole('button', { name: 'Send 2' }).click();
    await form.getByText('2 acknowledged.').waitFor();
    await page.getByRole('heading', { name: 'All are acknowledged' }).waitFor();
    await page.context().close();
  });
}
