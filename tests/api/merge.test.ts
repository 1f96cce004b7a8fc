import type { EscalationView } from '../../services/api/views/escalation.schema';
import type { World } from '../support/world';
import { createWorld } from '../support/world';
import { acknowledged, answered, clock, command, later, pointersOf, raise, slugOf } from './stories';
import { validatedApi, type ValidatedApi } from './validated-request';

let world: World;
let api: ValidatedApi;

beforeAll(async () => {
  world = await createWorld({ services: ['api', 'worker', 'notifier'] });
  api = await validatedApi(world);
});

afterAll(() => world.close());

const reason = 'The same invoices, by another door.';

/** Tries a command; answers as the API does. */
const tries = (as: string, { id }: { id: string }, name: string, body: object) =>
  api.as(as).post(`/v1/escalations/${id}/commands/${name}`, body);

const read = async ({ id }: { id: string }) => (await api.as('manager-ines').get(`/v1/escalations/${id}`)).body;

interface Timeline {
  items: { type: string; summary: string; data: Record<string, unknown> }[];
}
const timeline = async ({ id }: { id: string }) =>
  (await api.as('manager-ines').get<Timeline>(`/v1/escalations/${id}/timeline?limit=1000`)).body.items;

const owed = ({ commitments }: EscalationView) =>
  commitments.filter(({ state }) => state === 'open' || state === 'broken').map(({ text, dueAt }) => [text, dueAt]);

describe('the same complaint by two doors', () => {
  it('is one escalation: the promise is owed where it goes on, and broken there if it is', async () => {
    const other = await answered(api, { contact: { name: 'Rae Lund', email: 'rae@northwind.example' } });
    const survivor = await acknowledged(api);
    const promises = owed(other);
    expect(promises).toHaveLength(1);

    const merged = await command(api, 'manager-ines', other, 'merge', { intoId: survivor.ref.toLowerCase(), reason });
    expect(merged).toMatchObject({ status: 'merged', mergedInto: { ref: survivor.ref }, merging: null });
    expect(merged.clocks.every(({ state }) => state === 'met' || state === 'cancelled')).toBe(true);
    const after = await read(survivor);
    expect(owed(after)).toEqual(promises);
    expect(after.absorbed).toEqual([{ id: other.id, ref: other.ref }]);
    expect(after.otherContacts).toEqual([{ name: 'Rae Lund', email: 'rae@northwind.example' }]);
    expect(clock(after, 'investigation').dueAt <= clock(survivor, 'investigation').dueAt).toBe(true);

    const told = (await timeline(survivor)).map(({ summary }) => summary);
    expect(told.some((summary) => summary.includes(`merged ${other.ref} into this one`))).toBe(true);
    expect((await timeline(other)).map(({ type }) => type)).toEqual(
      expect.arrayContaining(['merge.begun', 'peer.answered', 'escalation.merged']),
    );

    const moved = await later(api, survivor, 'P1DT1H');
    expect(moved.commitments[0]?.state).toBe('broken');
    expect(
      (await timeline(survivor)).some(
        ({ type, data }) => type === 'chain.advanced' && data.clockId === 'commitment:c1',
      ),
    ).toBe(true);
    await command(api, 'owner-anneke', survivor, 'keep-commitment', { commitmentId: 'c1' });
  });

  it('is found again by the reference of the door that it came by, which says where it went', async () => {
    const externalRef = `zendesk:${Math.random()}`;
    const other = await raise(api, { externalRef });
    const survivor = await raise(api);
    await command(api, 'manager-ines', other, 'merge', { intoId: survivor.id, reason });
    const again = await api.as('agent-tomasz').post('/v1/escalations', {
      ...{ account: { name: 'Northwind' }, summary: 'Charged twice', door: 'api', externalRef },
    });
    expect([again.status, again.body.mergedInto?.ref]).toEqual([200, survivor.ref]);
    const list = await api
      .as('manager-ines')
      .get<{ items: { ref: string }[] }>(`/v1/escalations?mergedIntoId=${survivor.id}`);
    expect(list.body.items.map(({ ref }) => ref)).toEqual([other.ref]);
  });

  it('the same request again does nothing twice', async () => {
    const [other, survivor] = [await raise(api), await raise(api)];
    const key = { 'Idempotency-Key': `merge-${other.id}` };
    const path = `/v1/escalations/${other.id}/commands/merge`;
    const first = await api.as('manager-ines').post(path, { intoId: survivor.ref, reason }, key);
    const second = await api.as('manager-ines').post(path, { intoId: survivor.ref, reason }, key);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect((await timeline(survivor)).filter(({ type }) => type === 'escalation.absorbed')).toHaveLength(1);
  });
});

