import path from 'node:path';
import { LAWS } from '../domain/laws/laws';
import { addCoverage, coverageLines, noCoverage } from './coverage';
import type { Batch, Failure } from './lives';
import { runOnThreads } from './threads';

/** Small enough to hear from it every few seconds, and to find a life again by its batch's seed. */
const LIVES_A_BATCH = 2_500;
const PROGRESS_EVERY_MS = 10_000;

const number = (value: number) => Math.round(value).toLocaleString('en-US');

/** Lives through so many escalations and says what held, what did not, and what was covered. Answers with the exit code. */
export async function explore(lives: number, seed: number, threads: number): Promise<number> {
  const coverage = noCoverage();
  const failures: Failure[] = [];
  const startedAt = performance.now();
  let toldAt = startedAt;
  let given = 0;
  const rate = () => (coverage.lives / (performance.now() - startedAt)) * 1_000;
  console.log(
    `Exploring ${number(lives)} lives of escalations under ${LAWS.length} laws, on ${threads} threads, from seed ${seed} on.`,
  );
  const next = (): Batch | null => {
    if (given >= lives) return null;
    const batch = {
      seed: seed + given / LIVES_A_BATCH,
      lives: Math.min(LIVES_A_BATCH, lives - given),
      laws: [],
      shrink: true,
    };
    given += LIVES_A_BATCH;
    return batch;
  };
  await runOnThreads(Array<string>(threads).fill(path.resolve(__dirname, '../..')), next, (result) => {
    addCoverage(coverage, result.coverage);
    if (result.failure) {
      failures.push(result.failure);
      tell(result.failure, result.batch);
    }
    if (performance.now() - toldAt < PROGRESS_EVERY_MS) return;
    toldAt = performance.now();
    console.log(
      `  ${number(coverage.lives)} of ${number(lives)}, ${number(rate())} a second, ${failures.length} violations`,
    );
  });
  console.log(coverageLines(coverage).join('\n'));
  console.log(`${((performance.now() - startedAt) / 1_000).toFixed(0)} s, ${number(rate())} lives a second.`);
  return summary(failures);
}

function tell({ law, detail, sequence, story }: Failure, { seed }: Batch): void {
  console.log(`\nVIOLATION in the batch of seed ${seed}${law ? '' : ' (no law: it threw)'}: ${detail}`);
  console.log(story.map((line) => `  ${line}`).join('\n'));
  console.log(`  shrunk to: ${sequence}\n`);
}

function summary(failures: readonly Failure[]): number {
  for (const { name } of LAWS) {
    const broken = failures.filter(({ law }) => law === name).length;
    console.log(`${broken === 0 ? ' 0 violations' : `${String(broken).padStart(2)} VIOLATIONS`}  ${name}`);
  }
  const thrown = failures.filter(({ law }) => law === null).length;
  console.log(
    `${failures.length} violations in all${thrown > 0 ? `, ${thrown} of them errors that were thrown` : ''}.`,
  );
  return failures.length === 0 ? 0 : 1;
}
