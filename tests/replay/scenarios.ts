import { HOUR_MS, MINUTE_MS, DAY_MS } from '../../domain/duration';
import { upsertPeople } from '../../services/shared/store/people';
import { startMailSink } from '../../infra/mail-sink';
import { freePort } from '../../infra/processes/ports';
import type { ServiceName } from '../support/service-processes';
import { BODIES, customerUpdate, mailed } from '../workflows/bodies';
import { COUNSEL, WITH_LEGAL_REVIEW } from '../workflows/counsel';
import { takeUp } from '../workflows/take-up';
import type { Stage } from '../workflows/stage';
import { CAST, FAINT } from '../workflows/stage';
import type { Story } from '../workflows/story';
import { AGREEMENTS } from './scenarios-agreements';

/** One way that an escalation can go; each release records every one of them. */
export interface Scenario {
  name: string;
  /** What runs on its stage, where that is not our worker and notifier. */
  services?: readonly ServiceName[];
  play(stage: Stage): Promise<Story>;
}

async function answered(story: Story): Promise<void> {
  await story.send('intake', CAST.manager, BODIES.intake);
  await story.send('investigation', CAST.owner, BODIES.investigation);
  await story.send('solution', CAST.owner, BODIES.solution);
  const { lastAt } = await story.state();
  await story.send('customer-update', CAST.owner, customerUpdate(lastAt));
}

async function closed(story: Story): Promise<void> {
  await answered(story);
  await story.send('keep-commitment', CAST.owner, { commitmentId: 'c1' });
  await story.send('closure', CAST.owner, BODIES.closure);
}

