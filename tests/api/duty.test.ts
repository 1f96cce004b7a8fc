import { DateTime } from 'luxon';
import type { World } from '../support/world';
import { createWorld } from '../support/world';
import { later, pointersOf, raise, slugOf } from './stories';
import { validatedApi, type ValidatedApi } from './validated-request';

const HOUR_MS = 3_600_000;

let world: World;
let api: ValidatedApi;

beforeAll(async () => {
  world = await createWorld({ services: ['api', 'worker', 'notifier'] });
  api = await validatedApi(world);
});

afterAll(() => world.close());

interface Duty {
  shifts: { from: string; until: string; answers: { id: string } | null; by: string | null; gap: boolean }[];
  gaps: { from: string; until: string; because: string }[];
}

interface Rota {
  revision: number;
}

const ZONE = 'Europe/Berlin';
const write = (rota: unknown, by = 'manager-ines') => api.as(by).put('/v1/duty/rota', rota);
const duty = async (days = 14) => (await api.as('owner-ravi').get<Duty>(`/v1/duty?days=${days}`)).body;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();

const feed = (by: string, text: string | null) => api.as(by).put<{ shifts: number }>('/v1/duty/feed', { text });

/** A calendar file with one shift of 31 hours, from an hour ago on. */
function calendar({ who, repeat }: { who: string; repeat?: string }): string {
  const stamp = (hours: number) => inHours(hours).replace(/[-:]|\.\d+/g, '');
  return [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:1', `DTSTART:${stamp(-1)}`, `DTEND:${stamp(30)}`],
    ...[...(repeat ? [repeat] : []), `SUMMARY:${who}`, 'END:VEVENT', 'END:VCALENDAR'],
  ].join('\r\n');
}

/** A weekly rota in which one hands over to the other at this moment, as the clock shows it in Berlin. */
function handingOver(at: DateTime, before: string, after: string) {
  const shift = (from: DateTime, to: DateTime, personId: string) => ({
    ...{ personId, day: from.setLocale('en').toFormat('cccc').toLowerCase(), zone: ZONE },
    ...{ from: from.toFormat('HH:mm'), to: to.toFormat('HH:mm') },
  });
  const shifts = [shift(at.minus({ hours: 10 }), at, before), shift(at, at.plus({ hours: 10 }), after)];
  return { shifts };
}

it('the rota hands over between the reminder and the first rung', async () => {
  const handover = DateTime.now().setZone(ZONE).plus({ minutes: 105 }).startOf('minute');
  const written = await write(handingOver(handover, 'director-howard', 'manager-grant'));
  expect([written.status, written.body]).toEqual([200, expect.objectContaining({ changedBy: 'manager-ines' })]);
  const raised = await raise(api);
  await later(api, raised, 'PT2H5M');
  const timeline = await api
    .as('manager-ines')
    .get<{ items: { type: string; data: { clockId?: string; toIds?: string[] } }[] }>(
      `/v1/escalations/${raised.id}/timeline?limit=500`,
    );
  const told = (type: string) => timeline.body.items.filter((one) => one.type === type).map(({ data }) => data.toIds);
  expect(told('clock.reminded')).toEqual([['director-howard']]);
  expect(told('chain.advanced')).toEqual([['manager-grant']]);
});

it('a gap is seen days before it comes, until somebody covers', async () => {
  const cover = { from: inHours(50), until: inHours(60), personId: 'director-howard' };
  await write({ shifts: [], cover: [cover] });
  expect((await duty()).gaps).toEqual([]);
  await api.as('director-howard').post('/v1/people/me/absences', { from: inHours(52), until: inHours(54) });
  const { gaps } = await duty();
  expect(gaps).toHaveLength(1);
  expect(gaps[0]?.because).toContain('Howard Linde, whose shift it is, is away and nobody stands in');
  const work = (by: string) => api.as(by).get<{ dutyGaps: unknown[] }>('/v1/me/work');
  expect((await work('manager-grant')).body.dutyGaps).toEqual(gaps);
  expect((await work('owner-ravi')).body.dutyGaps).toEqual([]);

  const covered = [{ from: inHours(51), until: inHours(55), personId: 'manager-grant', note: 'For Howard' }, cover];
  await write({ shifts: [], cover: covered }, 'director-howard');
  expect((await duty()).gaps).toEqual([]);
  const answering = (await duty()).shifts.find(({ from }) => Date.parse(from) > Date.now() + 50.5 * HOUR_MS);
  expect(answering).toMatchObject({ answers: { id: 'manager-grant' }, by: 'rota' });
});

