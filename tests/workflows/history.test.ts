import { HOUR_MS } from '../../domain/duration';
import { BODIES, customerUpdate } from './bodies';
import type { HistoryCounts } from './history-counts';
import { historyCounts } from './history-counts';
import { CAST, Stage } from './stage';
import type { Story } from './story';

/* What the happy path costs in history events; docs/history.md derives each number. */
const STEPS = ['intake', 'investigation', 'solution', 'customer-update', 'closure', 'check-in'] as const;
/** The six steps, and the promise that is kept. */
const UPDATES = STEPS.length + 1;
/** Of the raising, of each update, and of what became of each step. */
const RECORDINGS = 1 + UPDATES + STEPS.length;
const ACTIVITIES = RECORDINGS + STEPS.length;
/** Armed at the raising and by all updates but the solution, which has no clock, and the check-in, after which none runs. */
const TIMERS = 1 + UPDATES - 2;
/** Each step moves the stage on. */
const UPSERTS = STEPS.length;
const BESIDE_TASKS = 2 + 2 * UPDATES + 3 * ACTIVITIES + 2 * TIMERS + UPSERTS;
/** One for whatever wakes the workflow: its start, each update, each activity's end. */
const MOST_TASKS = 1 + UPDATES + ACTIVITIES;
/** A step's recording and its work run side by side: at best both come back together, once for each of the steps. */
const FEWEST_TASKS = MOST_TASKS - STEPS.length;
const MINIMUM = BESIDE_TASKS + 3 * FEWEST_TASKS;

let stage: Stage;
let counts: HistoryCounts;
beforeAll(async () => {
  stage = await Stage.create();
  counts = await playHappyPath(await stage.raise());
});
afterAll(() => stage.close());

/** Everybody waits until what the one before did is carried out, as people do. */
async function playHappyPath(story: Story): Promise<HistoryCounts> {
  await story.untilQuiet();
  await story.send('intake', CAST.manager, BODIES.intake);
  await story.untilQuiet();
  await story.send('investigation', CAST.owner, BODIES.investigation);
  await story.untilQuiet();
  await story.send('solution', CAST.owner, BODIES.solution);
  await story.untilQuiet();
  await story.send('customer-update', CAST.owner, customerUpdate((await story.state()).lastAt, 12 * HOUR_MS));
  await story.untilQuiet();
  await story.send('keep-commitment', CAST.owner, { commitmentId: 'c1' });
  await story.untilQuiet();
  await story.send('closure', CAST.owner, BODIES.closure);
  await story.untilQuiet();
  await story.send('check-in', CAST.csm, BODIES.checkIn);
  await story.handle.result();
  return historyCounts(story.handle);
}

test('the minimum is 160 events, and 1.15 times of it are never reached', () => {
  expect(MINIMUM).toBe(160);
  expect(BESIDE_TASKS + 3 * MOST_TASKS).toBe(178);
  expect(BESIDE_TASKS + 3 * MOST_TASKS).toBeLessThanOrEqual(1.15 * MINIMUM);
});

test('all events but those of workflow tasks are exactly those that the mechanism needs', () => {
  const { workflowTaskScheduled: _s, workflowTaskStarted: _t, workflowTaskCompleted: _c, ...others } = counts.byType;
  expect(others).toEqual({
    workflowExecutionStarted: 1,
    workflowExecutionCompleted: 1,
    workflowExecutionUpdateAccepted: UPDATES,
    workflowExecutionUpdateCompleted: UPDATES,
    activityTaskScheduled: ACTIVITIES,
    activityTaskStarted: ACTIVITIES,
    activityTaskCompleted: ACTIVITIES,
    timerStarted: TIMERS,
    timerCanceled: TIMERS,
    upsertWorkflowSearchAttributes: UPSERTS,
  });
  expect(counts.activities).toEqual({ record: RECORDINGS, ...Object.fromEntries(STEPS.map((step) => [step, 1])) });
});

test('a workflow task for each thing that wakes it, fewer where things come together', () => {
  const { workflowTaskScheduled = 0, workflowTaskStarted, workflowTaskCompleted } = counts.byType;
  expect([workflowTaskStarted, workflowTaskCompleted]).toEqual([workflowTaskScheduled, workflowTaskScheduled]);
  expect(workflowTaskScheduled).toBeLessThanOrEqual(MOST_TASKS);
  expect(counts.total).toBeLessThanOrEqual(1.15 * MINIMUM);
});
