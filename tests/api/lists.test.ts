import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { Client } from 'pg';
import type { EscalationItemView, EscalationView } from '../../services/api/views/escalation.schema';
import type { World } from '../support/world';
import { createWorld } from '../support/world';
import { acknowledged, command, customerUpdate, findings, later, raise, slugOf, step } from './stories';
import { keyOf, validatedApi, type ValidatedApi } from './validated-request';

interface List {
  items: EscalationItemView[];
  nextCursor: string | null;
  total?: number;
}

let world: World;
let api: ValidatedApi;
/** Nobody answered it for more than three hours. */
let forgotten: EscalationView;
/** Half an hour is left for its acknowledgment. */
let pressing: EscalationView;
let fresh: EscalationView;
let owned: EscalationView;
let promised: EscalationView;
let small: EscalationView;

beforeAll(async () => {
  world = await createWorld({ services: ['api', 'worker', 'notifier'] });
  api = await validatedApi(world);
  owned = await acknowledged(api);
  promised = await promising();
  small = await raise(api, {
    account: { name: 'Contoso Bakery', csmId: 'csm-paloma' },
    severity: 'usability',
    summary: '=HYPERLINK("http://x.example")',
    contact: { name: '+44 Ada', email: 'ada@contoso.example' },
  });
  fresh = await raise(api);
  pressing = await later(api, await raise(api), 'PT1H30M');
  forgotten = await later(api, await raise(api), 'PT3H10M');
});

afterAll(() => world.close());

/** The customer was promised something for in two hours. */
async function promising(): Promise<EscalationView> {
  const started = await acknowledged(api);
  await step(api, 'owner-anneke', started, 'investigation', findings);
  const dueAt = new Date(Date.parse(started.now) + 2 * 3_600_000).toISOString();
  return step(api, 'owner-anneke', started, 'customer-update', customerUpdate(dueAt));
}

const list = async (query: string, as = 'manager-ines') =>
  (await api.as(as).get<List>(`/v1/escalations?${query}`)).body;
const refs = async (query: string, as?: string) => (await list(`limit=200&${query}`, as)).items.map(({ ref }) => ref);
const sorted = (...views: EscalationView[]) => views.map(({ ref }) => ref).sort();

async function item({ ref }: EscalationView): Promise<EscalationItemView> {
  const found = (await list('limit=200')).items.find((one) => one.ref === ref);
  if (!found) throw new Error(`${ref} is not in the list`);
  return found;
}

describe('the board', () => {
  it('has the most urgent first: overdue, then what ends next, then what weighs more', async () => {
    // The promise ends before the first answers; the small one weighs less than the one raised after it.
    const expected = [forgotten, pressing, promised, small, fresh, owned].map(({ ref }) => ref);
    expect(await refs('open=true&sort=urgency')).toEqual(expected);
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const page: List = await list(`sort=urgency&limit=2${cursor === null ? '' : `&cursor=${cursor}`}`);
      paged.push(...page.items.map(({ ref }) => ref));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(paged).toEqual(expected);
  });

  it('tells of each what its own page tells: what is next, and of which clock', async () => {
    for (const { id, next, clocks } of (await list('limit=200')).items) {
      const whole = (await api.as('manager-ines').get(`/v1/escalations/${id}`)).body;
      const coming = whole.clocks.flatMap((clock) => (clock.next ? [{ clockId: clock.id, ...clock.next }] : []));
      expect(next).toEqual(coming.sort((a, b) => Date.parse(a.at) - Date.parse(b.at))[0] ?? null);
      for (const clock of clocks) expect(clock.next).toEqual(whole.clocks.find((one) => one.id === clock.id)?.next);
    }
    expect((await item(fresh)).next).toMatchObject({ clockId: 'intake', rung: 'reminder' });
  });

  it('tells who is asked, who was told, and what is owed', async () => {
    expect(await item(promised)).toMatchObject({
      commitments: { open: 1, broken: 0, nextDueAt: promised.commitments[0]?.dueAt },
      contact: { name: 'Pat Lindqvist', email: 'pat@northwind.example' },
      csmId: 'csm-bashir',
      acknowledgedAt: promised.acknowledgedAt,
      chain: null,
    });
    expect(await item(fresh)).toMatchObject({ acknowledgedAt: null, commitments: { open: 0, nextDueAt: null } });
  });

  it('keeps how high a breach went while somebody has charge, and forgets it when it is answered', async () => {
    const climbing = await later(api, await raise(api), 'PT2H35M');
    expect((await item(climbing)).chain).toEqual({ clockId: 'intake', rung: 'director' });
    await command(api, 'manager-ines', climbing, 'take-charge', { note: 'On it' });
    const held = await item(climbing);
    expect(held.chain).toEqual({ clockId: 'intake', rung: 'director' });
    expect(held.clocks[0]?.heldUntil).not.toBeNull();
    // The hour of charge passes unused: the chain begins anew at the manager, and has been at the director.
    await later(api, climbing, 'PT1H5M');
    expect((await item(climbing)).chain).toEqual({ clockId: 'intake', rung: 'director' });
    await command(api, 'manager-ines', climbing, 'withdraw', { reason: 'Raised by mistake' });
    expect(await item(climbing)).toMatchObject({ chain: null, next: null, status: 'withdrawn' });
  });
});