it('shifts come from a calendar file; one with a mistake changes nothing', async () => {
  await write({ shifts: [] });
  expect((await feed('manager-grant', calendar({ who: 'On call: Howard Linde' }))).body).toMatchObject({ shifts: 1 });
  expect((await duty(1)).shifts).toMatchObject([{ answers: { id: 'director-howard' }, by: 'rota' }]);

  const broken = await feed('manager-grant', calendar({ who: 'Somebody Else' }));
  expect([broken.status, slugOf(broken), pointersOf(broken)]).toEqual([422, 'feed-broken', ['#/text']]);
  expect(broken.text).toContain('line 3: nobody in the directory is meant by');
  expect((await duty(1)).shifts).toMatchObject([{ answers: { id: 'director-howard' } }]);
  expect((await feed('manager-grant', null)).body).toMatchObject({ shifts: 0 });
  expect((await duty(1)).shifts).toMatchObject([{ by: 'list' }]);
});

it.each([
  ['a person whom nobody knows', { personId: 'nobody' }, 'unknown-person', '#/shifts/0/personId'],
  ['an agent', { personId: 'agent-tomasz' }, 'not-eligible', '#/shifts/0/personId'],
  ['somebody who may not acknowledge', { personId: 'owner-ravi' }, 'not-eligible', '#/shifts/0/personId'],
  ['a day that is none', { day: 'someday' }, 'unknown-value', '#/shifts/0/day'],
  ['a time that is none', { from: '8 am' }, 'malformed', '#/shifts/0/from'],
  ['a zone that is none', { zone: 'Mars/Olympus' }, 'malformed', '#/shifts/0/zone'],
])('a rota with %s is refused', async (_name, change, slug, pointer) => {
  const shift = { personId: 'manager-grant', day: 'monday', from: '08:00', to: '18:00', zone: ZONE };
  const answer = await write({ shifts: [{ ...shift, ...change }] });
  expect([answer.status, slugOf(answer), pointersOf(answer)]).toEqual([422, slug, [pointer]]);
});

it('whoever may not acknowledge is neither cover nor in the file, and is named', async () => {
  const cover = (personId: string) => ({ from: inHours(50), until: inHours(60), personId });
  const covered = await write({ shifts: [], cover: [cover('manager-grant'), cover('owner-ravi')] });
  expect([covered.status, slugOf(covered), pointersOf(covered)]).toEqual([
    ...[422, 'not-eligible', ['#/cover/1/personId']],
  ]);
  const file = await feed('manager-grant', calendar({ who: 'owner-ravi', repeat: 'RRULE:FREQ=DAILY;COUNT=9' }));
  expect([file.status, slugOf(file), pointersOf(file)]).toEqual([422, 'not-eligible', ['#/text']]);
  for (const { text } of [covered, file])
    expect(text).toContain('Ravi Tanwar may not be on duty: that takes a manager, director or VP');
});

it('two managers write the rota at once: the second is told, and the cover of the first one stays', async () => {
  const rota = async () => (await api.as('manager-ines').get<Rota>('/v1/duty/rota')).body;
  const { revision } = await rota();
  const cover = (personId: string) => [{ from: inHours(50), until: inHours(60), personId }];
  const first = await write({ shifts: [], cover: cover('manager-grant'), revision });
  expect(first.body).toMatchObject({ revision: revision + 1 });
  const second = await write({ shifts: [], cover: cover('director-howard'), revision }, 'director-howard');
  expect([second.status, slugOf(second)]).toEqual([409, 'rota-changed']);
  expect(second.text).toContain(`It is at revision ${revision + 1}; Ines Marchetti wrote it at`);
  expect(await rota()).toEqual(first.body);
  const unsaid = await write({ shifts: [], cover: cover('director-howard') }, 'director-howard');
  expect([unsaid.status, unsaid.body]).toEqual([200, expect.objectContaining({ revision: revision + 2 })]);
});

it('calendar files that come at the same moment are taken over one after the other', async () => {
  const text = calendar({ who: 'manager-grant', repeat: 'RRULE:FREQ=DAILY;COUNT=300' });
  const answers = await Promise.all(Array.from({ length: 6 }, () => feed('manager-grant', text)));
  expect(answers.map(({ status, body }) => [status, body.shifts])).toEqual(answers.map(() => [200, 300]));
  expect((await feed('manager-grant', null)).body).toMatchObject({ shifts: 0 });
});

it('a calendar file that is too large is told how large it may be', async () => {
  const answer = await feed('manager-grant', 'x'.repeat(2_100_000));
  expect([answer.status, slugOf(answer)]).toEqual([413, 'too-large']);
  expect(answer.text).toContain('more than 2 MB');
});

it('is written by managers upwards and admins', async () => {
  expect(slugOf(await write({ shifts: [] }, 'owner-ravi'))).toBe('not-allowed');
  expect((await write({ shifts: [] }, 'admin-pavel')).status).toBe(200);
});