describe('what cannot be merged is told so, and goes on', () => {
  it('into a merged one, with where that one went; out of a merged one; into itself; into one that nobody knows', async () => {
    const [first, second, third] = [await raise(api), await raise(api), await raise(api)];
    await command(api, 'manager-ines', first, 'merge', { intoId: second.ref, reason });
    const into = await tries('manager-ines', third, 'merge', { intoId: first.ref, reason });
    expect([into.status, slugOf(into)]).toEqual([409, 'merged-already']);
    expect(JSON.stringify(into.body)).toContain(second.ref);
    expect(await read(third)).toMatchObject({ status: 'open', merging: null });
    const outOf = await tries('manager-ines', first, 'merge', { intoId: third.ref, reason });
    expect([outOf.status, slugOf(outOf)]).toEqual([409, 'merged-already']);
    const self = await tries('manager-ines', third, 'merge', { intoId: third.ref, reason });
    expect([self.status, slugOf(self)]).toEqual([409, 'not-mergeable']);
    const nowhere = await tries('manager-ines', third, 'merge', { intoId: 'UP-999999', reason });
    expect([nowhere.status, slugOf(nowhere), pointersOf(nowhere)]).toEqual([422, 'unknown-escalation', ['#/intoId']]);
    const stranger = await tries('agent-tomasz', third, 'merge', { intoId: second.ref, reason });
    expect([stranger.status, slugOf(stranger)]).toEqual([403, 'not-allowed']);
    await command(api, 'manager-ines', third, 'add-note', { note: 'It goes on.' });
  });

  it('into one that has ended, which stays as it is', async () => {
    const [ended, other] = [await raise(api), await raise(api)];
    const withdrawn = await command(api, 'manager-ines', ended, 'withdraw', { reason: 'It had gone by itself.' });
    const refused = await tries('manager-ines', other, 'merge', { intoId: ended.ref, reason });
    expect([refused.status, slugOf(refused)]).toEqual([409, 'not-mergeable']);
    expect((await read(ended)).status).toBe(withdrawn.status);
    expect(await read(other)).toMatchObject({ status: 'open', merging: null });
  });

  it('two that are merged into each other at once: exactly one is left, and the other merge is told why not', async () => {
    for (let round = 0; round < 4; round += 1) {
      const [elder, younger] = [await raise(api), await raise(api)];
      const [one, other] = await Promise.all([
        tries('manager-ines', elder, 'merge', { intoId: younger.ref, reason }),
        tries('director-howard', younger, 'merge', { intoId: elder.ref, reason }),
      ]);
      const statuses = [await read(elder), await read(younger)].map(({ status }) => status).sort();
      expect(statuses).toEqual(['merged', 'open']);
      expect([one.status, other.status].sort()).toEqual([200, 409]);
      const refused = one.status === 409 ? one : other;
      expect(['merges-cross', 'merged-already', 'merging']).toContain(slugOf(refused));
    }
  }, 60_000);

  it('nobody but another escalation can ask it to absorb one', async () => {
    const raised = await raise(api);
    const estate = { contacts: [], promises: [], tasks: [], clocks: [], quiet: false };
    const body = { from: { id: raised.id, ref: raised.ref }, reason, estate };
    const asked = await tries('manager-ines', raised, 'absorb', body);
    expect([asked.status, slugOf(asked)]).toEqual([404, 'unknown-command']);
    const handle = world.client.workflow.getHandle(`escalation/${raised.id}`);
    await handle.signal('absorb', { ...body, by: 'manager-ines', peer: { id: 'x', ref: 'UP-1' } });
    const rejected = async (): Promise<Timeline['items']> => {
      const items = (await timeline(raised)).filter(({ type }) => type === 'command.rejected');
      return items.length > 0 ? items : rejected();
    };
    expect((await rejected())[0]?.data).toMatchObject({ command: 'absorb', rejection: { type: 'unknown-command' } });
  });
});

describe('linked', () => {
  it('both show it, with what has ended too, until one takes it away', async () => {
    const [earlier, again] = [await raise(api), await raise(api)];
    await command(api, 'manager-ines', earlier, 'withdraw', { reason: 'It had gone by itself.' });
    const linked = await command(api, 'manager-ines', again, 'link', { otherId: earlier.ref, kind: 'follows' });
    expect(linked.links).toEqual([{ kind: 'follows', other: { id: earlier.id, ref: earlier.ref }, note: null }]);
    const until = async (count: number): Promise<EscalationView> => {
      const view = await read(earlier);
      return view.links.length === count ? view : until(count);
    };
    expect((await until(1)).links).toEqual([
      { kind: 'followed-by', other: { id: again.id, ref: again.ref }, note: null },
    ]);
    await command(api, 'manager-ines', again, 'unlink', { otherId: earlier.ref });
    expect((await until(0)).status).toBe('withdrawn');
  });
});
