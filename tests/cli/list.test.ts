import { escalationFilterShape } from '../../services/api/views/escalation-filters.schema';
import { FILTER_NAMES } from '../../services/cli/list/filters';
import { ESCALATION_SORTS } from '../../services/shared/store/escalation-orders';
import { createWorld } from '../support/world';
import type { World } from '../support/world';
import { cliEnv, runCli } from './support/run-cli';

/** Raising with everything that is known, and finding it again. */
describe('upstairs list', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ services: ['api', 'worker'] });
    await cli('raise', '--account', 'Northwind', '--summary', 'One', '--severity', 'billing', '--tier', 'mid-market');
    await cli('raise', '--account', 'Northwind', '--summary', 'Two', '--severity', 'data', '--tier', 'mid-market');
    await cli('raise', '--account', 'Blue Harbour', '--summary', 'Three', '--severity', 'outage', '--as', 'manager');
  });
  afterAll(() => world.close());

  const cli = (...args: string[]) => runCli(cliEnv(world), args);
  async function found(...args: string[]): Promise<string[]> {
    const { code, stdout, stderr } = await cli('list', '--sort', 'raisedAt', '--json', ...args);
    expect([code, stderr]).toEqual([0, '']);
    return (JSON.parse(stdout) as { items: { summary: string }[] }).items.map(({ summary }) => summary);
  }

  test('has every filter and every order of the API', async () => {
    expect([...FILTER_NAMES].sort()).toEqual(Object.keys(escalationFilterShape).sort());
    const { stdout } = await cli('list', '--help');
    for (const sort of ESCALATION_SORTS) expect(stdout).toContain(sort);
    expect(stdout).toMatch(/Whose they are:\n +--owner-id <person>/);
    expect(stdout).toMatch(/--due-within <value> .*PT1H/);
  });

  test('several values mean any of them, repeated or with commas between them', async () => {
    expect(await found('--severity', 'billing', '--severity', 'outage')).toEqual(['One', 'Three']);
    expect(await found('--severity', 'billing,data', '--tier', 'mid-market')).toEqual(['One', 'Two']);
    expect(await found('--severity', 'data', '--csm-id', 'me')).toEqual([]);
  });

  test('a flag alone means true, and is turned round by false', async () => {
    expect(await found('--open')).toEqual(['One', 'Two', 'Three']);
    expect(await found('--open', 'false')).toEqual([]);
    expect(await found('--quiet')).toEqual([]);
    expect(await found('--acknowledged', 'false', '--q', 'Two')).toEqual(['Two']);
    expect(await found('--due-within', 'PT3H', '--raised-from', '2026-01-01T00:00:00Z')).toHaveLength(3);
    expect(await found('--due-within', 'PT1M')).toEqual([]);
  });

  test.each([
    [['--severity', 'cosmic'], 'severity.0: must be one of'],
    [['--open', 'perhaps'], 'open: must be'],
    [['--due-within', 'soon'], 'due_within: must be an ISO 8601 duration such as PT1H'],
    [['--custom', 'region'], 'custom.0: must be a field and its value, such as region:EMEA'],
    [['--sort', 'luck'], 'sort: must be'],
  ])('%j is refused in the words of the API', async (args, said) => {
    const { code, stderr } = await cli('list', ...args);
    expect([code, stderr]).toEqual([1, expect.stringContaining(said)]);
  });

  test('raising says what the customer threatens and what they are worth', async () => {
    const told = [
      '--account',
      'Grey Harbour',
      '--summary',
      'Four',
      '--public',
      '--threatens-public',
      '--threatens-legal',
    ];
    const { stdout } = await cli('raise', ...told, '--arr', '480,000.50 EUR', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      ...{ public: true, threatensPublic: true, threatensLegal: true },
      account: { arr: { amount: 48_000_050, currency: 'EUR' } },
    });
    const wrong = await cli('raise', '--account', 'Grey Harbour', '--summary', 'Five', '--arr', 'much');
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('--arr much: name its currency')]);
  });
});
