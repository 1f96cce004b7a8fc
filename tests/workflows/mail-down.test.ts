import { freePort } from '../../infra/processes/ports';
import type { MailSink } from '../../infra/mail-sink';
import { startMailSink } from '../../infra/mail-sink';
import { HOUR_MS, MINUTE_MS } from '../../domain/duration';
import { CAST, Stage } from './stage';
import type { Story } from './story';

/** The sink that the notifier of this world looks for; it comes up only when the test says so. */
let port: number;
let sink: MailSink | undefined;
let stage: Stage;
let story: Story;
beforeAll(async () => {
  port = await freePort();
  stage = await Stage.create({ services: ['worker'] });
  await stage.world.start('notifier', { SMTP_URL: `smtp://127.0.0.1:${port}` });
  story = await stage.raise();
});
afterAll(async () => {
  await sink?.stop();
  await stage.close();
});

test('while the mail server is away the escalation goes on, and what is owed stays owed', async () => {
  await story.fastForward(2 * HOUR_MS + MINUTE_MS);
  await story.until('chain.advanced');
  const { deliveries } = await story.state();
  expect(deliveries.map((one) => one.kind === 'notice' && one.notice.kind)).toEqual(['reminder', 'rung']);
});

test('undelivered for 15 minutes: notification.failed, an alarm, and the next rung goes at once', async () => {
  await story.fastForward(15 * MINUTE_MS);
  const [first, second] = await story.until('chain.advanced', 2);
  expect(second?.data).toMatchObject({ rung: 'director', toIds: [CAST.director] });
  const waitedMs = (second?.at ?? 0) - (first?.at ?? 0);
  expect(waitedMs).toBeGreaterThanOrEqual(15 * MINUTE_MS);
  expect(waitedMs).toBeLessThan(16 * MINUTE_MS);
  const failed = await story.until('notification.failed', 2);
  expect(failed.map(({ data }) => [data.toId, data.final])).toEqual([
    [CAST.manager, false],
    [CAST.manager, false],
  ]);
  const [alarm] = await story.events('nobody.notified');
  expect(alarm?.data).toMatchObject({ clockId: 'intake', run: 1, number: 1 });
  expect((await story.state()).unheard).toEqual(['intake']);
});

test('sending goes on: once the mail server is back, everything arrives, each mail once', async () => {
  sink = await startMailSink({ databaseUrl: stage.world.databaseUrl, port });
  await story.fastForward(2 * MINUTE_MS);
  const sent = await story.until('notification.sent', 3);
  expect(sent.map(({ data }) => data.toId).sort()).toEqual([CAST.director, CAST.manager, CAST.manager]);
  expect(await story.mails()).toHaveLength(3);
  expect(sink.arrivals()).toBe(3);
  const state = await story.state();
  expect(state.deliveries).toEqual([]);
  expect(state.unheard).toEqual([]);
});

test('an address that does not exist is final: notification.failed says why, and the next rung goes', async () => {
  const mute = await stage.raise({ policy: { dutyManagerIds: ['manager-nowhere'] } });
  await mute.skip(2 * HOUR_MS + MINUTE_MS);
  const failed = await mute.until('notification.failed', 2);
  expect(failed.map(({ data }) => [data.toId, data.final])).toEqual([
    ['manager-nowhere', true],
    ['manager-nowhere', true],
  ]);
  expect(failed[0]?.data.reason).toMatch(/no such mailbox/i);
  const advanced = await mute.events('chain.advanced');
  expect(advanced.map(({ data }) => data.toIds.join()).slice(0, 2)).toEqual(['manager-nowhere', CAST.director]);
  expect(await mute.events('nobody.notified')).toHaveLength(1);
});
