import { Pool } from 'pg';
import type { DraftView, ListedPolicyView, PolicyView } from '../../services/api/views/policy.schema';
import type { World } from '../support/world';
import { createWorld } from '../support/world';
import { eventually } from '../workflows/eventually';
import { HOWARD, PolicyDesk, type Items } from './policy-desk';
import { raise, slugOf } from './stories';
import { keyOf, validatedApi, type ValidatedApi } from './validated-request';

let world: World;
let api: ValidatedApi;
let desk: PolicyDesk;
let pool: Pool;

beforeAll(async () => {
  world = await createWorld({ services: ['api', 'worker'] });
  api = await validatedApi(world);
  desk = new PolicyDesk(api);
  pool = new Pool({ connectionString: world.databaseUrl, max: 2 });
});

afterAll(async () => {
  await pool.end();
  await world.close();
});

/** Asks for a what-if of a draft, as a browser does that may go away. */
function tried({ id }: DraftView, signal?: AbortSignal): Promise<Response> {
  return fetch(`${world.apiUrl}/v1/policy-drafts/${id}/what-if`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${keyOf(world, HOWARD)}`, 'Content-Type': 'application/json' },
    body: '{}',
    signal,
  });
}

describe('the versions', () => {
  it('come page by page, and one of them whole', async () => {
    await desk.inForce('One more', await desk.changed({ loudRounds: 3 }));
    const numbers: number[] = [];
    let cursor: string | null = null;
    do {
      const query: string = `limit=1${cursor === null ? '' : `&cursor=${cursor}`}`;
      const page = await api
        .as('agent-tomasz')
        .get<Items<ListedPolicyView> & { nextCursor: string | null }>(`/v1/policies?${query}`);
      expect(page.body.items).toHaveLength(1);
      expect(page.body.items[0]).not.toHaveProperty('policy');
      numbers.push(...page.body.items.map(({ version }) => version));
      cursor = page.body.nextCursor;
    } while (cursor !== null);
    const newest = (await desk.versions())[0]?.version ?? 0;
    expect(numbers.length).toBeGreaterThan(1);
    expect(numbers).toEqual(Array.from({ length: newest }, (_, index) => newest - index));

    const present = await desk.present();
    expect(present.current).toBe(true);
    const whole = await api.as('agent-tomasz').get<PolicyView>(`/v1/policies/${present.version}`);
    expect(whole.body).toEqual(present);
    expect(slugOf(await api.as('agent-tomasz').get('/v1/policies?cursor=x'))).toBe('invalid-cursor');
    expect(slugOf(await api.as('agent-tomasz').get('/v1/policies/coming'))).toBe('not-found');
  });
});

describe('a what-if', () => {
  it('ends for whoever goes away before it has begun, and others get their turn', async () => {
    const draft = await desk.drafted(HOWARD, 'Left', await desk.changed({ loudRounds: 3 }));
    await raise(api);
    const holding = await pool.connect();
    const waiting = async () => {
      const asked = `select count(*)::int as count from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and query like '%"read"."escalations"%"raised_at" >=%'`;
      return (await pool.query<{ count: number }>(asked)).rows[0]?.count;
    };
    try {
      await holding.query('begin; lock table read.escalations in access exclusive mode');
      const leaving = new AbortController();
      const left = [1, 2].map(() => tried(draft, leaving.signal).catch(() => 'gone'));
      await eventually(waiting, (count) => count === 2, 'both to be under way');
      leaving.abort();
      expect(await Promise.all(left)).toEqual(['gone', 'gone']);
      // Whoever is answered here comes after those who left: the server has heard of them.
      await api.as(HOWARD).get('/v1/me');
      // What is tried from now on waits for the journal, and keeps its place until then.
      await holding.query('commit; begin; lock table upstairs.journal in access exclusive mode');
      const answer = await eventually(
        () => tried(draft),
        ({ status }) => status === 200,
        'a place for somebody else',
      );
      await holding.query('commit');
      expect(await answer.text()).toContain('"result"');
    } finally {
      await holding.query('rollback');
      holding.release();
    }
  });
});
