import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/duration';
import { DEMO_PEOPLE } from '../../services/shared/store/demo-people';
import { BODIES, customerUpdate } from './bodies';
import { eventually } from './eventually';
import { historyCounts } from './history-counts';
import { CAST, Stage } from './stage';
import type { Story } from './story';
import { foldOf, takeUp } from './take-up';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.create();
});
afterAll(() => stage.close());

async function untilSettled(story: Story): Promise<void> {
  await story.send('intake', CAST.manager, BODIES.intake);
  await story.send('investigation', CAST.owner, BODIES.investigation);
  await story.send('solution', CAST.owner, BODIES.solution);
  await story.send('customer-update', CAST.owner, customerUpdate((await story.state()).lastAt));
  await story.send('keep-commitment', CAST.owner, { commitmentId: 'c1' });
  await story.send('closure', CAST.owner, BODIES.closure);
  await story.send('check-in', CAST.csm, BODIES.checkIn);
  await story.handle.result();
}

describe('a settled escalation', () => {
  let story: Story;
  beforeAll(async () => {
    story = await stage.raise();
    await untilSettled(story);
  });

  test('takes a note in a run of its own, which ends again', async () => {
    const state = await foldOf(story);
    const outcome = await takeUp(story, 'add-note', CAST.agent, { note: 'Thanked us by mail.' });
    expect(outcome.seq).toBe(state.seq + 1);
    await story.handle.result();
    expect((await story.journal()).at(-1)).toMatchObject({ seq: outcome.seq, type: 'note.added' });
  });

  test('reopens from the journal with its seq going on, and its clocks run', async () => {
    const state = await foldOf(story);
    const outcome = await takeUp(story, 'reopen', CAST.manager, { reason: 'Charged again.' });
    expect(outcome.events[0]?.seq).toBe(state.seq + 1);
    await story.skip(3 * HOUR_MS + MINUTE_MS);
    expect(await story.state()).toMatchObject({ status: 'open', round: 2 });
    expect((await story.events('clock.reminded')).map(({ data }) => data.clockId)).toEqual(['investigation']);
    const journal = await story.journal();
    expect(journal.map(({ seq }) => seq)).toEqual(journal.map((_, index) => index + 1));
  });

  test('two at once find one run, and a run that starts from an old state catches up first', async () => {
    const twice = await stage.raise();
    await untilSettled(twice);
    const old = await foldOf(twice);
    await takeUp(twice, 'add-note', CAST.agent, { note: 'first' });
    await twice.handle.result();
    const outcomes = await Promise.all(
      ['second', 'third'].map((note) => takeUp(twice, 'add-note', CAST.agent, { note }, old)),
    );
    expect(outcomes.map(({ seq }) => seq).sort()).toEqual([old.seq + 2, old.seq + 3]);
    await twice.handle.result();
    const notes = (await twice.events('note.added')).map(({ data }) => data.note);
    expect([...notes].sort()).toEqual(['first', 'second', 'third']);
  });
});

test('withdrawn, it ends', async () => {
  const story = await stage.raise();
  await story.send('withdraw', CAST.manager, { reason: 'Raised by mistake.' });
  expect(await story.handle.result()).toMatchObject({ status: 'withdrawn' });
});

test('a cancel request of Temporal does not end it, nor what comes after it', async () => {
  const story = await stage.raise();
  await story.until('clock.started');
  await story.handle.cancel();
  await story.handle.signal('add-note', { note: 'by signal', by: CAST.agent });
  await story.until('note.added');
  await story.send('intake', CAST.manager, BODIES.intake);
  await story.until('step.carried-out');
  await story.skip(3 * HOUR_MS + MINUTE_MS);
  expect(await story.events('clock.reminded')).toHaveLength(1);
  expect((await story.handle.describe()).status.name).toBe('RUNNING');
  expect((await historyCounts(story.handle)).failedTasks).toEqual([]);
});

describe('Temporal’s own pages', () => {
  let story: Story;
  beforeAll(async () => {
    story = await stage.raise();
  });

  async function attributes(): Promise<Record<string, unknown>> {
    const { typedSearchAttributes } = await story.handle.describe();
    const ours = typedSearchAttributes.getAll().filter(({ key }) => key.name.startsWith('Upstairs'));
    return Object.fromEntries(ours.map(({ key, value }) => [key.name, value]));
  }

  async function details(): Promise<string> {
    const metadata = await story.handle.query<{ currentDetails?: string }>('__temporal_workflow_metadata');
    return metadata.currentDetails ?? '';
  }

  test('find it by stage, level and breach from its first moment on', async () => {
    expect(await attributes()).toEqual({ UpstairsStage: 'intake', UpstairsLevel: 'P1', UpstairsBreached: false });
    await story.skip(2 * HOUR_MS + MINUTE_MS);
    expect(await attributes()).toEqual({ UpstairsStage: 'intake', UpstairsLevel: 'P1', UpstairsBreached: true });
    await story.send('intake', CAST.manager, BODIES.intake);
    await story.send('amend', CAST.manager, { tier: 'small', public: false });
    expect(await attributes()).toEqual({
      UpstairsStage: 'investigation',
      UpstairsLevel: 'P3',
      UpstairsBreached: false,
    });
  });

  test('tell where it stands and what is next', async () => {
    const { ref, clocks } = await story.state();
    const text = await details();
    expect(text).toContain(`**${ref}** open, P3, round 1, next due `);
    for (const { id, state, dueAt } of clocks) {
      expect(text).toContain(`- ${id}: ${state}, due ${new Date(dueAt).toISOString()}`);
    }
  });

  test('show no personal data and no word of the customer', async () => {
    const { complaint } = await story.state();
    const shown = [JSON.stringify(await attributes()), await details()].join('\n').toLowerCase();
    const people = DEMO_PEOPLE.flatMap(({ id, name, email }) => [id, name, email]);
    const { contact, account, summary, narrative } = complaint;
    const customer = [contact?.name, contact?.email, account.name, summary, narrative];
    for (const secret of [...people, ...customer]) expect(shown).not.toContain(String(secret).toLowerCase());
  });

  test('say why each timer and each activity is there', async () => {
    const { events } = await story.handle.fetchHistory();
    const commands = (events ?? []).filter(
      (event) => event.timerStartedEventAttributes ?? event.activityTaskScheduledEventAttributes,
    );
    expect(commands.length).toBeGreaterThan(5);
    for (const { userMetadata } of commands) {
      const summary = Buffer.from(userMetadata?.summary?.data ?? []).toString();
      expect(summary).toMatch(/^"UP-\d+:? .+"$/);
    }
  });
});

test('left alone for days it still stands, on one timer', async () => {
  const story = await stage.raise();
  await story.skip(2 * DAY_MS);
  expect((await story.state()).status).toBe('open');
  // The jump itself is put on record last.
  await eventually(
    async () => (await story.handle.describe()).raw.pendingActivities ?? [],
    (pending) => pending.length === 0,
    'the end of all activities',
  );
  const { byType, failedTasks } = await historyCounts(story.handle);
  expect(failedTasks).toEqual([]);
  expect((byType.timerStarted ?? 0) - (byType.timerFired ?? 0) - (byType.timerCanceled ?? 0)).toBe(1);
});