describe('its filters', () => {
  it('follow the own time of each escalation', async () => {
    expect(await refs('overdue=true&open=true')).toEqual(sorted(forgotten));
    expect(await refs('overdue=false&open=true')).not.toContain(forgotten.ref);
    expect(await refs('due_within=PT45M')).toEqual([pressing.ref]);
    expect((await refs('due_within=PT3H')).sort()).toEqual(sorted(pressing, promised, small, fresh));
  });

  it('say what is asked for, and hold together', async () => {
    expect((await refs('acknowledged=true')).sort()).toEqual(sorted(owned, promised));
    expect(await refs('acknowledged=false&open=true&overdue=false&severity=usability')).toEqual([small.ref]);
    expect(await refs('tier=unknown')).toEqual([small.ref]);
    expect(await refs('tier=small,mid-market')).toEqual([]);
    expect(await refs('csmId=csm-paloma')).toEqual([small.ref]);
    expect(await refs('csmId=me', 'csm-paloma')).toEqual([small.ref]);
    expect((await refs('ownerId=me', 'owner-anneke')).sort()).toEqual(sorted(owned, promised));
    expect(await refs('ownerId=me', 'manager-ines')).toEqual([]);
    expect((await list('open=false&limit=200')).items.map(({ status }) => status)).toEqual(['withdrawn']);
    expect(await refs('unheard=true')).toEqual([]);
    expect(await refs('quiet=true')).toEqual([]);
  });

  it.each(['%27', '...', '-', '@', '%5C', '%26%7C!%3A*', '%22%22', '%3C-%3E', '%F0%9F%94%A5'])(
    'finds nothing by the punctuation %s, and does not stumble over it',
    async (q) => {
      const answer = await api.as('manager-ines').get<List>(`/v1/escalations?q=${q}`);
      expect([answer.status, answer.body.items]).toEqual([200, []]);
    },
  );

  it.each([
    'due_within=soon',
    'due_within=PT0S',
    'due_within=P9999W',
    'overdue=perhaps',
    'promised_today=false',
    'tier=huge',
    'severity=',
    'format=xlsx',
    `ownerId=${'a'.repeat(4_000)}`,
    `q=${'a'.repeat(4_000)}`,
    `accountId=${'%F0%9F%98%80'.repeat(10)}`,
  ])('refuses %.40s', async (query) => {
    const answer = await api.as('manager-ines').get(`/v1/escalations?${query}`);
    expect([answer.status, slugOf(answer)]).toEqual([400, 'invalid-query']);
  });
});

