import type { DemoMail } from '../../services/shared/store/demo-mails';
import type { World } from '../support/world';
import { createWorld } from '../support/world';
import { eventually } from '../workflows/eventually';
import { apiWithout } from './api-without';
import { acknowledged, acknowledgment, command, findings, later, pointersOf, raise, slugOf, step } from './stories';
import { validatedApi, type ValidatedApi } from './validated-request';

const DAY_MS = 24 * 3_600_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

let world: World;
let api: ValidatedApi;

beforeAll(async () => {
  world = await createWorld({ services: ['api', 'worker', 'notifier'] });
  api = await validatedApi(world);
});

afterAll(() => world.close());

interface Item {
  id: string;
  awayUntil: string | null;
  delegate: { id: string } | null;
  leftAt: string | null;
}

const away = (by: string, id: string, body: unknown) =>
  api
    .as(by)
    .post<{ id: string; from: string; until: string; delegate: { name: string } | null }>(
      `/v1/people/${id}/absences`,
      body,
    );
const personOf = async (id: string) => {
  const { body } = await api.as('manager-ines').get<{ items: Item[] }>('/v1/people?limit=200');
  return body.items.find((person) => person.id === id);
};
const mailsTo = async (name: string) => {
  const { body } = await api.as('manager-ines').get<{ items: DemoMail[] }>('/v1/demo/mailbox');
  return body.items.filter(({ to }) => to.includes(name));
};
const ownerOf = async ({ id }: { id: string }) =>
  (await api.as('manager-ines').get(`/v1/escalations/${id}`)).body.owner?.id;

it('an owner on holiday keeps what is theirs, and their delegate is reminded and may act until they are back', async () => {
  const open = await acknowledged(api);
  const written = await away('owner-anneke', 'me', {
    from: new Date().toISOString(),
    until: inDays(3),
    delegateId: 'owner-desmond',
  });
  expect([written.status, written.body.delegate?.name]).toEqual([201, 'Desmond Achterberg']);
  expect(await personOf('owner-anneke')).toMatchObject({
    awayUntil: written.body.until,
    delegate: { id: 'owner-desmond' },
  });

  const explained = async () => (await api.as('manager-ines').get(`/v1/escalations/${open.id}/explain`)).text;
  await eventually(explained, (text) => text.includes('Desmond Achterberg stands in for Anneke Voss'), 'the news');

  await later(api, open, 'PT3H5M');
  const reminded = await eventually(
    () => mailsTo('desmond'),
    (mails) => mails.some(({ subject }) => subject.includes(open.ref)),
    'the reminder to the delegate',
  );
  expect(reminded[0]?.text).toContain('You stand in for Anneke Voss, who is away.');
  expect((await mailsTo('anneke')).filter(({ subject }) => subject.includes('Due soon'))).toEqual([]);

  const done = await step(api, 'owner-desmond', open, 'investigation', findings);
  expect(done.owner?.id).toBe('owner-anneke');
  const work = await api.as('owner-desmond').get<{ items: { ref: string; what: string }[] }>('/v1/me/work');
  expect(work.body.items.find(({ ref }) => ref === open.ref)?.what).toContain('For Anneke Voss, who is away');

  const back = await api.as('owner-anneke').send('delete', `/v1/people/me/absences/${written.body.id}`, {});
  expect(back.status).toBe(204);
  const solution = { kind: 'configuration-change', description: 'The job is off.' };
  const tried = () =>
    api.as('owner-desmond').post(`/v1/escalations/${open.id}/preview`, {
      kind: 'step',
      name: 'solution',
      body: solution,
    });
  const refusal = await eventually(tried, ({ text }) => text.includes('not-allowed'), 'the end of the absence');
  expect(refusal.text).toContain('not-allowed');
  await step(api, 'owner-anneke', open, 'solution', solution);
});

