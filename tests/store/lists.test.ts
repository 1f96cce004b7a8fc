import { concernedEscalations } from '../../services/shared/store/concerned';
import { InvalidCursor } from '../../services/shared/store/cursor';
import type { Database } from '../../services/shared/store/database';
import { openDatabase } from '../../services/shared/store/database';
import type { EscalationQuery, ListedEscalation } from '../../services/shared/store/escalations';
import { ESCALATION_SORTS } from '../../services/shared/store/escalation-orders';
import { findEscalation, isVisibleTo, listEscalations } from '../../services/shared/store/escalations';
import { record } from '../../services/shared/store/recording';
import type { Person } from '../../domain/people';
import { eventually } from '../workflows/eventually';
import type { FreshStore } from './fresh-store';
import { freshStore } from './fresh-store';
import { acknowledging, MONDAY, person, raised } from './told';

const MINUTE = 60_000;
const COUNT = 45;

let store: FreshStore;
let manager: Person;
beforeAll(async () => {
  store = await freshStore();
  manager = await person(store.db, 'manager-ines');
  for (let index = 0; index < COUNT; index += 1) {
    const severity = (['billing', 'usability', 'defect'] as const)[index % 3];
    // Several share a moment, so that only the id tells their places apart.
    await raised(store.db, { id: `list-${index}`, at: MONDAY + (index % 5) * MINUTE, severity });
  }
});
afterAll(() => store.close());

async function pages(query: Partial<EscalationQuery>, between?: () => Promise<unknown>): Promise<ListedEscalation[]> {
  const items: ListedEscalation[] = [];
  let cursor: string | null = null;
  do {
    const page = await listEscalations(store.db, {
      visibleTo: manager,
      limit: 7,
      ...query,
      ...(cursor === null ? {} : { cursor }),
    });
    items.push(...page.items);
    cursor = page.nextCursor;
    await between?.();
  } while (cursor !== null);
  return items;
}

const before = Array.from({ length: COUNT }, (_, index) => `list-${index}`).sort();

test.each(ESCALATION_SORTS)('pages by %s hold everything once, whatever is raised meanwhile', async (sort) => {
  let added = 0;
  const items = await pages({ sort }, () =>
    raised(store.db, { id: `more-${sort}-${(added += 1)}`, at: MONDAY + (added % 5) * MINUTE }),
  );
  const ids = items.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => id.startsWith('list-')).sort()).toEqual(before);
  const key = {
    raisedAt: 'raisedAt',
    receivedAt: 'receivedAt',
    priority: 'score',
    nextDueAt: 'nextDueAt',
    dueAt: 'dueAt',
    urgency: 'dueAt',
  }[sort.replace('-', '')] as 'raisedAt';
  const keys = items.map((item) => item[key]);
  expect(keys).toEqual([...keys].sort((a, b) => (sort.startsWith('-') ? b - a : a - b)));
});

test('filters narrow the list and its total', async () => {
  const state = await raised(store.db, { id: 'owned', accountName: 'Tailspin', at: MONDAY + 90 * MINUTE });
  const events = await acknowledging(store.db, state, MONDAY + 91 * MINUTE);
  await record(store.db, { escalationId: 'owned', events, recordedAt: MONDAY });
  const only = async (query: Partial<EscalationQuery>) => (await pages(query)).map(({ id }) => id);
  expect(await only({ ownerId: ['owner-anneke'] })).toEqual(['owned']);
  expect(await only({ stage: ['investigation'], status: ['open', 'paused'] })).toEqual(['owned']);
  expect(await only({ accountId: [state.complaint.account.id] })).toEqual(['owned']);
  expect(await only({ raisedFrom: MONDAY + 90 * MINUTE })).toEqual(['owned']);
  expect(await only({ raisedFrom: MONDAY + 91 * MINUTE })).toEqual([]);
  expect(await only({ q: 'tailsp CHARGED' })).toEqual(['owned']);
  expect(await only({ q: 'T-owned' })).toEqual(['owned']);
  expect(await only({ q: `'); drop :* & ! |` })).toEqual([]);
  expect(await only({ breached: true })).toEqual([]);
  expect(await only({ dueBefore: MONDAY + 120 * MINUTE })).not.toContain('list-0');
  expect(await only({ dueBefore: MONDAY + 120 * MINUTE + 1 })).toContain('list-0');
  const counted = await listEscalations(store.db, { visibleTo: manager, limit: 1, level: ['P4'], withTotal: true });
  expect(counted.total).toBe((await only({ level: ['P4'] })).length);
  const [item] = await pages({ ownerId: ['owner-anneke'] });
  expect(item).toMatchObject({ owner: { id: 'owner-anneke', name: 'Anneke Voss' }, account: { name: 'Tailspin' } });
});

