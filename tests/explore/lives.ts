import * as fc from 'fast-check';
import type { Law } from '../domain/laws/law';
import { Violation } from '../domain/laws/law';
import { LAWS } from '../domain/laws/laws';
import type { Sequence } from '../domain/support/sequence';
import { live, sequences } from '../domain/support/sequence';
import type { Coverage } from './coverage';
import { covering, noCoverage } from './coverage';

/** A batch of lives: the same seed makes the same lives. */
export interface Batch {
  seed: number;
  lives: number;
  /** The laws to watch over them; empty: all. */
  laws: readonly string[];
  /** Whether a counterexample is made as small as it can be. */
  shrink: boolean;
}

/** How a batch went. */
export interface BatchResult {
  batch: Batch;
  coverage: Coverage;
  failure: Failure | null;
}

/** A broken law, or anything else that was thrown, with the life in which it happened. */
export interface Failure {
  law: string | null;
  detail: string;
  sequence: string;
  /** What happened in it, in words. */
  story: string[];
}

/** Lives through a batch under the watch of the laws. */
export function runBatch(batch: Batch): BatchResult {
  const laws = LAWS.filter(({ name }) => batch.laws.length === 0 || batch.laws.includes(name));
  const coverage = noCoverage();
  const counting = covering(coverage);
  const property = fc.property(sequences, (sequence) => {
    coverage.lives += 1;
    live(sequence, [...laws.map((law) => law.watch()), counting]);
  });
  const parameters = { seed: batch.seed, numRuns: batch.lives, endOnFailure: !batch.shrink };
  const { failed, counterexample, errorInstance } = fc.check(property, parameters);
  const failure = failed && counterexample ? failureOf(counterexample[0], laws, errorInstance) : null;
  return { batch, coverage, failure };
}

function failureOf(sequence: Sequence, laws: readonly Law[], error: unknown): Failure {
  const story: string[] = [];
  const tell = (line: string) => story.push(line);
  const telling = { event: ({ seq, type }: { seq: number; type: string }) => story.push(`    ${seq} ${type}`) };
  try {
    live(sequence, [telling, ...laws.map((law) => law.watch())], tell);
  } catch {
    // It is told up to the moment when it fails.
  }
  const law = error instanceof Violation ? error.law : null;
  const detail = error instanceof Error ? (law ? error.message : (error.stack ?? error.message)) : String(error);
  return { law, detail, sequence: JSON.stringify(sequence), story };
}
