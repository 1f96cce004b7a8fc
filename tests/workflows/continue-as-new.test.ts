import { HOUR_MS, MINUTE_MS } from '../../domain/duration';
import { BODIES } from './bodies';
import { eventually } from './eventually';
import { CAST, Stage } from './stage';
import type { Story } from './story';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.create();
});
afterAll(() => stage.close());

/** The ids of an escalation's runs, the newest first. */
async function runsOf({ handle }: Story): Promise<string[]> {
  const ids: string[] = [];
  for (let runId: string | undefined = (await handle.describe()).runId; runId;) {
    ids.push(runId);
    const { events } = await stage.world.client.workflow.getHandle(handle.workflowId, runId).fetchHistory();
    runId = events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;
  }
  return ids;
}

async function lengthOf({ handle }: Story, runId: string): Promise<number> {
  const { events } = await stage.world.client.workflow.getHandle(handle.workflowId, runId).fetchHistory();
  return events?.length ?? 0;
}

test('under a stream of signals and updates no message is lost, none is taken twice', async () => {
  const story = await stage.raise({ continueAfterEvents: 100 });
  const names = Array.from({ length: 48 }, (_, index) => index);
  const bySignal = names.map((index) => `signal ${index}`);
  const byUpdate = names.map((index) => `update ${index}`);
  const signalled = (async () => {
    for (const note of bySignal) await story.handle.signal('add-note', { note, by: CAST.agent });
  })();
  const updated = (async () => {
    for (let index = 0; index < byUpdate.length; index += 4) {
      const notes = byUpdate.slice(index, index + 4);
      await Promise.all(notes.map((note) => story.send('add-note', CAST.csm, { note }, `id of ${note}`)));
    }
  })();
  await Promise.all([signalled, updated]);
  const added = await story.until('note.added', bySignal.length + byUpdate.length);
  const notes = added.map(({ data }) => data.note);
  expect([...notes].sort()).toEqual([...bySignal, ...byUpdate].sort());
  expect(notes.filter((note) => note.startsWith('signal'))).toEqual(bySignal);
  expect(await story.events('command.rejected')).toEqual([]);
  const lengths = await Promise.all((await runsOf(story)).map((runId) => lengthOf(story, runId)));
  expect(lengths.length).toBeGreaterThanOrEqual(3);
  expect(Math.max(...lengths)).toBeLessThan(250);
  const journal = await story.journal();
  expect(journal.map(({ seq }) => seq)).toEqual(journal.map((_, index) => index + 1));
});

describe('what was due stays due', () => {
  let story: Story;
  beforeAll(async () => {
    story = await stage.raise({ continueAfterEvents: 40 });
    await story.skip(47 * MINUTE_MS);
  });

  test('the clocks hold their moments to the millisecond, over several runs', async () => {
    const before = await story.state();
    await story.send('intake', CAST.manager, BODIES.intake);
    const acknowledged = await story.state();
    for (let index = 0; index < 12; index += 1) await story.send('add-note', CAST.agent, { note: `${index}` });
    await eventually(
      () => runsOf(story),
      (runs) => runs.length >= 2,
      'another run',
    );
    const after = await story.state();
    expect(after.clocks).toEqual(acknowledged.clocks);
    expect(after.receivedAt).toBe(before.receivedAt);
  });

  test('and they fire at their moment, not a run later', async () => {
    const { acknowledgedAt } = await story.state();
    await story.skip(4 * HOUR_MS);
    const reminded = await story.until('clock.reminded');
    expect(reminded).toHaveLength(1);
    const remindedAfterMs = (reminded[0]?.at ?? 0) - (acknowledgedAt ?? 0);
    expect(remindedAfterMs).toBeGreaterThanOrEqual(3 * HOUR_MS);
    expect(remindedAfterMs).toBeLessThan(3 * HOUR_MS + MINUTE_MS / 3);
  });

  test('what was mailed before is not mailed again', async () => {
    const sent = (await story.events('notification.sent')).map(({ data }) => data.noticeId);
    expect(new Set(sent).size).toBe(sent.length);
    const mails = (await story.mails()).map(({ messageId }) => messageId);
    expect(new Set(mails).size).toBe(mails.length);
  });
});

test('the same update id gets the same answer in a later run, and nothing is done twice', async () => {
  const story = await stage.raise({ continueAfterEvents: 30 });
  const first = await story.send('add-note', CAST.agent, { note: 'once' }, 'one-update');
  const firstRun = (await story.handle.describe()).runId;
  for (let index = 0; index < 8; index += 1) await story.send('add-note', CAST.agent, { note: `more ${index}` });
  await eventually(
    () => story.handle.describe(),
    ({ runId }) => runId !== firstRun,
    'another run',
  );
  const again = await story.send('add-note', CAST.agent, { note: 'once' }, 'one-update');
  expect(again.seq).toBe(first.seq);
  const notes = (await story.until('note.added', 9)).map(({ data }) => data.note);
  expect(notes.filter((note) => note === 'once')).toHaveLength(1);
});

test('a retry of what the state no longer allows gets its first answer in a later run too', async () => {
  const story = await stage.raise({ continueAfterEvents: 30 });
  const first = await story.send('intake', CAST.manager, BODIES.intake, 'the-intake');
  for (let index = 0; index < 8; index += 1) await story.send('add-note', CAST.agent, { note: `${index}` });
  await eventually(
    () => runsOf(story),
    (runs) => runs.length >= 2,
    'another run',
  );
  const again = await story.send('intake', CAST.manager, BODIES.intake, 'the-intake');
  expect(again.seq).toBe(first.seq);
  expect(await story.refusal('intake', CAST.manager, BODIES.intake)).toMatchObject({ type: 'already-done' });
});
