import { parseArgs } from 'node:util';
import { runFaults } from './faults';

const { values } = parseArgs({
  options: { escalations: { type: 'string', default: '100' }, kills: { type: 'string', default: '10' } },
});

/** `npm run faults`: kills of worker, API and Temporal server over running escalations, with people acting. */
async function main(): Promise<void> {
  const startedAt = Date.now();
  const say = (line: string) => console.log(`${((Date.now() - startedAt) / 1000).toFixed(1).padStart(6)} s  ${line}`);
  const plan = {
    escalations: Number(values.escalations),
    victims: ['worker', 'api', 'temporal'] as const,
    killsEach: Number(values.kills),
    betweenKillsMs: 1_500,
  };
  const { kills, operations, findings } = await runFaults(plan, say);
  say(`kills ${JSON.stringify(kills)} over ${plan.escalations} escalations, ${operations} acknowledged operations`);
  let wrong = 0;
  for (const [kind, found] of Object.entries(findings) as [string, string[]][]) {
    console.log(`${kind.padEnd(15)} ${found.length}`);
    for (const one of found.slice(0, 20)) console.log(`  ${one}`);
    wrong += found.length;
  }
  process.exit(wrong === 0 ? 0 : 1);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
