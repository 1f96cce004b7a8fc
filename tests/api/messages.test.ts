import type { MessagesView, MessageView } from '../../services/api/views/message.schema';
import type { World } from '../support/world';
import { createWorld } from '../support/world';
import { eventually } from '../workflows/eventually';
import { acknowledged, acknowledgment, answered, command, later, raise, slugOf } from './stories';
import { validatedApi, type ValidatedApi } from './validated-request';

let world: World;
let api: ValidatedApi;

beforeAll(async () => {
  world = await createWorld({ services: ['api', 'worker', 'notifier'] });
  api = await validatedApi(world);
});

afterAll(() => world.close());

const page = async ({ id }: { id: string }, query = 'limit=200') =>
  (await api.as('manager-ines').get<MessagesView>(`/v1/escalations/${id}/messages?${query}`)).body;
const settled = ({ items }: MessagesView) => items.every(({ state }) => state !== 'waiting');
const once = (escalation: { id: string }) => eventually(() => page(escalation), settled, 'every message to be settled');

describe('the messages of an escalation', () => {
  it('hold what the customer got with its delivery state, and every notice to us', async () => {
    const started = await acknowledged(api);
    const { items } = await once(started);
    expect(items.find(({ audience }) => audience === 'customer')).toMatchObject({
      ...{ kind: 'intake', channel: 'mail', state: 'sent', failure: null },
      to: { id: null, name: 'Pat Lindqvist', address: 'pat@northwind.example' },
      subject: acknowledgment.subject,
      text: acknowledgment.body,
      settledAt: expect.any(String),
    });
    expect(items.find(({ kind }) => kind === 'owner-told')).toMatchObject({
      ...{ audience: 'us', channel: 'mail', state: 'sent' },
      to: { id: 'owner-anneke', name: 'Anneke Voss', address: 'anneke.voss@upstairs.example' },
    });
    expect(items.find(({ kind }) => kind === 'owner-assigned')).toMatchObject({
      ...{ audience: 'us', channel: 'inbox', state: 'sent' },
      to: { id: 'owner-anneke', name: 'Anneke Voss', address: null },
    });
  });

  it('tell of a mail to us to whose address it went', async () => {
    const passed = await later(api, await raise(api), 'PT2H10M');
    const { items } = await once(passed);
    expect(items.find(({ kind }) => kind === 'rung')).toMatchObject({
      ...{ audience: 'us', channel: 'mail', state: 'sent' },
      to: { id: 'manager-ines', name: 'Ines Marchetti', address: 'ines.marchetti@upstairs.example' },
    });
  });

  it('keep to whom a mail went when the contact is corrected later, and record what was said elsewhere', async () => {
    const started = await acknowledged(api);
    await command(api, 'manager-ines', started, 'amend', {
      contact: { name: 'Robin Achebe', email: 'robin@northwind.example' },
    });
    await command(api, 'owner-anneke', started, 'interim-update', {
      message: { subject: 'Where we are', body: 'Dear Robin, we look into it.' },
    });
    await command(api, 'owner-anneke', started, 'record-contact', {
      ...{ channel: 'phone', direction: 'from-customer', body: 'They ask for a date.' },
    });
    const { items } = await once(started);
    const told = (kind: string) => items.find((message) => message.kind === kind && message.audience === 'customer');
    expect(told('intake')?.to.address).toBe('pat@northwind.example');
    expect(told('interim-update')?.to).toEqual({ id: null, name: 'Robin Achebe', address: 'robin@northwind.example' });
    expect(told('from-customer')).toMatchObject({ channel: 'phone', state: 'recorded', to: { name: null } });
  });

  it('say why a mail could not be delivered', async () => {
    const started = await acknowledged(api, { contact: { name: 'Pat', email: 'pat@northwind.invalid' } });
    const { items } = await once(started);
    expect(items.find(({ audience }) => audience === 'customer')).toMatchObject({
      ...{ state: 'failed', settledAt: expect.any(String) },
      failure: expect.stringContaining('There is no such mailbox'),
    });
  });

  it('come page by page, the newest first, without gap or repetition', async () => {
    const told = await answered(api);
    await later(api, told, 'P3D');
    const whole = await once(told);
    expect(whole.items.length).toBeGreaterThan(6);
    const seen: MessageView[] = [];
    let cursor: string | null = null;
    do {
      const next: MessagesView = await page(told, `limit=4${cursor === null ? '' : `&cursor=${cursor}`}`);
      seen.push(...next.items);
      cursor = next.nextCursor;
    } while (cursor !== null);
    expect(seen.map(({ id }) => id)).toEqual(whole.items.map(({ id }) => id));
    const seqs = seen.map(({ seq }) => seq);
    expect(seqs).toEqual([...seqs].sort((one, other) => other - one));
  });

  it('are nobody else’s to see, and know their own cursors', async () => {
    const raised = await raise(api);
    const stranger = await api.as('agent-lakshmi').get(`/v1/escalations/${raised.id}/messages`);
    expect([stranger.status, slugOf(stranger)]).toEqual([404, 'not-found']);
    const lost = await api.as('manager-ines').get(`/v1/escalations/${raised.id}/messages?cursor=nonsense`);
    expect([lost.status, slugOf(lost)]).toEqual([400, 'invalid-cursor']);
  });
});

describe('the timeline', () => {
  interface Timeline {
    items: { seq: number; type: string }[];
    nextCursor: string | null;
  }
  const timeline = async ({ id }: { id: string }, query: string) =>
    (await api.as('manager-ines').get<Timeline>(`/v1/escalations/${id}/timeline?${query}`)).body;

  it('is filtered by the beginnings of types, turned round, and begun after an event', async () => {
    const started = await acknowledged(api);
    const clocks = await timeline(started, 'type=clock,step.completed&limit=1000');
    expect(new Set(clocks.items.map(({ type }) => type.split('.')[0]))).toEqual(new Set(['clock', 'step']));
    expect(clocks.items.map(({ type }) => type)).not.toContain('step.carried-out');
    const seqs = clocks.items.map(({ seq }) => seq);
    const turned: number[] = [];
    let cursor: string | null = null;
    do {
      const next: Timeline = await timeline(
        started,
        `type=clock,step.completed&order=desc&limit=2${cursor === null ? '' : `&cursor=${cursor}`}`,
      );
      turned.push(...next.items.map(({ seq }) => seq));
      cursor = next.nextCursor;
    } while (cursor !== null);
    expect(turned).toEqual([...seqs].reverse());
    const after = seqs[1] ?? 0;
    for (const order of ['asc', 'desc']) {
      const rest = await timeline(started, `type=clock,step.completed&order=${order}&after_seq=${after}&limit=1000`);
      expect(rest.items.map(({ seq }) => seq).sort((one, other) => one - other)).toEqual(
        seqs.filter((seq) => seq > after),
      );
    }
  });

  it.each(['type=%25', 'type=Clock', 'order=up', 'after_seq=x', 'cursor=-1'])('refuses %s', async (query) => {
    const answer = await api.as('manager-ines').get(`/v1/escalations/UP-1001/timeline?${query}`);
    expect([answer.status, slugOf(answer)]).toEqual([400, 'invalid-query']);
  });
});
