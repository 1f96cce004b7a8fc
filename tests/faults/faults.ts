import { castOf } from './cast';
import type { Findings } from './checks';
import { check } from './checks';
import { killInTurn } from './kills';
import { Life } from './life';
import { RunningSystem } from './running-system';
import type { Victim } from './running-system';

/** How much is to happen. */
export interface FaultPlan {
  escalations: number;
  victims: readonly Victim[];
  killsEach: number;
  betweenKillsMs: number;
}

/** What happened, and what was found wrong. */
export interface FaultReport {
  kills: Record<string, number>;
  operations: number;
  findings: Findings;
}

/**
 * Runs a system, lets people act on its escalations while its processes are killed, and holds the end against all that
 * was acknowledged to them.
 */
export async function runFaults(plan: FaultPlan, say: (line: string) => void): Promise<FaultReport> {
  const system = await RunningSystem.start();
  try {
    say(`running at ${system.url}`);
    const cast = castOf(system);
    const lives = await inParallel(plan.escalations, (number) => Life.begin(cast, number + 1));
    say(`${lives.length} escalations raised`);
    let killing = true;
    const kills = killInTurn(system, plan.victims, plan.killsEach, plan.betweenKillsMs).finally(
      () => (killing = false),
    );
    await Promise.all([kills, inParallel(lives.length, (index) => live(lives[index] as Life, () => killing))]);
    say(`killed ${JSON.stringify(await kills)}; holding the end against what was acknowledged`);
    const witnesses = lives.map(({ witness }) => witness);
    const operations = witnesses.reduce((sum, { notes, steps }) => sum + notes.length + steps.length, 0);
    return { kills: await kills, operations, findings: await check(system, cast, witnesses) };
  } finally {
    await system.stop();
  }
}

/** People go on acting for as long as there are kills; then those that are to be settled are. */
async function live(life: Life, killing: () => boolean): Promise<void> {
  const { settles } = life.witness;
  await life.note('first word');
  if (settles) await life.answer();
  do await life.note('one more word');
  while (killing() && life.witness.notes.length < 40);
  if (settles) await life.settle();
}

const AT_ONCE = 25;

async function inParallel<T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const hands = Array.from({ length: Math.min(AT_ONCE, count) }, async () => {
    for (let index = next++; index < count; index = next++) results[index] = await work(index);
  });
  await Promise.all(hands);
  return results;
}
