import { createWorld } from '../support/world';
import type { World } from '../support/world';
import { TestFiles } from './support/files';
import { cliEnv, runCli } from './support/run-cli';

/** Who is on duty, from the command line. */
describe('upstairs', () => {
  const files = new TestFiles();
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ services: ['api', 'worker'] });
  });
  afterAll(async () => {
    files.remove();
    await world.close();
  });

  const cli = (...args: string[]) => runCli(cliEnv(world), args);

  interface Rota {
    revision: number;
    shifts: { personId: string }[];
  }

  test('the rota is written from a file, and over no other revision than the one that was seen', async () => {
    const shift = { day: 'monday', from: '00:00', to: '24:00' };
    const first = files.write('rota.json', JSON.stringify({ shifts: [{ ...shift, personId: 'manager-grant' }] }));
    const written = await cli('duty', 'set', first);
    expect([written.code, written.stderr]).toEqual([0, '']);
    expect(written.stdout).toMatch(/at revision 1, written by manager-ines, .*: 1 shift a week, 0 stretches covered/);
    expect(written.stdout).toContain('No gap in the next 14 days.');

    const unseen = await cli('duty', 'set', first);
    expect(unseen.code).toBe(2);
    expect(unseen.stderr).toContain('--revision: say which one the file was made from. The rota is at revision 1');

    const printed = (await cli('duty', 'rota', '--as', 'manager-grant')).stdout;
    const edited = printed.replace('manager-grant', 'director-howard');
    const again = await runCli(cliEnv(world), ['duty', 'set', '-'], edited);
    expect([again.code, again.stdout]).toEqual([0, expect.stringContaining('at revision 2')]);
    const late = await runCli(cliEnv(world), ['duty', 'set', '-', '--as', 'manager-grant'], printed);
    expect([late.code, late.stderr]).toEqual([
      1,
      expect.stringContaining('It is at revision 2; Ines Marchetti wrote it'),
    ]);

    const whole = files.write('whole.json', (await cli('duty', 'rota', '--json')).stdout);
    const same = JSON.parse((await cli('duty', 'set', whole, '--json')).stdout) as Rota;
    expect(same).toMatchObject({ revision: 2, shifts: [{ personId: 'director-howard' }] });
    const wrong = await cli('duty', 'set', files.write('wrong.json', '{"shifts":[{"personId":"x"}],"revision":2}'));
    expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('shifts.0.day')]);
    expect((await cli('duty', 'set', files.write('list.json', '[]'))).stderr).toContain('does not hold a rota');
  });

  test('the feed comes from a calendar file, and goes', async () => {
    const year = new Date().getUTCFullYear() + 1;
    const event = [
      'BEGIN:VEVENT',
      'UID:1',
      `DTSTART:${year}0104T080000`,
      `DTEND:${year}0104T180000`,
      'SUMMARY:Howard Linde',
    ];
    const calendar = (...more: string[]) =>
      ['BEGIN:VCALENDAR', 'VERSION:2.0', ...event, ...more, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');
    const file = files.write('duty.ics', calendar('RRULE:FREQ=WEEKLY;COUNT=3'));
    const taken = await cli('duty', 'feed', file, '--zone', 'Europe/Berlin');
    expect([taken.code, taken.stderr]).toEqual([0, '']);
    expect(taken.stdout).toContain(`3 shifts taken, the last one until ${year}-01-18 17:00 UTC.`);
    expect(taken.stdout).toContain('No gap in the next 14 days.');
    const stdin = await runCli(cliEnv(world), ['duty', 'feed', '-', '--json'], calendar());
    expect(JSON.parse(stdin.stdout)).toEqual({ shifts: 1, until: `${year}-01-04T18:00:00.000Z` });

    const unknown = await cli('duty', 'feed', files.write('bad.ics', calendar().replace('Howard Linde', 'Nobody')));
    expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining('nobody in the directory is meant')]);
    expect((await cli('duty', 'feed', file, '--zone', 'Mars/Crater')).stderr).toContain('zone: must be a name');
    for (const args of [[], [file, '--drop']])
      expect(await cli('duty', 'feed', ...args)).toMatchObject({ code: 2, stderr: expect.stringContaining('either') });
    expect((await cli('duty', 'rota')).stderr).toContain('1 shift of the feed');
    expect((await cli('duty', 'feed', '--drop')).stdout).toContain('There is no feed any more.');
    expect((await cli('duty', 'rota')).stderr).toContain('0 shifts of the feed');
  });

  test('shows who is on duty, and the gap where the whole list is away', async () => {
    const plain = await cli('duty', '--days', '2');
    expect([plain.code, plain.stderr]).toEqual([0, '']);
    expect(plain.stdout).toMatch(/Ines Marchetti +by the duty list/);
    const [from, until] = [0, 60].map((days) => new Date(Date.now() + days * 24 * 3_600_000).toISOString());
    for (const id of ['manager-ines', 'manager-grant']) {
      await cli('people', 'away', id, '--from', from ?? '', '--until', until ?? '');
    }
    const gap = await cli('duty', '--days', '2');
    expect(gap.stdout).toContain('GAP');
    expect(gap.stderr).toContain('nobody has this shift, and nobody of the duty list is here');
    expect((await cli('duty', '--days', '91')).code).not.toBe(0);
  });
});