it('a manager on holiday is stood in for in the chain', async () => {
  const open = await acknowledged(api);
  await away('director-howard', 'manager-ines', { from: inDays(-0.1), until: inDays(2), delegateId: 'manager-grant' });
  await eventually(
    async () => (await api.as('agent-tomasz').get(`/v1/escalations/${open.id}/explain`)).text,
    (text) => text.includes('Grant Oyelaran'),
    'the news',
  );
  const view = await later(api, open, 'PT4H5M');
  const timeline = await api
    .as('director-howard')
    .get<{ items: { type: string; data: { toIds?: string[] } }[] }>(`/v1/escalations/${view.id}/timeline?limit=500`);
  const rungs = timeline.body.items.filter(({ type }) => type === 'chain.advanced').map(({ data }) => data.toIds);
  expect(rungs).toEqual([['manager-grant']]);
});

it('somebody who leaves empties into the queue of the first person above who is here, with a notice for each', async () => {
  const words = acknowledgment.body.replace('Anneke Voss', 'June Halloway').replace('Ines Marchetti', 'Grant Oyelaran');
  const body = words.replace('Support Manager, EMEA', 'Support Manager, Americas and India');
  const theirs = [await raise(api), await raise(api), await raise(api)];
  for (const one of theirs) {
    await step(api, 'manager-grant', one, 'intake', {
      ownerId: 'owner-june',
      acknowledgment: { ...acknowledgment, body },
    });
  }
  expect(slugOf(await api.as('manager-grant').post('/v1/people/owner-june/leave', {}))).toBe('not-allowed');
  const left = await api.as('admin-pavel').post('/v1/people/owner-june/leave', {});
  expect([left.status, left.body]).toEqual([
    200,
    expect.objectContaining({
      to: { id: 'manager-grant', name: 'Grant Oyelaran' },
      escalations: 3,
      places: { owner: 3 },
    }),
  ]);
  for (const one of theirs)
    await eventually(
      () => ownerOf(one),
      (id) => id === 'manager-grant',
      `${one.ref} to pass on`,
    );
  const inbox = await api
    .as('manager-grant')
    .get<{ items: { kind: string; escalation: { ref: string } }[] }>('/v1/me/inbox?limit=200');
  const assigned = JSON.stringify(inbox.body.items.filter(({ kind }) => kind === 'owner-assigned'));
  for (const { ref } of theirs) expect(assigned).toContain(ref);

  expect((await api.as('owner-june').get('/v1/me')).status).toBe(401);
  expect((await personOf('owner-june'))?.leftAt).not.toBeNull();
  const named = { ownerId: 'owner-june', reason: 'She knew it best.' };
  const again = await api.as('manager-grant').post(`/v1/escalations/${theirs[0]?.id}/commands/reassign`, named);
  expect([again.status, slugOf(again), pointersOf(again)]).toEqual([422, 'unavailable-person', ['#/ownerId']]);

  // Back with the company: what has passed on stays where it is, and what opened before opens nothing.
  const june = { id: 'owner-june', name: 'June Halloway', title: 'Senior Support Engineer', roles: ['owner'] };
  const person = {
    ...june,
    email: 'june@upstairs.example',
    function: 'support',
    managerId: 'manager-grant',
    leftAt: null,
  };
  expect((await api.as('admin-pavel').post('/v1/people', { people: [person] })).status).toBe(200);
  expect((await api.as('owner-june').get('/v1/me')).status).toBe(401);
  const made = await api.as('admin-pavel').post<{ key: string }>('/v1/keys', { personId: 'owner-june', label: 'anew' });
  expect((await api.withKey(made.body.key).get('/v1/me')).status).toBe(200);
  await command(api, 'manager-grant', theirs[0] as { id: string }, 'reassign', named);
});

