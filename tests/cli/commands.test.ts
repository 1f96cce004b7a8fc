import { createWorld } from '../support/world';
import type { World } from '../support/world';
import { cliEnv, runCli } from './support/run-cli';
import type { CliResult } from './support/run-cli';
import { TestFiles } from './support/files';

/** The commands against the whole running system, as people and scripts use them. */
describe('upstairs', () => {
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
  const acknowledged = (owner: string) =>
    JSON.stringify({
      ownerId: owner,
      acknowledgment: { channel: 'phone', body: 'I called and took personal responsibility for this.' },
    });

  async function raised(summary: string): Promise<string> {
    const { stdout } = await cli(
      'raise',
      '--account',
      'Northwind',
      '--summary',
      summary,
      '--csm',
      'csm-bashir',
      '--json',
    );
    return (JSON.parse(stdout) as { ref: string }).ref;
  }

  test('raises, shows, acknowledges and explains', async () => {
    const ref = await raised('Charged twice');
    expect(ref).toMatch(/^UP-\d+$/);
    const done = await runCli(cliEnv(world), ['complete', ref, 'intake', '--body', '-'], acknowledged('owner-anneke'));
    expect(done.stdout).toContain(`${ref}  P2  open, investigation next, owner Anneke Voss`);
    const shown = (await cli('show', ref)).stdout;
    expect(shown).toMatch(/intake +done/);
    expect(shown).toMatch(/investigation +running +in 3 h 59 min \(/);
    const explained = (await cli('explain', ref)).stdout;
    expect(explained).toContain('counts from  the acknowledgment');
    expect(explained).toMatch(/next +reminder to Anneke Voss in/);
    expect(explained).toMatch(/closure +Closure comes after/);
  });

  test('fields on the command line make a body, and the fitting demo person acts', async () => {
    const ref = await raised('Fields');
    await cli('complete', ref, 'intake', '--body', acknowledged('owner-desmond'));
    const done = await cli(
      ...['complete', ref, 'investigation', '--field', 'findings=All understood', '--field', 'ticketHistoryRead=true'],
      ...['--field', 'csmConsulted.personId=csm-bashir', '--field', 'csmConsulted.note=Knows them'],
      ...['--field', 'scope=one-customer', '--field', 'origin=internal', '--json'],
    );
    expect(JSON.parse(done.stdout)).toMatchObject({ ref, stage: 'solution' });
    const noted = await cli('command', ref, 'add-note', '--field', 'note=Seen "from" outside', '--as', 'vp');
    expect(noted.code).toBe(0);
    const { stdout } = await cli('timeline', ref);
    expect(stdout).toMatch(/Marguerite Sato +note\.added/);
    expect((await cli('timeline', ref, '--csv')).stdout).toMatch(/^seq,type,at,/);
  });

  test('a refusal says in sentences what is wrong, by field, and exits 1', async () => {
    const ref = await raised('Refused');
    const early = await cli('complete', ref, 'closure', '--as', 'manager', '--body', '{}');
    expect(early.code).toBe(1);
    const wrong = await cli('complete', ref, 'intake', '--field', 'ownerId=nobody at all', '--field', 'colour=red');
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toMatch(/ownerId: /);
    expect(wrong.stderr).toMatch(/acknowledgment/);
  });

  test('exit codes tell not found, not allowed and not ready apart', async () => {
    expect((await cli('show', 'UP-999999')).code).toBe(4);
    expect((await cli('show', 'UP-1001', '--key', 'up_unknown')).code).toBe(5);
    const ref = await raised('Not by an agent');
    const refused = await cli('complete', ref, 'intake', '--as', 'agent', '--body', acknowledged('owner-anneke'));
    expect(refused.stderr).toContain('not for Tomasz Wren');
    expect(refused.code).toBe(5);
  });

  test('lists with filters, for people and for machines', async () => {
    const ref = await raised('Findable by a rare word: xylophone');
    const found = await cli('list', '--q', 'xylophone');
    expect(found.stdout.split('\n')[0]).toMatch(/^REF +LEVEL +STATUS/);
    expect(found.stdout).toContain(ref);
    const json = JSON.parse((await cli('list', '--q', 'xylophone', '--json')).stdout) as { items: unknown[] };
    expect(json.items).toHaveLength(1);
    const wrong = await cli('list', '--status', 'sleeping');
    expect(wrong.stderr).toContain('status');
    expect(wrong.code).toBe(1);
  });

  test('status counts what is open', async () => {
    const { code, stdout } = await cli('status');
    expect(stdout).toMatch(/status +ready/);
    expect(stdout).toMatch(/open +\d+/);
    expect(code).toBe(0);
  });

  test('people come by CSV, managers in any order, the same file again changes nothing', async () => {
    const file = files.write(
      'people.csv',
      'id,name,title,email,roles,function,managerId,zone,available,shoe size\n' +
        'new-owner,Jo Lane,Engineer,jo@x.example,owner; csm,support,new-boss,Europe/Paris,yes,43\n' +
        'new-boss,Kit Vale,Support Manager,kit@x.example,manager,support,,,,40\n' +
        'stray,Lee Moor,Engineer,lee@x.example,owner,support,nobody-known,,,41\n' +
        'bad,Max,Engineer,not-an-address,king,support,,,maybe,42\n',
    );
    const first = await cli('people', 'import', file);
    expect(first.stderr).toContain('line 1: the column "shoe size" is not known');
    expect(first.stderr).toMatch(/line 4: managerId: unknown person/);
    expect(first.stderr).toMatch(/line 5: email: .*; roles\.0: .*; available: /);
    expect(first.stdout).toContain('2 people are new or changed, 0 were so already');
    expect(first.code).toBe(1);
    expect((await cli('people', 'import', file)).stdout).toContain('0 people are new or changed, 2 were so already');
    expect((await cli('people', 'list', '--role', 'csm')).stdout).toMatch(/new-owner +Jo Lane/);
  });

  test('accounts come by CSV, the same file again changes nothing', async () => {
    const file = files.write(
      'accounts.csv',
      'name;tier;arr;currency;csmId\nBlue Harbour;Mid Market;48,000.50;EUR;csm-bashir\nNo Such Csm;;;;vp-marguerite\n',
    );
    const first = await cli('accounts', 'import', file);
    expect(first.stderr).toMatch(/line 3: csmId: needs the role csm/);
    expect(first.stdout).toContain('1 accounts are new, 0 changed, 0 were so already');
    expect((await cli('accounts', 'import', file)).stdout).toContain(
      '0 accounts are new, 0 changed, 1 were so already',
    );
    expect((await cli('accounts', 'list', '--q', 'blue')).stdout).toMatch(/Blue Harbour +mid-market +EUR.48,000\.50/);
  });

  test('a key is made, works, is listed without itself, and is revoked', async () => {
    const made = await cli('keys', 'create', '--person', 'owner-ravi', '--label', 'for a test');
    const key = made.stdout.trim();
    expect(key).toMatch(/^up_/);
    expect((await cli('list', '--key', key)).code).toBe(0);
    const listed = (await cli('keys', 'list', '--person', 'owner-ravi', '--json')).stdout;
    expect(listed).toContain('for a test');
    expect(listed).not.toContain(key);
    const { id } = JSON.parse(listed.split('\n')[0] ?? '') as { id: string };
    expect((await cli('keys', 'revoke', id)).code).toBe(0);
    expect((await cli('list', '--key', key)).code).toBe(5);
    expect((await cli('keys', 'list', '--as', 'manager')).code).toBe(5);
  });

  test('the read model is rebuilt, and verified against the journal and the workflows', async () => {
    const rebuilt = await cli('rebuild');
    expect(rebuilt.stdout).toMatch(/Built the read model of \d+ escalations anew/);
    const verified = await cli('verify-read-model');
    expect(verified.stdout).toContain('They tell the same.');
    expect(verified.code).toBe(0);
  });

  test('the demo plays all of its stories', async () => {
    const { code, stdout, stderr } = await cli('demo');
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toContain('17/17');
    expect(stdout).toContain('How they stand');
    for (const status of ['settled', 'withdrawn', 'closed', 'open']) expect(stdout).toContain(status);
  }, 120_000);
});
