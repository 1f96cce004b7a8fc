import { setTimeout as pause } from 'node:timers/promises';
import type { RunningSystem, Victim } from './running-system';

const BACK_WITHIN_MS = 60_000;

/** Kills each victim so often, in turn, each only when it is back from the last time. Answers how often each was killed. */
export async function killInTurn(
  system: RunningSystem,
  victims: readonly Victim[],
  times: number,
  betweenMs: number,
): Promise<Record<string, number>> {
  const killed: Record<string, number> = {};
  for (let round = 0; round < times; round += 1) {
    for (const victim of victims) {
      await pause(betweenMs * (0.5 + Math.random()));
      await killOnce(system, victim);
      killed[victim] = (killed[victim] ?? 0) + 1;
    }
  }
  return killed;
}

/** Kills a process that runs, and waits until another stands in its place. */
async function killOnce(system: RunningSystem, victim: Victim): Promise<void> {
  const deadline = Date.now() + BACK_WITHIN_MS;
  const before = system.pidOf(victim);
  if (before === null || !system.kill(victim)) throw new Error(`${victim} does not run`);
  for (let now = system.pidOf(victim); now === null || now === before; now = system.pidOf(victim)) {
    if (Date.now() > deadline) throw new Error(`${victim} did not come back`);
    await pause(50);
  }
}
