import { parseArgs } from 'node:util';
import startServers from '../../tests/support/global-setup';
import stopServers from '../../tests/support/global-teardown';
import { bareSubject } from './bare-subject';
import { ourSubject } from './our-subject';
import { printSlow, printSteady, verdict } from './report';
import { measureSlow } from './slow-listener';
import { measureSteady, warmUp } from './steady';

const { values } = parseArgs({
  options: { listeners: { type: 'string', default: '1000' }, batches: { type: 'string', default: '200' } },
});

/** More than the sockets of a reader who does not read can hold. */
const HISTORY = 30_000;

/** `npm run bench -- sse`: what it takes to tell many listeners of every change, beside the least that it can take. */
async function main(): Promise<void> {
  const plan = { listeners: Number(values.listeners), batches: Number(values.batches), gapMs: 100 };
  await startServers();
  const [ours, bare] = [await ourSubject(HISTORY), await bareSubject()];
  try {
    await warmUp(ours);
    await warmUp(bare);
    const steady = await measureSteady(ours, bare, plan);
    printSteady(plan, steady);
    const slow = await measureSlow(ours, plan);
    printSlow(slow);
    const failings = verdict(steady, slow);
    for (const failing of failings) console.log(`NOT MET  ${failing}`);
    if (failings.length === 0) console.log('All limits are kept.');
    process.exitCode = failings.length === 0 ? 0 : 1;
  } finally {
    await bare.close();
    await ours.close();
    await stopServers();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