test('a field of the policy is found by its value: text, number, yes or no, a comma in it', async () => {
  const { db } = store;
  const custom = { region: 'Oslo, Bergen', seats: 12.5, vip: true, note: '12.5', 'crm.id': 'a:b "c"' };
  await raised(db, { id: 'custom', custom });
  const found = async (...wanted: [name: string, value: string][]) =>
    (await pages({ custom: wanted.map(([name, value]) => ({ name, value })) })).map(({ id }) => id);
  for (const [name, value] of Object.entries(custom)) expect(await found([name, String(value)])).toEqual(['custom']);
  expect(await found(['seats', '12.5'], ['vip', 'true'])).toEqual(['custom']);
  expect(await found(['seats', '12.5'], ['vip', 'false'])).toEqual([]);
  expect(await found(['region', 'Oslo'])).toEqual([]);
  expect(await found(['seats', '"12.5"'])).toEqual([]);
  expect(await found(['note', 'true'])).toEqual([]);
});

test.each<[string, string, (db: Database) => Promise<unknown>]>([
  [
    'a field',
    'escalations_custom_idx',
    (db) => listEscalations(db, { visibleTo: manager, limit: 9, custom: [{ name: 'x', value: '1' }] }),
  ],
  [
    'whom it knows',
    'escalations_known_ids_idx',
    (db) => concernedEscalations(db, { about: { kind: 'person', personId: 'nobody' }, afterId: null, limit: 9 }),
  ],
])('by %s an escalation is found through an index, without reading all', async (_what, index, read) => {
  const { url, pool } = store.db;
  const scans = async () => {
    const { rows } = await pool.query('select idx_scan from pg_stat_user_indexes where indexrelname = $1', [index]);
    return (rows as { idx_scan: number }[])[0]?.idx_scan ?? 0;
  };
  await pool.query('analyze read.escalations');
  const before = await scans();
  // So few rows are read whole, unless that is made dear.
  const many = openDatabase(`${url}?options=${encodeURIComponent('-c enable_seqscan=off -c enable_indexscan=off')}`);
  await read(many).finally(() => many.close());
  await eventually(scans, (count) => count > before, `a look into ${index}`);
});

test.each([
  ['the number of its ref', '8675309'],
  ['a ref half typed', 't-8675'],
  ['an address half typed', 'grace@hopper'],
  ['an address whole', 'grace@hopper.example'],
  ['the domain of an address', 'hopper.ex'],
  ['a reference elsewhere', 'zendesk:4821'],
  ['a name with a mark in it', "o'bri"],
  ['two halves of a name', 'müller-lüd'],
  ['words in any order', 'invoice grace'],
])('a search finds %s', async (_what, q) => {
  const known = await findEscalation(store.db, '8675309');
  if (!known) {
    const contact = { name: "Grace O'Brien", email: 'grace@hopper.example' };
    const facts = { contact, accountName: 'Müller-Lüdenscheid', externalRef: 'zendesk:48213', summary: 'Invoice 17/b' };
    await raised(store.db, { id: '8675309', ...facts });
  }
  expect((await pages({ q })).map(({ id }) => id)).toEqual(['8675309']);
  expect(await pages({ q: `${q} elsewhere` })).toEqual([]);
});

test('a cursor of another order, or of nobody, is refused', async () => {
  const { nextCursor } = await listEscalations(store.db, { visibleTo: manager, limit: 1 });
  const query = { visibleTo: manager, limit: 1, sort: 'priority' as const, cursor: nextCursor ?? '' };
  await expect(listEscalations(store.db, query)).rejects.toThrow(InvalidCursor);
  await expect(listEscalations(store.db, { ...query, cursor: 'bm9uc2Vuc2U' })).rejects.toThrow(InvalidCursor);
});

test('whoever raised it or takes part sees it, and those whose roles see all see everything', async () => {
  const { db } = store;
  await raised(db, { id: 'mine', byId: 'agent-lakshmi' });
  await raised(db, { id: 'told', byId: 'engineer-mirko' });
  const seenBy = async (visibleTo: Person) => (await pages({ visibleTo })).map(({ id }) => id);
  const [agent, contributor] = [await person(db, 'agent-lakshmi'), await person(db, 'engineer-mirko')];
  expect(await seenBy(agent)).toEqual(['mine']);
  expect(await seenBy(contributor)).toEqual(['told']);
  expect(await seenBy({ ...agent, roles: ['agent', 'contributor'] })).toEqual(['mine']);
  expect(await seenBy({ ...agent, roles: [] })).toEqual(['mine']);
  const all = await seenBy(manager);
  expect(all).toEqual(expect.arrayContaining(['mine', 'told', 'list-0']));
  const mine = await findEscalation(db, 'mine');
  const visible = [agent, contributor, manager].map((one) => mine && isVisibleTo(mine.state, one));
  expect(visible).toEqual([true, false, true]);
});
