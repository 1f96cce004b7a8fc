import { abandonIdempotent, beginIdempotent, finishIdempotent } from '../../services/shared/store/idempotency';
import type { FreshStore } from './fresh-store';
import { freshStore } from './fresh-store';

let store: FreshStore;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

const requestOf = (key: string) => ({ principal: 'agent-tomasz', route: 'POST /v1/escalations', key, bodyHash: 'b1' });

async function lease(key: string): Promise<string> {
  const answer = await beginIdempotent(store.db, requestOf(key));
  if (answer.outcome !== 'fresh') throw new Error(`the lease on ${key} was not free`);
  return answer.lease;
}

const age = (key: string, column: string, by: string) =>
  store.db.pool.query(`update upstairs.idempotency_keys set ${column} = ${column} - $2::interval where key = $1`, [
    key,
    by,
  ]);

test('the first answer is replayed', async () => {
  await lease('replay');
  await finishIdempotent(store.db, requestOf('replay'), { status: 201, body: { id: 'e1' } });
  await finishIdempotent(store.db, requestOf('replay'), { status: 500, body: null });
  const again = await beginIdempotent(store.db, requestOf('replay'));
  expect(again).toEqual({ outcome: 'replay', status: 201, body: { id: 'e1' } });
});

test('another body under the same key is a mismatch, in flight and afterwards', async () => {
  await lease('mismatch');
  const other = { ...requestOf('mismatch'), bodyHash: 'b2' };
  expect(await beginIdempotent(store.db, other)).toEqual({ outcome: 'mismatch' });
  await age('mismatch', 'lease_until', '1 minute');
  expect(await beginIdempotent(store.db, other)).toEqual({ outcome: 'mismatch' });
});

test('a key belongs to its principal and route', async () => {
  await lease('own');
  const others = [
    { ...requestOf('own'), principal: 'owner-anneke' },
    { ...requestOf('own'), route: 'POST /v1/other' },
  ];
  for (const other of others) expect(await beginIdempotent(store.db, other)).toMatchObject({ outcome: 'fresh' });
});

test('of many at once one takes the lease; after 30 s another takes over', async () => {
  const begin = () => beginIdempotent(store.db, requestOf('lease'));
  const outcomes = (await Promise.all(Array.from({ length: 12 }, begin))).map(({ outcome }) => outcome);
  expect(outcomes.filter((outcome) => outcome === 'fresh')).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome === 'in-flight')).toHaveLength(11);
  await age('lease', 'lease_until', '29 seconds');
  expect(await begin()).toEqual({ outcome: 'in-flight' });
  await age('lease', 'lease_until', '2 seconds');
  expect(await begin()).toMatchObject({ outcome: 'fresh' });
});

test('an abandoned key is free at once, but only for whoever holds its lease', async () => {
  const first = await lease('abandon');
  await age('abandon', 'lease_until', '31 seconds');
  const second = await lease('abandon');
  await abandonIdempotent(store.db, requestOf('abandon'), first);
  expect(await beginIdempotent(store.db, requestOf('abandon'))).toEqual({ outcome: 'in-flight' });
  await abandonIdempotent(store.db, requestOf('abandon'), second);
  expect(await beginIdempotent(store.db, requestOf('abandon'))).toMatchObject({ outcome: 'fresh' });
});

test('a key is forgotten after a day', async () => {
  await lease('day');
  await finishIdempotent(store.db, requestOf('day'), { status: 200, body: 'old' });
  await age('day', 'created_at', '25 hours');
  const other = { ...requestOf('day'), bodyHash: 'b2' };
  expect(await beginIdempotent(store.db, other)).toMatchObject({ outcome: 'fresh' });
});