/** The stories whose histories are kept. */
export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'happy-path',
    async play(stage) {
      const story = await stage.raise();
      await closed(story);
      await story.send('check-in', CAST.csm, BODIES.checkIn);
      await story.handle.result();
      return story;
    },
  },
  {
    name: 'forgotten',
    async play(stage) {
      const story = await stage.raise();
      await story.skip(4 * HOUR_MS);
      await story.send('take-charge', CAST.director, {});
      await story.skip(2 * HOUR_MS);
      await story.send('intake', CAST.manager, BODIES.intake);
      await story.skip(2 * DAY_MS);
      return story;
    },
  },
  {
    name: 'reopened-and-withdrawn',
    async play(stage) {
      const story = await stage.raise();
      await closed(story);
      await story.skip(6 * DAY_MS);
      await story.send('check-in', CAST.csm, { reached: true, improved: false, note: 'It happened again.' });
      await story.send('reassign', CAST.manager, { ownerId: 'owner-desmond', reason: 'Anneke is away.' });
      await story.skip(5 * HOUR_MS);
      await story.send('withdraw', CAST.manager, { reason: 'The customer took it back.' });
      await story.handle.result();
      return story;
    },
  },
  {
    name: 'signals',
    async play(stage) {
      const story = await stage.raise();
      await story.handle.signal('intake', { by: CAST.manager, ...BODIES.intake });
      await story.handle.signal('add-note', { by: { id: CAST.owner, roles: ['vp'] }, note: 'By signal.' });
      await story.handle.signal('add-note', { nonsense: true });
      await story.handle.signal('no-such-command');
      await story.until('command.rejected', 2);
      await story.untilQuiet();
      return story;
    },
  },
  {
    // Of 0.1.0 and later: there they were decided by name, not as they came.
    name: 'early-signals',
    async play(stage) {
      const story = await stage.raise({ at: Date.now() + MINUTE_MS, startOnly: true });
      await story.handle.signal('add-note', { by: CAST.owner, note: 'The first of three.' });
      await story.handle.signal('unheard-of', {});
      await story.handle.signal('intake', { by: CAST.manager, ...BODIES.intake });
      await story.fastForward(MINUTE_MS);
      await story.until('command.rejected');
      await story.until('step.completed');
      await story.untilQuiet();
      return story;
    },
  },
  {
    name: 'broken-promise',
    async play(stage) {
      const story = await stage.raise();
      await story.skip(30 * MINUTE_MS);
      const occurredAt = new Date((await story.state()).lastAt - 20 * MINUTE_MS).toISOString();
      const acknowledgment = { channel: 'phone', body: 'Called, apologised.', occurredAt };
      await story.send('intake', CAST.manager, { ownerId: CAST.owner, acknowledgment });
      await story.send('interim-update', CAST.owner, { message: mailed });
      await story.send('amend', CAST.manager, { tier: 'mid-market', reason: 'Looked it up.' });
      await story.send('investigation', CAST.owner, BODIES.investigation);
      await story.send('solution', CAST.owner, BODIES.solution);
      await story.send('customer-update', CAST.owner, customerUpdate((await story.state()).lastAt));
      await story.skip(3 * DAY_MS);
      await story.send('record-contact', CAST.owner, {
        channel: 'phone',
        body: 'Told them.',
        direction: 'to-customer',
      });
      await story.untilQuiet();
      return story;
    },
  },
  {
    name: 'quiet-and-faint',
    async play(stage) {
      const story = await stage.raise({ quiet: true, complaint: FAINT });
      await story.skip(3 * HOUR_MS);
      await story.send('report-import', CAST.agent, { source: 'old.csv', raised: 1, already: 0, skipped: 0 });
      await story.send('activate', CAST.manager, {});
      await story.skip(4 * DAY_MS);
      return story;
    },
  },
  {
    name: 'continued-as-new',
    async play(stage) {
      const story = await stage.raise({ continueAfterEvents: 60 });
      await answered(story);
      for (const note of ['one', 'two', 'three', 'four']) await story.send('add-note', CAST.owner, { note });
      await story.skip(DAY_MS);
      await story.untilQuiet();
      return story;
    },
  },
  {
    name: 'unreadable-signals',
    async play(stage) {
      const story = await stage.raise();
      const { handle } = story;
      await handle.signal('__temporal_x', {});
      await stage.world.client.workflowService.signalWorkflowExecution({
        namespace: stage.world.namespace,
        workflowExecution: { workflowId: handle.workflowId },
        signalName: 'add-note',
        input: { payloads: [{ metadata: { encoding: Buffer.from('x/y') }, data: Buffer.from('{}') }] },
      });
      await story.until('command.rejected', 2);
      await handle.cancel();
      await handle.signal('add-note', { note: 'After a cancel request.', by: CAST.agent });
      await story.until('note.added');
      await story.skip(2 * HOUR_MS);
      return story;
    },
  },
  {
    name: 'taken-up',
    async play(stage) {
      const story = await stage.raise();
      await closed(story);
      await story.send('check-in', CAST.csm, BODIES.checkIn);
      await story.handle.result();
      await takeUp(story, 'reopen', CAST.manager, { reason: 'Charged again.' });
      await story.skip(4 * HOUR_MS);
      return story;
    },
  },
  {
    name: 'undeliverable',
    async play(stage) {
      const story = await stage.raise({ policy: { dutyManagerIds: ['manager-nowhere'] } });
      await story.skip(3 * HOUR_MS);
      return story;
    },
  },
  {
    name: 'undelivered',
    services: ['worker'],
    async play(stage) {
      const port = await freePort();
      await stage.world.start('notifier', { SMTP_URL: `smtp://127.0.0.1:${port}` });
      const story = await stage.raise();
      await story.fastForward(2 * HOUR_MS + 16 * MINUTE_MS);
      await story.until('nobody.notified');
      const sink = await startMailSink({ databaseUrl: stage.world.databaseUrl, port });
      await story.fastForward(2 * MINUTE_MS);
      await story.until('notification.sent', 3);
      await story.untilQuiet();
      await sink.stop();
      return story;
    },
  },
  {
    name: 'legal-review',
    async play(stage) {
      await upsertPeople(stage.db, [COUNSEL]);
      const story = await stage.raise({ policy: { plan: WITH_LEGAL_REVIEW } });
      await story.send('intake', CAST.manager, BODIES.intake);
      await story.send('legal-review', COUNSEL.id, { cleared: false, opinion: 'It admits a debt.' });
      await story.skip(3 * HOUR_MS);
      await story.send('legal-review', COUNSEL.id, { cleared: true, opinion: 'So it may be said.' });
      await story.send('investigation', CAST.owner, BODIES.investigation);
      await story.send('solution', CAST.owner, BODIES.solution);
      await story.send('customer-update', CAST.owner, customerUpdate((await story.state()).lastAt));
      await story.send('keep-commitment', CAST.owner, { commitmentId: 'c1' });
      await story.send('closure', CAST.owner, BODIES.closure);
      await story.send('check-in', CAST.csm, BODIES.checkIn);
      await story.handle.result();
      return story;
    },
  },
  ...AGREEMENTS,
];