describe('the export', () => {
  const exported = (query: string, as = 'manager-ines') =>
    api.as(as).get<string>(`/v1/escalations?format=csv&${query}`);
  const rowsOf = (text: string) => parse<Record<string, string>>(text, { columns: true });

  it('holds all that match, in the order asked for, whatever the limit of a page', async () => {
    const answer = await exported('open=true&sort=urgency&limit=1');
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    const today = new Date().toISOString().slice(0, 10);
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="escalations-${today}.csv"`);
    const rows = rowsOf(answer.text);
    expect(rows.map(({ Reference }) => Reference)).toEqual(await refs('open=true&sort=urgency'));
    expect(rows[0]).toMatchObject({ Reference: forgotten.ref, Overdue: 'yes', 'Chain reached': 'vp', Level: 'P1' });
    expect(rows.find(({ Reference }) => Reference === promised.ref)).toMatchObject({
      'Open promises': '1',
      Owner: 'Anneke Voss',
      Overdue: 'no',
    });
  });

  it('has no cell that a spreadsheet takes for a formula', async () => {
    const { text } = await exported('severity=usability');
    const cells = rowsOf(text).flatMap((row) => Object.values(row));
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(cells).toEqual(expect.arrayContaining([`'=HYPERLINK("http://x.example")`, `'+44 Ada`]));
  });

  it('has its headings where nothing matches, and only what the reader may see', async () => {
    const nothing = await exported('status=merged');
    expect(nothing.text.split('\r\n')).toEqual([expect.stringMatching(/^Reference,Summary,Account,/), '']);
    expect(rowsOf((await exported('', 'agent-lakshmi')).text)).toEqual([]);
    const theirs = await raise(api);
    expect(rowsOf((await exported(`q=${theirs.ref}`, 'agent-tomasz')).text)).toHaveLength(1);
    expect((await exported('cursor=%00')).status).toBe(400);
  });

  describe('of very many', () => {
    beforeAll(async () => {
      const client = new Client({ connectionString: world.databaseUrl });
      await client.connect();
      const { rows } = await client.query<{ name: string }>(
        `select column_name as name from information_schema.columns
          where table_schema = 'read' and table_name = 'escalations' and column_name <> 'search'`,
      );
      const copied: Readonly<Record<string, string>> = {
        ...{ id: 'gen_random_uuid()::text', ref: `'OLD-' || number`, state: `'{}'`, search_text: `''` },
        // A day of 1,234, and far too many the day before.
        raised_at: `case when number <= 1234 then ${Date.UTC(2020, 5, 2)} else ${Date.UTC(2020, 5, 1)} end`,
        score: 'number % 7',
      };
      const columns = rows.map(({ name }) => name);
      await client.query(
        `insert into read.escalations (${columns.join(', ')})
          select ${columns.map((name) => copied[name] ?? name).join(', ')}
          from read.escalations, generate_series(1, 51234) as number where ref = '${small.ref}'`,
      );
      await client.end();
    });

    it('holds each once, in the order asked for', async () => {
      const { text } = await exported('raised_from=2020-06-02T00:00:00Z&raised_to=2020-06-03T00:00:00Z&sort=-priority');
      const rows = rowsOf(text);
      expect(new Set(rows.map(({ Reference }) => Reference)).size).toBe(1234);
      const scores = rows.map(({ Score }) => Number(Score));
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(rows).toHaveLength(1234);
    });

    it('is refused rather than cut short', async () => {
      const answer = await exported('');
      expect([answer.status, slugOf({ body: answer.body })]).toEqual([422, 'too-many-rows']);
    });

    it('ends where its reader goes away, which is no error', async () => {
      const headers = { Authorization: `Bearer ${keyOf(world, 'manager-ines')}` };
      const gone = new AbortController();
      const url = `${world.apiUrl}/v1/escalations?format=csv&raised_to=2020-06-02T00:00:00Z`;
      const response = await fetch(url, { headers, signal: gone.signal });
      const reader = response.body?.getReader();
      expect((await reader?.read())?.done).toBe(false);
      gone.abort();
      // Another whole export: by then the first has long noticed.
      expect((await exported('raised_from=2020-06-02T00:00:00Z&raised_to=2020-06-03T00:00:00Z')).status).toBe(200);
      expect(readFileSync(world.service('api').logFile, 'utf8')).not.toContain('"level":50');
    });
  });
});
