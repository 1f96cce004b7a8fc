import { createWorld } from '../support/world';
import type { World } from '../support/world';
import { TestFiles } from './support/files';
import { cliEnv, runCli } from './support/run-cli';

/** The executives behind accounts and escalations, from the command line. */
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

  test('an account gets its sponsor by CSV, and a file that says nothing of it leaves it', async () => {
    const rows = [
      'name,tier,sponsorId,Sponsor facing',
      'Blue Harbour,enterprise,vp-marguerite,Customer',
      'Grey Harbour,enterprise,vp-marguerite,',
      'Red Harbour,enterprise,owner-ravi,inside',
      'Odd Harbour,enterprise,vp-marguerite,sideways',
    ];
    const file = files.write('accounts.csv', `${rows.join('\n')}\n`);
    const first = await cli('accounts', 'import', file);
    expect(first.code).toBe(1);
    expect(first.stderr).toMatch(/line 4: sponsor/);
    expect(first.stderr).toMatch(/line 5: sponsor\.facing: /);
    expect(first.stdout).toContain('2 accounts are new, 0 changed, 0 were so already');
    const listed = async () => (await cli('accounts', 'list', '--q', 'blue')).stdout;
    expect(await listed()).toContain('vp-marguerite, customer');
    const plain = files.write('plain.csv', 'name,tier\nBlue Harbour,mid-market\n');
    expect((await cli('accounts', 'import', plain)).stdout).toContain('1 changed');
    expect(await listed()).toContain('vp-marguerite, customer');
  });

  test('each sponsor is shown with what they lend their weight to', async () => {
    const raise = ['raise', '--account', 'Blue Harbour', '--summary', 'Nothing moves', '--as', 'manager'];
    expect((await cli(...raise)).code).toBe(0);
    const { code, stdout, stderr } = await cli('sponsors');
    expect([code, stderr]).toEqual([0, '']);
    const [head, ...lines] = stdout.split('\n');
    expect(head).toMatch(/^NAME +TITLE +OPEN +BY LEVEL +ACCOUNTS +BRIEFS +ID$/);
    const marguerite = lines.find((line) => line.endsWith('vp-marguerite'));
    expect(marguerite).toMatch(/^Marguerite Sato .* 1 +P\d 1 +2 +\d+ +vp-marguerite$/);
    const json = JSON.parse((await cli('sponsors', '--json')).stdout) as { sponsors: { person: { id: string } }[] };
    expect(json.sponsors.map(({ person }) => person.id)).toContain('vp-marguerite');
    expect((await cli('sponsors', '--as', 'agent')).code).toBe(5);
  });
});
