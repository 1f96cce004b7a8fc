import { median, table } from './figures';
import type { Slow } from './slow-listener';
import type { Plan, Side, Steady } from './steady';
import { EVENTS_A_BATCH } from './subject';

const MB = 1024 * 1024;
const KB = 1024;

/** What the issue of the console asks for. */
const LIMITS = { p99Ms: 1_000, memoryMb: 150 };

/** Prints how both sides did, side by side. */
export function printSteady({ listeners, batches, gapMs }: Plan, { ours, bare }: Steady): void {
  console.log(
    `\n${listeners} listeners of one process; ${batches} batches of ${EVENTS_A_BATCH} events, one every ${gapMs} ms\n`,
  );
  const row = (name: string, tell: (side: Side) => string, ratio = '') => [name, tell(ours), tell(bare), ratio];
  const ofReception = (name: string, field: keyof Side['reception'], ratio = '') =>
    row(name, ({ reception }) => figure(reception[field], field.endsWith('Ms')), ratio);
  const rows = [
    ['', ours.name, bare.name, 'ratio'],
    ...(['expected', 'received', 'missed', 'duplicated', 'leaked'] as const).map((field) => ofReception(field, field)),
    ofReception('recorded to received, p50 ms', 'p50Ms'),
    ofReception('p95 ms', 'p95Ms'),
    ofReception('p99 ms', 'p99Ms', `${pairedRatio(ours, bare).toFixed(2)} (median of pairs)`),
    ofReception('slowest ms', 'maxMs'),
    row('RSS before, MB', ({ restBytes }) => (restBytes / MB).toFixed(1)),
    row('RSS more with them, MB', (side) => (moreBytes(side) / MB).toFixed(1)),
    row('RSS a listener, KB', (side) => (moreBytes(side) / listeners / KB).toFixed(1), memoryRatio(ours, bare)),
  ];
  console.log(table(rows));
}

/** Prints how the others did beside one who never reads. */
export function printSlow({ reception, cutOffAfterMs }: Slow): void {
  const { p50Ms, p99Ms, maxMs, missed } = reception;
  console.log(`\nThe same, with one more listener who asks for all that ever happened and never reads\n`);
  console.log(
    `the others: p50 ${p50Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms, slowest ${maxMs.toFixed(1)} ms, missed ${missed}`,
  );
  const when = cutOffAfterMs === null ? 'never' : `after ${(cutOffAfterMs / 1000).toFixed(1)} s`;
  console.log(`the slow one was cut off ${when}\n`);
}

/** Which limits were not kept, in words. */
export function verdict({ ours }: Steady, slow: Slow): string[] {
  const found: string[] = [];
  for (const [when, { missed, duplicated, leaked, p99Ms }] of [
    ['', ours.reception],
    [' beside a slow one', slow.reception],
  ] as const) {
    if (missed + duplicated + leaked > 0) found.push(`every event once, and only to whom it concerns${when}`);
    if (p99Ms > LIMITS.p99Ms) found.push(`p99 within ${LIMITS.p99Ms} ms${when}: ${p99Ms.toFixed(0)} ms`);
  }
  const memoryMb = moreBytes(ours) / MB;
  if (memoryMb > LIMITS.memoryMb) found.push(`${LIMITS.memoryMb} MB at most: ${memoryMb.toFixed(0)} MB`);
  if (slow.cutOffAfterMs === null) found.push('who does not read is cut off');
  return found;
}

const moreBytes = ({ mostBytes, restBytes }: Side) => Math.max(0, mostBytes - restBytes);

function pairedRatio(ours: Side, bare: Side): number {
  return median(ours.blocksP99Ms.map((ms, index) => ms / (bare.blocksP99Ms[index] ?? NaN)));
}

function memoryRatio(ours: Side, bare: Side): string {
  return (moreBytes(ours) / moreBytes(bare)).toFixed(2);
}

const figure = (value: number, isMs: boolean) => (isMs ? value.toFixed(1) : String(value));
