import type { Stage } from '../stage';

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const inDays = (days: number) => inHours(days * 24).slice(0, 10);

/** Who is away, who stands in, and when nobody is on duty. */
export function awayAndOnDuty(stage: () => Stage): void {
  describe('away and on duty', () => {
    it('somebody says that they are away and who stands in, and takes it back', async () => {
      const page = await stage().open('owner-anneke', '/work');
      await page.getByRole('button', { name: 'your menu' }).click();
      await page.getByRole('menuitem', { name: 'I am away …' }).click();
      const dialog = page.getByRole('dialog', { name: 'When I am away' });
      await dialog.getByLabel(/^From/).fill(inDays(20));
      await dialog.getByLabel(/^Until/).fill(inDays(22));
      await dialog.getByRole('combobox', { name: /^Who stands in/ }).fill('Grant');
      await dialog.getByRole('option').first().click();
      await dialog.getByRole('button', { name: 'Write it down' }).click();
      const list = dialog.getByRole('list', { name: 'Absences' });
      await list.getByText(/Grant.* stands in/).waitFor();

      await dialog.getByLabel(/^From/).fill(inDays(21));
      await dialog.getByLabel(/^Until/).fill(inDays(25));
      await dialog.getByRole('button', { name: 'Write it down' }).click();
      await dialog
        .getByRole('alert')
        .getByText(/is away then already/)
        .waitFor();
      expect(await dialog.getByLabel(/^From/).inputValue()).toBe(inDays(21));
      await list.getByRole('button', { name: /^Take back/ }).click();
      await dialog.getByText('No absence is written down').waitFor();
      await page.context().close();
    });

    it('who would stand in for each other while both are away is told so by name', async () => {
      const away = { from: inHours(24 * 30), until: inHours(24 * 32), delegateId: 'owner-anneke' };
      const desmond = '/v1/people/owner-desmond/absences';
      const { body } = await stage().api.as('manager-ines').post<{ id: string }>(desmond, away);
      const page = await stage().open('manager-ines', '/people?q=Anneke');
      await page.getByRole('button', { name: 'Absences of Anneke Voss' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(/^From/).fill(inDays(31));
      await dialog.getByLabel(/^Until/).fill(inDays(33));
      await dialog.getByRole('combobox', { name: /^Who stands in/ }).fill('Desmond');
      await dialog.getByRole('option').first().click();
      await dialog.getByRole('button', { name: 'Write it down' }).click();
      await dialog
        .getByText(/Anneke Voss → Desmond Achterberg → Anneke Voss/)
        .first()
        .waitFor();
      await page.context().close();
      expect((await stage().api.as('manager-ines').send('delete', `${desmond}/${body.id}`, {})).status).toBe(204);
    });

    it('a manager reads when those above are away, and writes it of others, in no place of their own', async () => {
      const vp = stage().api.as('vp-marguerite');
      const away = { from: inHours(24 * 40), until: inHours(24 * 41), delegateId: null };
      const { body } = await vp.post<{ id: string }>('/v1/people/me/absences', away);
      const page = await stage().open('manager-ines', '/people?q=Marguerite');
      await page.getByRole('button', { name: 'Absences of Marguerite Sato' }).click();
      const theirs = page.getByRole('dialog', { name: 'When Marguerite Sato is away' });
      await theirs.getByText('Marguerite Sato says so themselves, or an admin does.').waitFor();
      await theirs.getByRole('list', { name: 'Absences' }).getByText('Nobody stands in').waitFor();
      expect(await theirs.getByRole('button', { name: /^(Take back|Write it down)/ }).count()).toBe(0);
      await page.keyboard.press('Escape');

      await page.getByLabel('Find somebody').fill('Grant');
      await page.getByRole('button', { name: 'Absences of Grant Oyelaran' }).click();
      const peer = page.getByRole('dialog', { name: 'When Grant Oyelaran is away' });
      await peer.getByLabel(/^From/).fill(inDays(40));
      await peer.getByLabel(/^Until/).fill(inDays(41));
      await peer.getByRole('combobox', { name: /^Who stands in/ }).fill('Ines');
      await peer.getByRole('option', { name: /whoever writes this names another/, disabled: true }).waitFor();
      await peer.getByRole('combobox', { name: /^Who stands in/ }).fill('Ravi');
      await peer.getByRole('option').first().click();
      await peer.getByRole('button', { name: 'Write it down' }).click();
      const list = peer.getByRole('list', { name: 'Absences' });
      await list.getByText('Ravi Tanwar stands in · written by Ines Marchetti').waitFor();
      await list.getByRole('button', { name: /^Take back/ }).click();
      await peer.getByText('No absence is written down').waitFor();
      await page.context().close();
      expect((await vp.send('delete', `/v1/people/me/absences/${body.id}`, {})).status).toBe(204);
    });

    it('the shifts of a calendar file are taken over, and dropped again', async () => {
      const page = await stage().open('manager-ines', '/duty');
      const form = page.getByRole('form', { name: 'Shifts from a calendar file' });
      await form.getByRole('textbox', { name: /^Or paste it/ }).fill(calendarFile('nobody@upstairs.example'));
      await form.getByRole('button', { name: 'Take the shifts over' }).click();
      await form
        .getByRole('alert')
        .getByText(/nobody@upstairs.example/)
        .first()
        .waitFor();
      await form.getByRole('textbox', { name: /^Or paste it/ }).fill(calendarFile('grant.oyelaran@upstairs.example'));
      await form.getByRole('button', { name: 'Take the shifts over' }).click();
      await form.getByText(/^\d+ shifts? comes? from a file/).waitFor();
      await form.getByRole('button', { name: 'Drop the shifts of the file' }).click();
      await form.getByText('No file was taken over.').waitFor();
      await page.context().close();
    });

    it('a gap is told where a manager begins the day, and leads to the rota', async () => {
      const ines = stage().api.as('manager-ines');
      const shift = { from: inHours(50), until: inHours(60), personId: 'director-howard' };
      expect((await ines.put('/v1/duty/rota', { shifts: [], cover: [shift] })).status).toBe(200);
      const away = { from: inHours(49), until: inHours(61), delegateId: null };
      const howard = stage().api.as('director-howard');
      const { body } = await howard.post<{ id: string }>('/v1/people/me/absences', away);

      const page = await stage().open('manager-ines', '/work');
      await page.getByRole('status').filter({ hasText: 'Nobody is on duty from' }).waitFor();
      await page.getByRole('link', { name: 'To the rota' }).click();
      await page
        .getByRole('region', { name: 'Gaps' })
        .getByText(/Howard Linde.* is away/)
        .waitFor();
      await page
        .getByRole('list', { name: /^Days in/ })
        .getByText(/^Gap: nobody/)
        .first()
        .waitFor();
      await page.getByRole('button', { name: 'Take out Cover 1' }).click();
      await page.getByRole('button', { name: 'Write the rota' }).click();
      await page.getByText('Somebody is on duty at every hour').waitFor();
      expect((await howard.send('delete', `/v1/people/me/absences/${body.id}`, {})).status).toBe(204);
      await page.context().close();
    });
  });
}

function calendarFile(attendee: string): string {
  const day = inDays(3).replaceAll('-', '');
  return [
    ...[
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Rota//EN',
      'BEGIN:VEVENT',
      'UID:shift-1',
      `DTSTAMP:${day}T000000Z`,
    ],
    ...[`DTSTART:${day}T080000Z`, `DTEND:${day}T200000Z`, 'SUMMARY:On duty', `ATTENDEE:mailto:${attendee}`],
    ...['END:VEVENT', 'END:VCALENDAR', ''],
  ].join('\r\n');
}
