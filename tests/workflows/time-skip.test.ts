import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { HOUR_MS, MINUTE_MS } from '../../domain/duration';
import { skipTime } from '../../services/shared/time-skip';
import type { HeldSmtp } from '../support/held-smtp';
import { startHeldSmtp } from '../support/held-smtp';
import { BODIES } from './bodies';
import { CAST, Stage } from './stage';
import type { Story } from './story';

let smtp: HeldSmtp;
let stage: Stage;
beforeAll(async () => {
  smtp = await startHeldSmtp();
  stage = await Stage.create({ services: ['worker', 'notifier'], env: { SMTP_URL: smtp.url } });
});
afterAll(async () => {
  await stage.close();
  await smtp.stop();
});

async function raiseQuietly(): Promise<Story> {
  const story = await stage.raise();
  await story.untilQuiet();
  return story;
}

/** How far its time has been moved, to a few milliseconds. */
async function aheadMs({ handle }: Story): Promise<number> {
  const { raw } = await handle.describe();
  const now = raw.workflowExtendedInfo?.timeSkippingInfo?.currentTime;
  return now ? Number(now.seconds) * 1_000 + (now.nanos ?? 0) / 1e6 - Date.now() : 0;
}

async function raiseAndAcknowledge(many: number): Promise<{ stories: Story[]; release: () => void }> {
  const stories = await Promise.all(Array.from({ length: many }, raiseQuietly));
  const held = smtp.hold(many);
  await Promise.all(stories.map((story) => story.send('intake', CAST.manager, BODIES.intake)));
  return { stories, release: await held };
}

/*
 * The server notices up to 0.3 s late that a target has passed, once it has been up for some seconds. A workflow that
 * comes to rest in between was moved on to its next timer, hours away.
 */
test('it goes no further than asked for, whatever is under way when it arrives', async () => {
  const ROUNDS = 20;
  const SKIP_MS = 600;
  /** From the mail's acceptance to the workflow's rest. */
  const LEAD_MS = 30;
  const ahead: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { stories, release } = await raiseAndAcknowledge(3);
    const skips = stories.map((story) => story.fastForward(SKIP_MS));
    await sleep(SKIP_MS - LEAD_MS);
    release();
    await Promise.all(skips);
    for (const story of stories) {
      await story.untilQuiet();
      ahead.push(await aheadMs(story));
    }
  }
  expect(ahead.filter((ms) => ms > SKIP_MS)).toEqual([]);
});

test('each thing on the way happens at its moment, however long what it sets off takes', async () => {
  const story = await raiseQuietly();
  const { receivedAt } = await story.state();
  const reminder = smtp.hold(1);
  const skipped = story.fastForward(2 * HOUR_MS + 61 * MINUTE_MS);
  const release = await reminder;
  expect(await aheadMs(story)).toBeLessThan(91 * MINUTE_MS);
  release();
  await skipped;
  await story.untilQuiet();
  const rungs = await story.events('chain.advanced');
  expect(rungs.map(({ data }) => data.rung)).toEqual(['manager', 'director', 'vp']);
  rungs.forEach(({ at }, index) => {
    const dueAt = receivedAt + (120 + 30 * index) * MINUTE_MS;
    expect(at).toBeGreaterThanOrEqual(dueAt);
    expect(at).toBeLessThan(dueAt + 10_000);
  });
});

test('a repetition goes on to where the first one went to, and no further', async () => {
  const story = await raiseQuietly();
  const jumpId = randomUUID();
  const skip = () => skipTime(stage.world.client, story.handle.workflowId, HOUR_MS, jumpId);
  await skip();
  await skip();
  expect(await aheadMs(story)).toBeLessThanOrEqual(HOUR_MS + 100);
  await story.fastForward(10 * MINUTE_MS);
  expect(await aheadMs(story)).toBeGreaterThan(HOUR_MS + 9 * MINUTE_MS);
});

test('it resolves when the workflow ends on the way', async () => {
  const { stories, release } = await raiseAndAcknowledge(1);
  const skips = stories.map((story) => story.fastForward(HOUR_MS));
  await Promise.all(stories.map((story) => story.handle.terminate()));
  await Promise.all(skips);
  release();
});
