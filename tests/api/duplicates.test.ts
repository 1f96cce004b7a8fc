import type { DuplicatesView } from '../../services/api/views/duplicate.schema';
import { likenessOf, stemOf } from '../../services/api/duplicates';
import { foldName } from '../../services/shared/store/accounts';
import type { World } from '../support/world';
import { createWorld } from '../support/world';
import { closed, command, complaint, raise, slugOf } from './stories';
import { validatedApi, type ValidatedApi } from './validated-request';

let world: World;
let api: ValidatedApi;

beforeAll(async () => {
  world = await createWorld({ services: ['api', 'worker', 'notifier'] });
  api = await validatedApi(world);
});

afterAll(() => world.close());

const likely = async (query: Record<string, string>, as = 'manager-ines') =>
  (await api.as(as).get<DuplicatesView>(`/v1/likely-duplicates?${new URLSearchParams(query).toString()}`)).body.items;

describe('likely duplicates', () => {
  it('are those of the same account, however its name is spelt, and say so', async () => {
    const raised = await raise(api, { account: { name: 'Fjord  Logistics' }, summary: 'Containers stand in Oslo' });
    expect(await likely({ account: ' fjord LOGISTICS' })).toEqual([
      expect.objectContaining({ id: raised.id, ref: raised.ref, status: 'open', because: ['same account'] }),
    ]);
    expect(await likely({ account: 'Fjord' })).toEqual([]);
  });

  it('are those of the same contact', async () => {
    const raised = await raise(api, { contact: { email: 'Mira@Quarry.example' }, summary: 'No answer since Monday' });
    expect(await likely({ email: 'mira@quarry.example' })).toEqual([
      expect.objectContaining({ id: raised.id, because: ['same contact'] }),
    ]);
    expect(await likely({ email: 'mira@quarry' })).toEqual([]);
  });

  it('are those with like words, whatever their endings, once two of them meet', async () => {
    const raised = await raise(api, { summary: 'Warehouse scanners losing their licences each night' });
    const [first] = await likely({ summary: 'Our scanner lost the licence in the warehouse' });
    expect(first).toMatchObject({ id: raised.id, because: ['words in common: scanner, licence, warehouse'] });
    expect(await likely({ summary: 'A scanner' })).toEqual([]);
    expect(await likely({ summary: 'Nothing of the sort, no scanner at all' })).toEqual([]);
  });

  it('put first what more speaks for, and of two alike the one that is still open', async () => {
    const account = { name: 'Harbour Bank' };
    const other = await raise(api, { account, summary: 'A card was swallowed' });
    const same = await raise(api, { account, summary: 'Statements printed twice' });
    const ended = await raise(api, { account, summary: 'Statements printed twice' });
    await command(api, 'manager-ines', ended, 'withdraw', { reason: 'Taken back.' });
    const found = await likely({ account: 'Harbour Bank', summary: 'Statements printed again' });
    expect(found.map(({ ref }) => ref)).toEqual([same.ref, ended.ref, other.ref]);
    expect(found[0]?.because).toEqual(['same account', 'words in common: statements, printed']);
    expect(found[2]?.because).toEqual(['same account']);
  });

  it('are five at most, and none where nothing is written yet', async () => {
    const account = { name: 'Busy Works' };
    for (let i = 0; i < 6; i += 1) await raise(api, { account, summary: `Trouble ${i}` });
    expect(await likely({ account: 'Busy Works' })).toHaveLength(5);
    expect(await likely({})).toEqual([]);
    expect(await likely({ account: '', summary: '', email: '' })).toEqual([]);
  });

  it('show nobody what is not theirs to see', async () => {
    const raised = await raise(api, { account: { name: 'Discreet Ltd' }, summary: 'Payroll files went astray' });
    const asked = { account: 'Discreet Ltd', summary: 'Payroll files astray' };
    expect((await likely(asked, 'agent-tomasz')).map(({ id }) => id)).toEqual([raised.id]);
    expect(await likely(asked, 'agent-lakshmi')).toEqual([]);
  });

  it('take whatever is typed for words', async () => {
    for (const summary of [
      "'; drop table x; --",
      '& | ! ( ) : *',
      '%',
      '<img onerror>',
      'ﬁnance ﬂow',
      '日本語 の 請求書',
    ]) {
      expect(Array.isArray(await likely({ summary, account: summary, email: summary }))).toBe(true);
    }
    const long = await api.as('manager-ines').get(`/v1/likely-duplicates?summary=${'x'.repeat(301)}`);
    expect([long.status, slugOf(long)]).toEqual([400, 'invalid-query']);
  });

  it('find a settled one of the same account too: it may be back', async () => {
    const shut = await closed(api, complaint({ account: { name: 'Lasting Foods', csmId: 'csm-bashir' } }));
    expect(await likely({ account: 'Lasting Foods' })).toEqual([
      expect.objectContaining({ id: shut.id, status: 'closed', owner: { id: 'owner-anneke', name: 'Anneke Voss' } }),
    ]);
  });
});

describe('likeness', () => {
  const candidate = { summary: 'Charged twice', accountName: 'Northwind', email: null, open: true };

  it('is nothing where one word meets, or only words that any complaint may hold', () => {
    expect(likenessOf({ summary: 'Charged for the wrong seat' }, candidate, foldName)).toBeNull();
    expect(
      likenessOf({ summary: 'They have not been' }, { ...candidate, summary: 'They have not been' }, foldName),
    ).toBeNull();
  });

  it('keeps short words whole', () => {
    expect([stemOf('bus'), stemOf('charges'), stemOf('charging'), stemOf('used')]).toEqual([
      'bus',
      'charg',
      'charg',
      'used',
    ]);
  });
});