it('a manager gets nobody’s authority by writing that those above them are away', async () => {
  const open = await acknowledged(api);
  await step(api, 'owner-anneke', open, 'investigation', findings);
  const credit = { amount: 9_000_000, currency: 'USD' };
  const remedy = { kind: 'billing-credit', description: 'A year of the archive.', credit };
  expect((await api.as('owner-anneke').post(`/v1/escalations/${open.id}/steps/solution`, remedy)).status).toBe(200);
  const now = { from: new Date().toISOString(), until: inDays(1 / 24) };
  for (const above of ['director-howard', 'vp-marguerite', 'executive-elena', 'director-odile']) {
    const own = await away('manager-ines', above, { ...now, delegateId: 'manager-ines' });
    expect([own.status, slugOf(own)]).toEqual([403, 'not-allowed']);
    expect(slugOf(await away('manager-ines', above, now))).toBe('not-allowed');
  }
  const peer = await away('manager-ines', 'manager-grant', { ...now, delegateId: 'manager-ines' });
  expect([peer.status, slugOf(peer), pointersOf(peer)]).toEqual([422, 'not-eligible', ['#/delegateId']]);
  const admin = await away('admin-pavel', 'vp-marguerite', { ...now, delegateId: 'admin-pavel' });
  expect([admin.status, slugOf(admin), pointersOf(admin)]).toEqual([422, 'not-eligible', ['#/delegateId']]);
  const tried = await api
    .as('manager-ines')
    .post(`/v1/escalations/${open.id}/commands/decide-approval`, { approvalId: 'a1', decision: 'approved' });
  expect([tried.status, slugOf(tried)]).toEqual([403, 'beyond-authority']);

  // Theirs to take back is what is theirs to write.
  const written = await away('admin-pavel', 'vp-marguerite', { ...now, delegateId: 'director-odile' });
  expect(written.status).toBe(201);
  const path = `/v1/people/vp-marguerite/absences/${written.body.id}`;
  expect(slugOf(await api.as('manager-ines').send('delete', path, {}))).toBe('not-allowed');
  expect((await api.as('vp-marguerite').send('delete', path, {})).status).toBe(204);
});

it('who wrote an absence is told to everybody, and why only to those whose concern it is', async () => {
  const days = { from: inDays(160), until: inDays(161), note: 'An operation.' };
  expect((await away('manager-ines', 'owner-desmond', days)).status).toBe(201);
  const seenBy = async (id: string) => {
    const { body } = await api
      .as(id)
      .get<{ items: { note: string | null; writtenBy: unknown }[] }>('/v1/people/owner-desmond/absences');
    return body.items.map(({ note, writtenBy }) => ({ note, writtenBy }));
  };
  const writtenBy = { id: 'manager-ines', name: 'Ines Marchetti' };
  for (const id of ['owner-desmond', 'manager-grant', 'vp-marguerite', 'admin-pavel'])
    expect(await seenBy(id)).toEqual([{ note: days.note, writtenBy }]);
  for (const id of ['owner-anneke', 'agent-tomasz', 'csm-bashir', 'engineer-mirko', 'escalation-noor'])
    expect(await seenBy(id)).toEqual([{ note: null, writtenBy }]);
});

describe('what is refused', () => {
  const soon = { from: inDays(10), until: inDays(20) };

  it.each([
    ['an end before the beginning', { from: inDays(4), until: inDays(3) }, 'invalid-content', '#/until'],
    ['the past', { from: inDays(-4), until: inDays(-3) }, 'invalid-content', '#/until'],
    ['a delegate whom nobody knows', { ...soon, delegateId: 'nobody' }, 'unknown-person', '#/delegateId'],
    ['an agent as delegate', { ...soon, delegateId: 'agent-tomasz' }, 'not-eligible', '#/delegateId'],
    ['themselves as delegate', { ...soon, delegateId: 'owner-ravi' }, 'delegate-loop', '#/delegateId'],
    ['no date at all', { from: 'Monday', until: inDays(3) }, 'malformed', '#/from'],
  ])('%s', async (_name, body, slug, pointer) => {
    const answer = await away('owner-ravi', 'me', body);
    expect([answer.status, slugOf(answer), pointersOf(answer)]).toEqual([422, slug, [pointer]]);
  });

  it('a circle of delegates at dates that meet, by name; at other dates it is none', async () => {
    const year = new Date().getUTCFullYear() + 1;
    const days = { from: `${year}-03-02`, until: `${year}-03-05` };
    const first = await away('owner-ravi', 'me', { ...days, delegateId: 'owner-desmond' });
    // Days of Kolkata, the last one included.
    expect(first.body).toMatchObject({ from: `${year}-03-01T18:30:00.000Z`, until: `${year}-03-05T18:30:00.000Z` });
    const circle = await away('owner-desmond', 'me', { ...days, delegateId: 'owner-ravi' });
    expect([circle.status, slugOf(circle), pointersOf(circle)]).toEqual([422, 'delegate-loop', ['#/delegateId']]);
    expect(circle.text).toContain('Desmond Achterberg → Ravi Tanwar → Desmond Achterberg');
    const later = { from: `${year}-03-08`, until: `${year}-03-09`, delegateId: 'owner-ravi' };
    expect((await away('owner-desmond', 'me', later)).status).toBe(201);
    const twice = await away('owner-ravi', 'me', { from: `${year}-03-05`, until: `${year}-03-09` });
    expect([twice.status, slugOf(twice)]).toEqual([409, 'absence-overlaps']);
    const { body } = await api.as('agent-tomasz').get<{ items: unknown[] }>('/v1/people/owner-ravi/absences');
    expect(body.items).toHaveLength(1);
  });

  it('an absence of somebody else by whoever leads nobody', async () => {
    expect(slugOf(await away('owner-ravi', 'owner-desmond', soon))).toBe('not-allowed');
    const gone = await api.as('owner-ravi').send('delete', '/v1/people/me/absences/nothing', {});
    expect(gone.status).toBe(404);
    expect((await away('owner-ravi', 'nobody', soon)).status).toBe(404);
  });
});

