import type { World } from '../support/world';
import { createWorld } from '../support/world';
import { clock, command, later, raise, slugOf } from './stories';
import { validatedApi, type ValidatedApi } from './validated-request';

interface Timeline {
  items: { seq: number; type: string; at: string; summary: string; data: Record<string, unknown> }[];
  nextCursor: string | null;
}

interface Mailbox {
  items: { messageId: string; to: string; subject: string }[];
}

let world: World;
let api: ValidatedApi;

beforeAll(async () => {
  world = await createWorld({ services: ['api', 'worker', 'notifier'] });
  api = await validatedApi(world);
});

afterAll(() => world.close());

const timelineOf = async (id: string) =>
  (await api.as('manager-ines').get<Timeline>(`/v1/escalations/${id}/timeline?limit=1000`)).body.items;

const mailsAbout = async (ref: string) => {
  const { items } = (await api.as('agent-tomasz').get<Mailbox>('/v1/demo/mailbox?limit=1000')).body;
  return items.filter(({ subject }) => subject.includes(ref));
};

const rungsOf = (items: Timeline['items']) =>
  items.filter(({ type }) => type === 'chain.advanced').map(({ data }) => data.rung);

describe('the time machine', () => {
  it('shows what happens to a P1 that everybody forgets: reminder, breach, manager, director, VP, each with a mail', async () => {
    const raised = await raise(api);
    const two = await later(api, raised, 'PT2H');
    expect(clock(two, 'intake')).toMatchObject({ state: 'breached', next: { rung: 'director' } });
    // To between two rungs, so that none comes while this reads.
    await later(api, raised, 'PT1H45M');
    const items = await timelineOf(raised.id);
    const told = items.map(({ type }) => type).filter((type) => /reminded|breached|advanced/.test(type));
    expect(told.slice(0, 5)).toEqual([
      'clock.reminded',
      'clock.breached',
      'chain.advanced',
      'chain.advanced',
      'chain.advanced',
    ]);
    expect(rungsOf(items).slice(0, 3)).toEqual(['manager', 'director', 'vp']);
    const mails = await mailsAbout(raised.ref);
    const sent = items.filter(({ type }) => type === 'notification.sent');
    expect(mails).toHaveLength(sent.length);
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(mails.length);
    expect(mails.some(({ to }) => to.includes('marguerite'))).toBe(true);
  });

  it('stops while somebody takes charge, and starts again where that was forgotten', async () => {
    const raised = await raise(api);
    await later(api, raised, 'PT2H1M');
    const held = await command(api, 'manager-ines', raised, 'take-charge', { clockId: 'intake' });
    expect(clock(held, 'intake').heldUntil).not.toBeNull();
    const before = rungsOf(await timelineOf(raised.id)).length;
    await later(api, raised, 'PT58M');
    expect(rungsOf(await timelineOf(raised.id))).toHaveLength(before);
    await later(api, raised, 'PT33M');
    expect(rungsOf(await timelineOf(raised.id)).slice(before)).toEqual(['manager', 'director']);
  });

  it('moves one escalation only, and its own now with it', async () => {
    const [one, two] = [await raise(api), await raise(api)];
    const moved = await later(api, one, 'P1D');
    expect(Date.parse(moved.now) - Date.now()).toBeGreaterThan(23 * 3_600_000);
    const other = (await api.as('manager-ines').get(`/v1/escalations/${two.id}`)).body;
    expect(Date.parse(other.now) - Date.now()).toBeLessThan(60_000);
    expect((await timelineOf(one.id)).at(-1)).toMatchObject({ type: 'time.moved', data: { byId: 'manager-ines' } });
  });

  it('moves twice where two ask at once, one after the other', async () => {
    const raised = await raise(api);
    const jumps = await Promise.all([later(api, raised, 'PT30M'), later(api, raised, 'PT30M')]);
    const furthest = Math.max(...jumps.map(({ now }) => Date.parse(now)));
    expect(furthest - Date.parse(raised.now)).toBeGreaterThanOrEqual(3_600_000);
    expect((await timelineOf(raised.id)).filter(({ type }) => type === 'time.moved')).toHaveLength(2);
  });

  it.each(['PT0S', 'P61D', '-PT1H', '2 hours', 'PT', 'P', 'P1Y', 'PT1.5H'])(
    'refuses the duration %s',
    async (duration) => {
      const raised = await raise(api);
      const answer = await api.as('agent-tomasz').post('/v1/time-machine', { escalationId: raised.id, duration });
      expect([answer.status, slugOf(answer)]).toEqual([422, 'malformed']);
    },
  );

  it('has no time for what has ended, and none for what one may not see', async () => {
    const raised = await raise(api);
    const hidden = await api
      .as('agent-lakshmi')
      .post('/v1/time-machine', { escalationId: raised.id, duration: 'PT1H' });
    expect([hidden.status, slugOf(hidden)]).toEqual([404, 'not-found']);
    await command(api, 'manager-ines', raised, 'withdraw', { reason: 'A mistake.' });
    const ended = await api.as('manager-ines').post('/v1/time-machine', { escalationId: raised.id, duration: 'PT1H' });
    expect([ended.status, slugOf(ended)]).toEqual([409, 'nothing-runs']);
  });
});

describe('the in-app inbox', () => {
  interface Inbox {
    items: { id: string; ref: string; subject: string; readAt: string | null }[];
    nextCursor: string | null;
    unread: number;
  }

  it('holds every notice to me until I read it, page by page', async () => {
    const raised = await raise(api);
    await later(api, raised, 'PT2H40M');
    const inbox = await api.as('director-howard').get<Inbox>('/v1/me/inbox?unread=true&limit=200');
    const mine = inbox.body.items.filter(({ ref }) => ref === raised.ref);
    expect(mine).toHaveLength(1);
    expect(mine[0]?.subject).toContain(raised.ref);
    const path = `/v1/me/inbox/${encodeURIComponent(mine[0]?.id ?? '')}/read`;
    expect((await api.as('vp-marguerite').post<{ marked: number }>(path)).body.marked).toBe(0);
    expect((await api.as('director-howard').post<{ marked: number }>(path)).body.marked).toBe(1);
    const after = await api.as('director-howard').get<Inbox>('/v1/me/inbox?unread=true&limit=200');
    expect(after.body.unread).toBe(inbox.body.unread - 1);
    expect(after.body.items.map(({ ref }) => ref)).not.toContain(raised.ref);
  });
});

describe('outside the demo', () => {
  it('there is neither a time machine nor a mailbox', async () => {
    const plain = await createWorld({ services: ['api'], env: { UPSTAIRS_DEMO: '0' } });
    try {
      const there = await validatedApi(plain);
      const moved = await there
        .as('manager-ines')
        .post('/v1/time-machine', { escalationId: 'UP-1001', duration: 'PT1H' });
      const mails = await there.as('manager-ines').get('/v1/demo/mailbox');
      expect([moved.status, mails.status]).toEqual([404, 404]);
      expect(
        Object.keys(there.check.document.paths).filter((path) => /^\/v1\/(demo|time-machine)\b/.test(path)),
      ).toEqual([]);
    } finally {
      await plain.close();
    }
  });
});
