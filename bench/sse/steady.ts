import { setTimeout as sleep } from 'node:timers/promises';
import { Crowd } from './crowd';
import type { Happening, Reception } from './messages';
import { MemoryWatch, residentBytes } from './resident';
import type { Subject } from './subject';

/** How much is measured. */
export interface Plan {
  listeners: number;
  /** Batches of events that each side tells, one every `gapMs`. */
  batches: number;
  gapMs: number;
}

/** How one side did. */
export interface Side {
  name: string;
  reception: Reception;
  /** Of each block, in their order. */
  blocksP99Ms: number[];
  restBytes: number;
  mostBytes: number;
}

/** Both sides in one run. */
export interface Steady {
  ours: Side;
  bare: Side;
}

const PAIRS = 4;
const WATCH_EVERY_MS = 500;
const SETTLE_MS = 1_500;
const WARM_LISTENERS = 50;
const WARM_BATCHES = 20;

interface Running {
  subject: Subject;
  crowd: Crowd;
  restBytes: number;
  watch: MemoryWatch;
  all: Happening[];
  blocksP99Ms: number[];
}

/** Runs the code of a side until the machine knows it, so that its memory at rest is one of a process in use. */
export async function warmUp(subject: Subject): Promise<void> {
  const crowd = await Crowd.open(subject.url, subject.eyes(WARM_LISTENERS));
  await tell(subject, WARM_BATCHES, 20);
  await crowd.close();
}

/** Lets a side tell so many batches at a steady pace. */
export async function tell(subject: Subject, batches: number, gapMs: number): Promise<Happening[]> {
  const happenings: Happening[] = [];
  const begunAt = performance.now();
  for (let batch = 0; batch < batches; batch += 1) {
    await sleep(Math.max(0, begunAt + batch * gapMs - performance.now()));
    happenings.push(...(await subject.happen()));
  }
  await sleep(SETTLE_MS);
  return happenings;
}

/** Measures both sides in turns (ours, bare, bare, ours …), all listeners connected all the time. */
export async function measureSteady(ours: Subject, bare: Subject, plan: Plan): Promise<Steady> {
  const sides = { ours: await begin(ours, plan), bare: await begin(bare, plan) };
  const batches = Math.ceil(plan.batches / PAIRS);
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const order = pair % 2 === 0 ? [sides.ours, sides.bare] : [sides.bare, sides.ours];
    for (const side of order) await block(side, batches, plan.gapMs);
  }
  return { ours: await end(sides.ours), bare: await end(sides.bare) };
}

async function begin(subject: Subject, { listeners }: Plan): Promise<Running> {
  const restBytes = await residentBytes(subject.pid);
  const watch = new MemoryWatch(subject.pid, WATCH_EVERY_MS);
  const crowd = await Crowd.open(subject.url, subject.eyes(listeners));
  return { subject, crowd, restBytes, watch, all: [], blocksP99Ms: [] };
}

async function block(side: Running, batches: number, gapMs: number): Promise<void> {
  const happenings = await tell(side.subject, batches, gapMs);
  side.all.push(...happenings);
  const { reception } = await side.crowd.report(happenings, await side.subject.visible());
  side.blocksP99Ms.push(reception.p99Ms);
}

async function end({ subject, crowd, restBytes, watch, all, blocksP99Ms }: Running): Promise<Side> {
  const { reception } = await crowd.report(all, await subject.visible());
  const mostBytes = watch.end();
  await crowd.close();
  return { name: subject.name, reception, blocksP99Ms, restBytes, mostBytes };
}
