import { isRaised, reserveRaise } from '../../services/shared/store/raises';
import type { FreshStore } from './fresh-store';
import { freshStore } from './fresh-store';
import { MONDAY, note } from './told';

let store: FreshStore;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

const decide = (ref: string) => [note(1, ref, MONDAY)];

test('refs count up from UP-1001', async () => {
  const first = await reserveRaise(store.db, { escalationId: 'first', externalRef: null, decide });
  const second = await reserveRaise(store.db, { escalationId: 'second', externalRef: null, decide });
  expect([first.ref, second.ref]).toEqual(['UP-1001', 'UP-1002']);
  expect(second).toMatchObject({ outcome: 'reserved', escalationId: 'second', events: decide('UP-1002') });
});

test('a retry gets the same ref and the same events', async () => {
  const raise = { escalationId: 'retry', externalRef: 'zendesk:1', decide };
  const first = await reserveRaise(store.db, raise);
  const again = await reserveRaise(store.db, { ...raise, decide: () => [note(1, 'something else')] });
  expect(again).toEqual(first);
  const another = { escalationId: 'another', withdrawnToo: false };
  expect(await isRaised(store.db, 'zendesk:1', another)).toBe(true);
  expect(await isRaised(store.db, 'zendesk:2', another)).toBe(false);
});

test('the same external reference again tells which escalation it is', async () => {
  const first = await reserveRaise(store.db, { escalationId: 'one', externalRef: 'zendesk:2', decide });
  const again = await reserveRaise(store.db, { escalationId: 'two', externalRef: 'zendesk:2', decide });
  expect(again).toEqual({ ...first, outcome: 'exists' });
});

test('many at once with one external reference give one escalation', async () => {
  const racers = Array.from({ length: 16 }, (_, index) =>
    reserveRaise(store.db, { escalationId: `racer-${index}`, externalRef: 'zendesk:3', decide }),
  );
  const answers = await Promise.all(racers);
  expect(new Set(answers.map(({ ref }) => ref)).size).toBe(1);
  expect(answers.filter(({ outcome }) => outcome === 'reserved')).toHaveLength(1);
});

test('many at once with one id give one escalation', async () => {
  const racers = Array.from({ length: 16 }, () =>
    reserveRaise(store.db, { escalationId: 'twin', externalRef: null, decide }),
  );
  const answers = await Promise.all(racers);
  expect(new Set(answers.map(({ ref }) => ref)).size).toBe(1);
  expect(answers.every(({ outcome }) => outcome === 'reserved')).toBe(true);
});