describe('a departure in the list of the directory', () => {
  const person = (id: string, leftAt: string | null) => ({
    ...{ id, name: id, title: 'T', email: `${id}@x.example`, roles: ['owner'], function: 'support' },
    ...{ managerId: 'manager-ines', leftAt },
  });
  const write = (...people: unknown[]) => api.as('admin-pavel').post('/v1/people', { people });

  it('is refused as by itself: of oneself, or far away; nothing of the list is written then', async () => {
    const soon = inDays(1);
    const own = await write(person('owner-new', soon), person('admin-pavel', soon));
    expect([own.status, slugOf(own), pointersOf(own)]).toEqual([409, 'not-now', ['#/people/1/leftAt']]);
    const far = await write(person('owner-new', inDays(-400)), person('owner-other', inDays(400)));
    expect([far.status, slugOf(far)]).toEqual([422, 'invalid-content']);
    expect(pointersOf(far)).toEqual(['#/people/0/leftAt', '#/people/1/leftAt']);
    expect(await personOf('owner-new')).toBeUndefined();
    expect((await personOf('admin-pavel'))?.leftAt).toBeNull();
  });

  it('that was written while Temporal was away passes everything on when it is sent again', async () => {
    const open = await acknowledged(api);
    const cut = await apiWithout(world, { TEMPORAL_ADDRESS: '127.0.0.1:1' });
    const leftAt = new Date().toISOString();
    const list = { people: [person('owner-tove', leftAt), person('owner-anneke', leftAt)] };
    const lost = await cut.as('admin-pavel').post('/v1/people', list);
    expect([lost.status, slugOf(lost)]).toEqual([503, 'unavailable']);
    // The first who could not be told of keeps nobody after them from being written.
    for (const id of ['owner-tove', 'owner-anneke']) expect((await personOf(id))?.leftAt).toBe(leftAt);
    expect(await ownerOf(open)).toBe('owner-anneke');
    expect((await api.as('admin-pavel').post('/v1/people', list)).status).toBe(200);
    await eventually(
      () => ownerOf(open),
      (id) => id !== 'owner-anneke',
      'the escalation to pass on',
    );
  }, 60_000);
});

it('an owner without anybody above is written with a warning, a VP without one', async () => {
  const write = (roles: string[]) =>
    api.as('admin-pavel').post<{ warnings: { pointer: string }[] }>('/v1/people', {
      people: [{ id: 'owner-lone', name: 'Lone', title: 'T', email: 'lone@x.example', roles, function: 'support' }],
    });
  expect((await write(['owner'])).body.warnings).toMatchObject([{ pointer: '#/people/0/managerId' }]);
  expect((await write(['owner', 'vp'])).body.warnings).toEqual([]);
});
