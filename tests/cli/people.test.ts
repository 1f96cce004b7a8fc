import { createWorld } from '../support/world';
import type { World } from '../support/world';
import { TestFiles } from './support/files';
import { cliEnv, runCli } from './support/run-cli';

/** Who is here, from the command line. */
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
    const until = new Date(Date.now() + 90 * 24 * 3_600_000).toISOString().slice(0, 10);
    const dates = ['--from', new Date().toISOString(), '--until', `${until}T22:00:00Z`];
    const away = await cli('people', 'away', 'owner-anneke', ...dates, '--delegate', 'owner-ravi');
    expect([away.code, away.stdout]).toEqual([0, expect.stringContaining('Ravi Tanwar stands in')]);
    const listed = (await cli('people', 'list', '--role', 'owner')).stdout.split('\n');
    expect(listed.find((line) => line.startsWith('owner-anneke'))).toContain(`away until ${until} 22:00 UTC`);
    const absences = await cli('people', 'absences', 'owner-anneke');
    expect([absences.code, absences.stderr]).toEqual([0, '']);
    const line = new RegExp(`${until} 22:00 UTC +Ravi Tanwar +(Ines Marchetti|Grant Oyelaran)`);
    expect(absences.stdout).toMatch(line);
    const wrong = await cli('people', 'away', 'me', '--from', until, '--until', new Date().toISOString());
    expect(wrong.code).not.toBe(0);
    expect(wrong.stderr).toContain('until: must be later than `from`');
  });

  test('an absence is called off by its id, and is gone from the list', async () => {
    const year = new Date().getUTCFullYear() + 1;
    const away = ['--from', `${year}-07-05`, '--until', `${year}-07-09`, '--note', 'Sailing'];
    expect((await cli('people', 'away', 'me', ...away, '--as', 'owner-ravi')).stdout).toContain(
      'owner-ravi is away from',
    );
    const everybody = (await cli('people', 'absences')).stdout.split('\n');
    expect(everybody.map((line) => line.split(' ')[0])).toEqual(['PERSON', 'owner-anneke', 'owner-ravi', '']);
    const id = everybody[2]?.split(' ').at(-1) ?? '';
    const back = await cli('people', 'back', 'owner-ravi', id);
    expect([back.code, back.stderr]).toEqual([0, '']);
    expect(back.stdout).toMatch(/^Taken back: owner-ravi away from \d{4}-07-0\d .*; nobody stands in\.$/m);
    expect((await cli('people', 'absences', 'owner-ravi')).stdout).toBe('None.\n');
    const again = await cli('people', 'back', 'owner-ravi', id);
    expect([again.code, again.stderr]).toEqual([4, expect.stringContaining(`no absence with the id "${id}"`)]);
    const [kept] = (await cli('people', 'absences', 'owner-anneke', '--json')).stdout.split('\n');
    const { id: others } = JSON.parse(kept ?? '') as { id: string };
    expect((await cli('people', 'back', 'owner-anneke', others, '--as', 'owner-ravi')).code).toBe(5);
  });

  test('says that somebody leaves, also in the CSV of the directory', async () => {
    const left = await cli('people', 'leave', 'owner-june');
    expect(left.stdout).toContain('with something in 0 escalations.');
    expect(left.stdout).toContain('It passes to Grant Oyelaran.');
    const csv = [
      'id,name,title,email,roles,function,managerId,leftAt',
      'owner-gone,Gone Ago,Engineer,gone@upstairs.example,owner,support,manager-ines,2026-11-01T00:00:00Z',
    ];
    expect((await cli('people', 'import', files.write('people.csv', `${csv.join('\n')}\n`))).code).toBe(0);
    const listed = (await cli('people', 'list', '--role', 'owner')).stdout.split('\n');
    for (const id of ['owner-june', 'owner-gone'])
      expect(listed.find((line) => line.startsWith(id))).toContain('has left');
  });

  test('a departure is taken back: before its day they stay, after it they need a new key', async () => {
    const inAWeek = new Date(Date.now() + 7 * 24 * 3_600_000).toISOString();
    await cli('people', 'leave', 'owner-desmond', '--since', inAWeek);
    const stays = await cli('people', 'rejoin', 'owner-desmond');
    expect([stays.code, stays.stdout]).toEqual([0, expect.stringMatching(/^Desmond .* stays: they do not leave/)]);
    expect((await cli('list', '--as', 'owner-desmond')).code).toBe(0);

    const before = (await cli('people', 'list', '--role', 'owner')).stdout;
    await cli('people', 'leave', 'owner-desmond');
    expect((await cli('list', '--as', 'owner-desmond')).code).toBe(5);
    const back = await cli('people', 'rejoin', 'owner-desmond');
    expect(back.stdout).toMatch(/^Desmond .* is with the company again/);
    expect(back.stdout).toContain('upstairs keys create --person owner-desmond');
    expect((await cli('people', 'list', '--role', 'owner')).stdout).toBe(before);
    expect((await cli('list', '--as', 'owner-desmond')).code).toBe(5);
    const key = (await cli('keys', 'create', '--person', 'owner-desmond')).stdout.trim();
    expect((await cli('list', '--key', key)).code).toBe(0);

    const never = await cli('people', 'rejoin', 'owner-desmond');
    expect([never.code, never.stderr]).toEqual([1, expect.stringContaining('there is nothing to take back')]);
    expect((await cli('people', 'rejoin', 'nobody-known')).code).toBe(4);
  });
});
