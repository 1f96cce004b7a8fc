import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { World } from '../../tests/support/world';
import startServers from '../../tests/support/global-setup';
import stopServers from '../../tests/support/global-teardown';
import { BODIES } from '../../tests/workflows/bodies';
import { CAST, Stage } from '../../tests/workflows/stage';
import { ESCALATIONS_QUEUE } from '../../workflows/names';
import type { Subject } from './subjects';
import { SUBJECTS } from './subjects';
import type { Weight, WorkerOrder } from './worker';

/** Cached workflows at each weighing; the first ones only warm the worker up. */
const MARKS = [50, 125, 200, 275, 350];
const AT_ONCE = 10;
const SETTLE_MS = 2_000;
/** What one cached escalation at rest may cost, in RSS of its worker. */
const LIMIT_MB = 0.35;
const MB = 1024 * 1024;

/** The growth for each cached workflow, in bytes. */
interface Slope {
  rss: number;
  heap: number | null;
}

/** Weighs what one cached escalation costs a worker, beside a workflow that does nothing. */
async function main(): Promise<void> {
  await startServers();
  try {
    console.log(`MB for each cached workflow, from ${MARKS[0]} to ${MARKS.at(-1)} of them (limit ${LIMIT_MB}):`);
    for (const subject of SUBJECTS) {
      const { rss } = await measure(subject, false);
      const { heap } = await measure(subject, true);
      console.log(`${subject.padEnd(10)} RSS ${inMb(rss)}   heap ${inMb(heap ?? 0)}`);
      if (subject === 'raised' && rss > LIMIT_MB * MB) process.exitCode = 1;
    }
  } finally {
    await stopServers();
  }
}

async function measure(subject: Subject, mainThread: boolean): Promise<Slope> {
  const stage = await Stage.create({ services: subject === 'half-way' ? ['notifier'] : [] });
  const worker = await startWorker(subject, stage.world, mainThread);
  const points: { cached: number; weight: Weight }[] = [];
  let cached = 0;
  for (const mark of MARKS) {
    for (; cached < mark; cached += AT_ONCE) {
      const count = Math.min(AT_ONCE, mark - cached);
      await Promise.all(Array.from({ length: count }, (_, index) => fill(stage, subject, cached + index)));
    }
    cached = mark;
    await sleep(SETTLE_MS);
    points.push({ cached, weight: await weigh(worker) });
  }
  worker.kill('SIGKILL');
  await stage.close();
  const slopeOf = (pick: (weight: Weight) => number) => slope(points.map((one) => [one.cached, pick(one.weight)]));
  return { rss: slopeOf(({ rss }) => rss), heap: mainThread ? slopeOf(({ heap }) => heap ?? 0) : null };
}

/** One more workflow in the cache, with everything recorded. */
async function fill(stage: Stage, subject: Subject, index: number): Promise<void> {
  if (subject === 'no-op') {
    const start = { workflowId: `no-op-${index}`, taskQueue: ESCALATIONS_QUEUE };
    await stage.world.client.workflow.start('noOp', start);
    return;
  }
  const story = await stage.raise();
  if (subject === 'half-way') {
    await story.send('intake', CAST.manager, BODIES.intake);
    await story.send('investigation', CAST.owner, BODIES.investigation);
  }
  await story.untilQuiet();
}

async function startWorker(subject: Subject, world: World, mainThread: boolean): Promise<ChildProcess> {
  const { databaseUrl, temporalAddress, namespace } = world;
  const order: WorkerOrder = { subject, databaseUrl, temporalAddress, namespace, mainThread };
  const file = path.join(__dirname, 'worker.js');
  const worker = fork(file, [JSON.stringify(order)], { execArgv: ['--expose-gc'] });
  await once(worker, 'message');
  return worker;
}

async function weigh(worker: ChildProcess): Promise<Weight> {
  worker.send('weigh');
  const [weight] = (await once(worker, 'message')) as [Weight];
  return weight;
}

/** The slope of the line through points by least squares. */
function slope(points: readonly (readonly [number, number])[]): number {
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  const covariance = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return covariance / points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}

const inMb = (bytes: number) => (bytes / MB).toFixed(3);

void main();
