import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { once } from 'node:events';
import { repository } from '../../infra/local/folders';
import { createWorld } from '../support/world';
import type { World } from '../support/world';
import { cliEnv, runCli, startCli } from './support/run-cli';
import type { CliResult } from './support/run-cli';
import { complaints, TestFiles } from './support/files';

const REAL = path.resolve(repository, '../shared/data/complaints.csv');

/** The import against the whole running system, each in lists of its own. */
describe('import', () => {
  const files = new TestFiles();
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ services: ['api', 'worker', 'notifier'] });
  });
  afterAll(async () => {
    files.remove();
    await world.close();
  });

  const cli = (...args: string[]): Promise<CliResult> => runCli(cliEnv(world), args);

  /** What is there of an account, over the API. */
  async function escalationsOf(account: string): Promise<{ ref: string; quiet: boolean; externalRef: string }[]> {
    const { stdout } = await cli('list', '--all', '--json', '--q', account);
    return stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as never);
  }

  test('raises every row as open and quiet, and a second run changes nothing', async () => {
    const file = files.write('tracker.csv', complaints(40));
    const first = await cli('import', file, '--set', 'account=Twice Imported', '--source', 'tracker');
    expect(first.stdout).toContain('40 rows read: 40 raised, 0 already there, 0 skipped');
    expect(first.code).toBe(0);
    const again = await cli('import', file, '--set', 'account=Twice Imported', '--source', 'tracker');
    expect(again.stdout).toContain('40 rows read: 0 raised, 40 already there, 0 skipped');
    expect(again.code).toBe(0);
    const there = await escalationsOf('Twice Imported');
    expect(there).toHaveLength(40);
    expect(there.every(({ quiet }) => quiet)).toBe(true);
    expect(there.map(({ externalRef }) => externalRef)).toContain('import:tracker:C-17');
  });

  test('a second run brings back nothing that was withdrawn meanwhile', async () => {
    const file = files.write('withdrawn.csv', complaints(3));
    const args = ['import', file, '--set', 'account=Withdrawn Meanwhile'];
    expect((await cli(...args)).stdout).toContain('3 raised');
    const [{ ref = '', externalRef = '' } = {}] = await escalationsOf('Withdrawn Meanwhile');
    expect((await cli('command', ref, 'withdraw', '--field', 'reason=It never was one')).code).toBe(0);
    expect((await cli(...args)).stdout).toContain('3 rows read: 0 raised, 3 already there, 0 skipped');
    expect(await escalationsOf('Withdrawn Meanwhile')).toHaveLength(3);
    // The customer, though, may come again under the same reference.
    const again = ['raise', '--account', 'Withdrawn Meanwhile', '--summary', 'Again', '--external-ref', externalRef];
    expect((await cli(...again)).stdout).toMatch(/^Raised UP-/);
    expect((await cli(...args)).stdout).toContain('0 raised, 3 already there');
  });

  test('nor does the list of the accounts of an outage', async () => {
    const raised = await cli('raise', '--account', 'All of them', '--summary', 'Down', '--json', '--as', 'manager');
    const { ref: umbrella } = JSON.parse(raised.stdout) as { ref: string };
    const file = files.write('outage.csv', 'id,account\n1,Down One\n2,Down Two\n');
    const outcomes = async () => {
      const { rows } = JSON.parse((await cli('children', umbrella, file, '--json')).stdout) as {
        rows: { outcome: string; ref: string }[];
      };
      return rows;
    };
    const [first] = await outcomes();
    await cli('command', first?.ref ?? '', 'withdraw', '--field', 'reason=They were not hit');
    expect(await outcomes()).toEqual([
      expect.objectContaining({ outcome: 'exists', ref: first?.ref }),
      expect.objectContaining({ outcome: 'exists' }),
    ]);
  });

  test('every column of a tracker finds its field', async () => {
    const header = [
      ...['Key', 'Title', 'Description', 'Company', 'Tier', 'ARR', 'Currency', 'Customer since', 'CSM', 'Severity'],
      ...['Scope', 'Origin', 'Door', 'Requester', 'Requester email', 'Public', 'Threatens public', 'Threatens legal'],
    ];
    const row = [
      ...['K-1', 'Gone', 'All of it', 'Every Column', 'Mid Market', '"48,000.50"', 'eur', '2019-03-01', 'csm-bashir'],
      ...['data', 'One customer', 'internal', 'Form', 'Jo Hart', 'jo@every.example', 'no', 'yes', 'x'],
    ];
    const result = await cli('import', files.write('columns.csv', `${header.join(',')}\n${row.join(',')}\n`));
    expect([result.code, result.stderr]).toEqual([0, expect.not.stringContaining('not used')]);
    const [{ ref = '' } = {}] = await escalationsOf('Every Column');
    expect(JSON.parse((await cli('show', ref, '--json')).stdout)).toMatchObject({
      ...{ summary: 'Gone', narrative: 'All of it', severity: 'data', scope: 'one-customer', origin: 'internal' },
      ...{ door: 'form', public: false, threatensPublic: true, threatensLegal: true, quiet: true },
      externalRef: 'import:columns.csv:K-1',
      contact: { name: 'Jo Hart', email: 'jo@every.example' },
      account: {
        ...{ tier: 'mid-market', arr: { amount: 4_800_050, currency: 'EUR' } },
        ...{ customerSince: '2019-03-01', csmId: 'csm-bashir' },
      },
    });
  });

  test('tells the duty manager once, in one digest', async () => {
    const { stdout } = await cli(
      'import',
      files.write('digest.csv', complaints(3)),
      '--source',
      'digested list',
      '--json',
    );
    expect(JSON.parse(stdout)).toMatchObject({ raised: 3, already: 0, bad: 0 });
    const duty = world.people.find(({ id }) => id === 'manager-ines');
    const inbox = await fetch(`${world.apiUrl}/v1/me/inbox`, { headers: { authorization: `Bearer ${duty?.key}` } });
    const { items } = (await inbox.json()) as { items: { text: string }[] };
    const digests = items.filter(({ text }) => text.includes('digested list'));
    expect(digests).toHaveLength(1);
    expect(digests[0]?.text).toContain('3 escalations were imported');
  });

  test('bad rows are reported by line, the rest is raised, and the exit code says so', async () => {
    const rows =
      'id,summary,severity\n1,Good one,billing\n2,,billing\n3,"bro"ken,billing\n4,Odd,catastrophe\n5,Good two,data\n';
    const result = await cli('import', files.write('mixed.csv', rows), '--set', 'account=Mixed Rows');
    expect(result.stderr).toMatch(/line 3: summary/);
    expect(result.stderr).toMatch(/line 4: a quote/);
    expect(result.stderr).toMatch(/line 5: severity/);
    expect(result.stdout).toContain('5 rows read: 2 raised, 0 already there, 3 skipped');
    expect(result.code).toBe(1);
    expect(await escalationsOf('Mixed Rows')).toHaveLength(2);
  });

  test('long summaries are shortened at a word, the narrative keeps all, control characters go', async () => {
    const long = `${'Nobody has answered us for weeks. '.repeat(20)}The end\u0007.`;
    const result = await cli(
      'import',
      files.write('long.csv', `id,summary\n1,"${long}"\n`),
      '--set',
      'account=Long Texts',
    );
    expect(result.stdout).toContain('1 long texts were shortened');
    expect(result.stdout).toContain('Control characters were removed from 1 rows');
    const [{ ref = '' } = {}] = await escalationsOf('Long Texts');
    const shown = JSON.parse((await cli('show', ref, '--json')).stdout) as { summary: string; narrative: string };
    expect(shown.summary.length).toBeLessThanOrEqual(300);
    expect(shown.summary).toMatch(/\w…$|\.…$/);
    expect(shown.narrative).toContain('The end.');
  });

  test('rows without an id are known by what they hold', async () => {
    const file = files.write('no-id.csv', 'subject\nOne trouble\nAnother trouble\n');
    expect((await cli('import', file)).stdout).toContain('2 raised');
    expect((await cli('import', file)).stdout).toContain('0 raised, 2 already there');
  });

  test('killed half-way and run again, every row is there exactly once', async () => {
    const file = files.write('killed.csv', complaints(150));
    const args = ['import', file, '--set', 'account=Killed Halfway', '--concurrency', '4'];
    const child = startCli(cliEnv(world), args);
    const ended = once(child, 'exit');
    while ((await escalationsOf('Killed Halfway')).length < 20) await pause(100);
    child.kill('SIGKILL');
    await ended;
    const { stdout } = await cli(...args);
    const [, raised, already] = /(\d+) raised, (\d+) already there/.exec(stdout) ?? [];
    expect(Number(raised) + Number(already)).toBe(150);
    expect(Number(already)).toBeGreaterThan(0);
    const refs = (await escalationsOf('Killed Halfway')).map(({ externalRef }) => externalRef);
    expect(new Set(refs).size).toBe(150);
    expect(refs).toHaveLength(150);
  });

  test('an API that goes away in the middle is waited for', async () => {
    const file = files.write('restarted.csv', complaints(300));
    const running = cli('import', file, '--set', 'account=Restarted Api');
    while ((await escalationsOf('Restarted Api')).length < 20) await pause(100);
    process.kill(world.service('api').process.pid ?? 0, 'SIGKILL');
    const { stdout, stderr, code } = await running;
    expect(stderr).toContain('Trying again');
    expect(stdout).toContain('300 rows read');
    expect(code).toBe(0);
    expect(await escalationsOf('Restarted Api')).toHaveLength(300);
  });

  test('a key that may not ends it before the first row', async () => {
    const file = files.write('refused.csv', complaints(3));
    const { code, stderr } = await cli('import', file, '--key', 'up_nobody');
    expect(stderr).not.toContain('Importing');
    expect(code).toBe(5);
  });

  const real = existsSync(REAL) ? test : test.skip;
  real(
    `the public complaints (${REAL}${existsSync(REAL) ? '' : ' is not here'})`,
    async () => {
      const startedAt = Date.now();
      const { stdout } = await cli('import', REAL, '--map', 'summary=narrative', '--set', 'account=Public Complaints');
      expect(stdout).toContain('1200 rows read: 1200 raised, 0 already there, 0 skipped');
      console.log(`1,200 complaints imported in ${Math.round((Date.now() - startedAt) / 1_000)} s`);
      expect(await escalationsOf('Public Complaints')).toHaveLength(1_200);
    },
    240_000,
  );
});
