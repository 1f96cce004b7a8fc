import { BODIES, customerUpdate } from './bodies';
import { historyCounts } from './history-counts';
import { CAST, Stage } from './stage';
import type { Story } from './story';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.create();
});
afterAll(() => stage.close());

/** A task and a question that died with their worker are handed out again once their times are over: 10 and 15 s. */
const AFTER_A_KILL_MS = 40_000;

const reason = 'The same invoices.';

/** An escalation with a promise that is owed. */
async function promised(story: Story): Promise<Story> {
  await story.send('intake', CAST.manager, BODIES.intake);
  await story.send('investigation', CAST.owner, BODIES.investigation);
  await story.send('solution', CAST.owner, BODIES.solution);
  await story.send('customer-update', CAST.owner, customerUpdate(Date.now()));
  return story;
}

/** Asks for a merge as an integration does, which waits for no answer. */
async function askToMerge(from: Story, into: Story): Promise<void> {
  const { ref } = await into.state();
  await into.until('escalation.raised');
  await from.handle.signal('merge', { intoId: ref, reason, by: CAST.manager });
}

async function expectMergedOnce(from: Story, into: Story, patienceMs?: number): Promise<void> {
  await from.until('escalation.merged', 1, patienceMs);
  const [made, ...more] = await into.until('commitment.made');
  expect(more).toEqual([]);
  const [promise] = await from.events('commitment.made');
  const { text, dueAt, responsibleId } = promise?.data ?? {};
  expect(made?.data).toMatchObject({ text, dueAt, responsibleId, from: { id: from.id }, madeAt: promise?.at });
  expect(await into.events('escalation.absorbed')).toHaveLength(1);
  expect((await into.state()).clocks.find(({ id }) => id === 'commitment:c1')).toMatchObject({
    state: 'running',
    dueAt,
  });
}

describe('two workflows become one escalation', () => {
  test('asked for by a signal: the one ends, the other owes what was promised', async () => {
    const [from, into] = [await promised(await stage.raise()), await stage.raise()];
    await askToMerge(from, into);
    await expectMergedOnce(from, into);
    expect((await from.handle.result()) as unknown).toMatchObject({ status: 'merged' });
  });

  test('the worker is killed in the middle of it: it is merged all the same, and once', async () => {
    const [from, into] = [await promised(await stage.raise()), await stage.raise()];
    await askToMerge(from, into);
    process.kill(stage.world.service('worker').process.pid ?? 0, 'SIGKILL');
    await expectMergedOnce(from, into, AFTER_A_KILL_MS);
  });

  test('runs that continue as new take the question along', async () => {
    const from = await promised(await stage.raise({ continueAfterEvents: 30 }));
    const into = await stage.raise({ continueAfterEvents: 12 });
    for (const note of ['one', 'two', 'three']) await into.send('add-note', CAST.agent, { note });
    await askToMerge(from, into);
    await expectMergedOnce(from, into);
    const { failedTasks } = await historyCounts(into.handle);
    expect(failedTasks).toEqual([]);
  });

  test('a signal that names nobody stands on the timeline', async () => {
    const story = await stage.raise();
    await story.handle.signal('merge', { intoId: 'UP-404', reason, by: CAST.manager });
    const [rejected] = await story.until('command.rejected');
    expect(rejected?.data).toMatchObject({ command: 'merge', rejection: { type: 'unknown-escalation' } });
  });
});
