import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { HOUR_MS, MINUTE_MS } from '../../domain/duration';
import { DEFAULT_PLAN } from '../../domain/steps/plan';
import type { PersonFacts } from '../../services/shared/store/people';
import { upsertPeople } from '../../services/shared/store/people';
import { workersBehind } from '../../services/shared/workers-behind';
import { makeEarlierRelease, NEW_STEP } from '../support/earlier-release';
import type { ServiceProcess } from '../support/service-processes';
import { BODIES, customerUpdate } from './bodies';
import { eventually } from './eventually';
import { CAST, Stage } from './stage';
import type { Story } from './story';

/** The solution before the investigation: another plan, of steps that both releases know. */
const OTHER_PLAN = ['intake', 'solution', 'investigation', 'customer-update', 'closure', 'check-in'];
const WITH_NEW_STEP = DEFAULT_PLAN.flatMap((name) => (name === 'customer-update' ? [NEW_STEP, name] : [name]));

/** Somebody of Legal. */
const COUNSEL: PersonFacts = {
  id: 'legal-ida',
  name: 'Ida Sandvik',
  title: 'Counsel',
  email: 'ida.sandvik@upstairs.example',
  roles: ['contributor'],
  function: 'legal',
  managerId: CAST.director,
  zone: 'Europe/Oslo',
  available: true,
};

let folder: string;
let stage: Stage;
let earlier: ServiceProcess;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'upstairs-earlier-'));
  const release = await makeEarlierRelease(folder);
  stage = await Stage.create();
  await upsertPeople(stage.db, [COUNSEL]);
  earlier = await stage.world.start('worker', {}, release);
  await eventually(
    () => identities(),
    (polling) => polling.length === 2,
    'both workers at work',
  );
}, 120_000);
afterAll(async () => {
  await stage.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Who asks for tasks now. */
async function identities(): Promise<string[]> {
  const { client, namespace } = stage.world;
  const taskQueue = { name: 'escalations' };
  const { pollers } = await client.workflowService.describeTaskQueue({ namespace, taskQueue, taskQueueType: 1 });
  return [...new Set((pollers ?? []).flatMap(({ identity }) => identity ?? []))];
}

/** Lets the next task go to any worker, which then replays the whole history: the worst that can happen to it. */
async function toAnyWorker({ handle: { workflowId } }: Story): Promise<void> {
  const { client, namespace } = stage.world;
  await client.workflowService.resetStickyTaskQueue({ namespace, execution: { workflowId } });
}

/** Sends something, with its task going to any worker. */
async function act(story: Story, name: string, by: string, body: object): Promise<void> {
  await toAnyWorker(story);
  await story.send(name, by, body);
  await toAnyWorker(story);
}

/** From the acknowledgment to the closure, an hour going by on the way. */
async function live(story: Story, ...between: [name: string, by: string, body: object][]): Promise<void> {
  await act(story, 'intake', CAST.manager, BODIES.intake);
  await story.skip(HOUR_MS + 10 * MINUTE_MS);
  await act(story, 'investigation', CAST.owner, BODIES.investigation);
  await act(story, 'solution', CAST.owner, BODIES.solution);
  for (const [name, by, body] of between) await act(story, name, by, body);
  await act(story, 'customer-update', CAST.owner, customerUpdate((await story.state()).lastAt));
  await act(story, 'keep-commitment', CAST.owner, { commitmentId: 'c1' });
  await act(story, 'closure', CAST.owner, BODIES.closure);
  await story.untilQuiet();
}

/** Who did the tasks of an escalation, and how many of them failed. */
async function tasksOf(story: Story): Promise<{ workers: Set<string>; failed: number }> {
  const { events } = await story.handle.fetchHistory();
  const workers = (events ?? []).flatMap(({ workflowTaskStartedEventAttributes: started }) => started?.identity ?? []);
  const failed = (events ?? []).filter(
    ({ workflowTaskFailedEventAttributes: failure }) => failure !== null && failure !== undefined,
  );
  // A task that was taken back from a worker's own queue has the server for its starter.
  const ours = workers.filter((identity) => identity.startsWith('upstairs-worker'));
  return { workers: new Set(ours), failed: failed.length };
}

async function expectNoFailure(stories: readonly Story[]): Promise<Set<string>> {
  const tasks = await Promise.all(stories.map(tasksOf));
  expect(tasks.map(({ failed }) => failed)).toEqual(stories.map(() => 0));
  return new Set(tasks.flatMap(({ workers }) => [...workers]));
}

test('two releases work side by side while the policy and the plan change, and no task fails', async () => {
  const first = await Promise.all([stage.raise(), stage.raise(), stage.raise()]);
  await Promise.all(first.map((story) => live(story)));
  const policy = { version: 2, plan: OTHER_PLAN, clocks: { investigation: { budgetMs: 6 * HOUR_MS } } };
  const second = await Promise.all([stage.raise({ policy }), stage.raise({ policy }), stage.raise({ policy })]);
  await Promise.all(second.map((story) => live(story)));
  const [one] = second;
  expect((await one?.state())?.clocks.find(({ id }) => id === 'investigation')?.budgetMs).toBe(6 * HOUR_MS);
  expect((await expectNoFailure([...first, ...second])).size).toBe(2);
}, 120_000);

test('a plan with a step that not every worker knows is seen to be too early', async () => {
  const behind = await workersBehind(stage.world.client, WITH_NEW_STEP);
  expect(behind).toEqual([{ identity: expect.stringContaining('upstairs-worker') as string, missing: [NEW_STEP] }]);
  expect(await workersBehind(stage.world.client, OTHER_PLAN)).toEqual([]);
});

test('once the new release is everywhere, its step is in the plan of new escalations, and the others go on', async () => {
  const running = await stage.raise();
  await act(running, 'intake', CAST.manager, BODIES.intake);
  await earlier.process.stop();
  const story = await stage.raise({ policy: { version: 3, plan: WITH_NEW_STEP } });
  await live(story, [NEW_STEP, COUNSEL.id, { cleared: true, opinion: 'Nothing speaks against it.' }]);
  await act(running, 'investigation', CAST.owner, BODIES.investigation);
  await running.untilQuiet();
  expect((await running.state()).plan.map(({ name }) => name)).not.toContain(NEW_STEP);
  await expectNoFailure([story, running]);
}, 120_000);
