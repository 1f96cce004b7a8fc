import { createWorld } from '../support/world';
import type { World } from '../support/world';
import { TestFiles } from './support/files';
import { cliEnv, runCli } from './support/run-cli';

/** Who is here and on duty, from the command line. */
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

  test('says that somebody is away, and shows who stands in', async () => {
    const today = new Date().toISOString();
    const away = await cli(
      ...['people', 'away', 'owner-anneke', '--from', today, '--until', '2027-06-30', '--delegate', 'owner-ravi'],
    );
    expect([away.code, away.stdout]).toEqual([0, expect.stringContaining('Ravi Tanwar stands in')]);
    const listed = (await cli('people', 'list', '--role', 'owner')).stdout.split('\n');
    expect(listed.find((line) => line.startsWith('owner-anneke'))).toContain('away until 2027-06-30 22:00 UTC');
    const absences = await cli('people', 'absences', 'owner-anneke');
    expect([absences.code, absences.stderr]).toEqual([0, '']);
    expect(absences.stdout).toMatch(/2027-06-30 22:00 UTC +Ravi Tanwar +(Ines Marchetti|Grant Oyelaran)/);
    const wrong = await cli('people', 'away', 'me', '--from', '2027-02-02', '--until', '2027-02-01');
    expect(wrong.code).not.toBe(0);
    expect(wrong.stderr).toContain('until: must be later than `from`');
  });

  test('shows who is on duty, and the gap where the whole list is away', async () => {
    const plain = await cli('duty', '--days', '2');
    expect([plain.code, plain.stderr]).toEqual([0, '']);
    expect(plain.stdout).toMatch(/Ines Marchetti +by the duty list/);
    for (const id of ['manager-ines', 'manager-grant']) {
      await cli('people', 'away', id, '--from', new Date().toISOString(), '--until', '2027-02-01');
    }
    const gap = await cli('duty', '--days', '2');
    expect(gap.stdout).toContain('GAP');
    expect(gap.stderr).toContain('nobody has this shift, and nobody of the duty list is here');
    expect((await cli('duty', '--days', '91')).code).not.toBe(0);
  });

  test('says that somebody leaves, also in the CSV of the directory', async () => {
    const left = await cli('people', 'leave', 'owner-june');
    expect(left.stdout).toContain('with something in 0 escalations.');
    expect(left.stdout).toContain('It passes to Howard Linde.');
    const csv = [
      'id,name,title,email,roles,function,managerId,leftAt',
      'owner-gone,Gone Ago,Engineer,gone@upstairs.example,owner,support,manager-ines,2026-11-01T00:00:00Z',
    ];
    expect((await cli('people', 'import', files.write('people.csv', `${csv.join('\n')}\n`))).code).toBe(0);
    const listed = (await cli('people', 'list', '--role', 'owner')).stdout.split('\n');
    for (const id of ['owner-june', 'owner-gone'])
      expect(listed.find((line) => line.startsWith(id))).toContain('has left');
  });
});
