import { HOUR_MS, MINUTE_MS } from '../../domain/duration';
import { DEMO_PEOPLE } from '../../services/shared/store/demo-people';
import { CAST, Stage } from './stage';
import type { Story } from './story';

/** Between a moment that was skipped to and what happens there, the machine takes its time. */
const HASTE_MS = 20_000;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.create();
});
afterAll(() => stage.close());

const addressOf = (id: string) => DEMO_PEOPLE.find((person) => person.id === id)?.email;

function expectAt(actualMs: number | undefined, expectedMs: number): void {
  expect(actualMs).toBeGreaterThanOrEqual(expectedMs);
  expect(actualMs).toBeLessThan(expectedMs + HASTE_MS);
}

async function rungs(story: Story): Promise<string[]> {
  const advanced = await story.events('chain.advanced');
  return advanced.map(({ data }) => `${data.run}.${data.number} ${data.rung} ${data.toIds.join()}`);
}

describe('a P1 that is raised and left alone', () => {
  let story: Story;
  let receivedAt: number;
  beforeAll(async () => {
    story = await stage.raise();
    receivedAt = (await story.state()).receivedAt;
  });

  test('the duty manager is reminded after three quarters of the two hours, by mail', async () => {
    await story.skip(89 * MINUTE_MS);
    expect(await story.events('clock.reminded')).toEqual([]);
    await story.skip(2 * MINUTE_MS);
    const [reminded, ...more] = await story.events('clock.reminded');
    expect(more).toEqual([]);
    expect(reminded?.data).toMatchObject({ clockId: 'intake', toIds: [CAST.manager] });
    expectAt(reminded?.at, receivedAt + 90 * MINUTE_MS);
    const mails = await story.mails();
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
      [addressOf(CAST.manager), expect.stringMatching(/^\[UP-\d+\] Due soon/)],
    ]);
  });

  test('at two hours it is breached, and manager, director and VP are told in their order, each by mail', async () => {
    await story.skip(2 * HOUR_MS);
    const [breached] = await story.events('clock.breached');
    expectAt(breached?.at, receivedAt + 2 * HOUR_MS);
    const advanced = await story.events('chain.advanced');
    expect(advanced.slice(0, 3).map(({ data }) => [data.rung, data.toIds])).toEqual([
      ['manager', [CAST.manager]],
      ['director', [CAST.director]],
      ['vp', [CAST.vp]],
    ]);
    [0, 30, 60].forEach((minutes, index) => expectAt(advanced[index]?.at, receivedAt + (120 + minutes) * MINUTE_MS));
    const told = (await story.mails()).slice(1, 4);
    expect(told.map(({ to }) => to)).toEqual([CAST.manager, CAST.director, CAST.vp].map(addressOf));
    for (const { subject } of told) expect(subject).toMatch(/^\[UP-\d+\] Overdue, you are needed/);
  });

  test('each rung is one chain.advanced and one notification.sent, and the journal has no gap', async () => {
    const journal = await story.journal();
    expect(journal.map(({ seq }) => seq)).toEqual(journal.map((_, index) => index + 1));
    const notices = journal.flatMap(({ data }) => ('notices' in data ? data.notices : []));
    const mailed = notices.filter(({ via }) => via === 'mail').map(({ id }) => id);
    const sent = (await story.events('notification.sent')).map(({ data }) => data.noticeId);
    expect([...sent].sort()).toEqual([...mailed].sort());
    expect(new Set(sent).size).toBe(sent.length);
  });

  test('taking charge stops it for an hour', async () => {
    const before = await rungs(story);
    await story.send('take-charge', CAST.vp, { note: 'On it.' });
    await story.skip(58 * MINUTE_MS);
    expect(await rungs(story)).toEqual(before);
  });

  test('forgotten again, it starts again from its first rung', async () => {
    const before = await rungs(story);
    await story.skip(33 * MINUTE_MS);
    expect((await rungs(story)).slice(before.length)).toEqual([
      `2.1 manager ${CAST.manager}`,
      `2.2 director ${CAST.director}`,
    ]);
  });
});

test('two rounds are loud, then everyone is told together every four hours', async () => {
  const story = await stage.raise();
  await story.skip(2 * HOUR_MS + 151 * MINUTE_MS);
  expect(await rungs(story)).toHaveLength(6);
  await story.skip(8 * HOUR_MS);
  expect((await rungs(story)).slice(6)).toEqual(
    [7, 8].map((number) => `1.${number} everyone ${[CAST.manager, CAST.director, CAST.vp].join()}`),
  );
});

test('where there is nobody to tell, nobody.notified says so', async () => {
  const story = await stage.raise({ policy: { dutyManagerIds: [] } });
  await story.skip(2 * HOUR_MS + MINUTE_MS);
  const [alarm] = await story.events('nobody.notified');
  expect(alarm?.data).toMatchObject({ clockId: 'intake', because: 'there is nobody in the chain above' });
  expect((await story.state()).unheard).toEqual(['intake']);
  expect(await story.mails()).toEqual([]);
});

test('a quiet one disturbs nobody until it is activated', async () => {
  const story = await stage.raise({ quiet: true });
  await story.skip(26 * HOUR_MS);
  expect(await story.events('clock.breached')).toHaveLength(1);
  expect(await story.mails()).toEqual([]);
  await story.send('activate', CAST.manager);
  await story.until('notification.sent');
  expect((await story.mails()).map(({ to }) => to)).toEqual([addressOf(CAST.manager)]);
});
