import { setImmediate as otherWork } from 'node:timers/promises';
import type { ClientBase } from 'pg';
import type { Trial, WhatIf } from '../../../domain/what-if/what-if';
import { addToWhatIf, NOTHING_YET } from '../../../domain/what-if/what-if';
import { ownNow } from '../../shared/own-now';
import type { Database } from '../../shared/store/database';
import { withConnection } from '../../shared/store/database';
import type { RecordedEscalation } from '../../shared/store/recorded-escalations';
import { journalsOf } from '../../shared/store/recorded-escalations';

/** So many journals are read at once. */
const BATCH = 25;

/** After so long in one piece other requests get their turn. */
const SLICE_MS = 15;

/** Progress is told so often at most. */
const TELL_EVERY_MS = 250;

/** How a trial ends before its time, and who hears of it meanwhile. */
export interface TrialWatch {
  signal: AbortSignal;
  onProgress: (done: number) => void;
}

/**
 * Tries a policy on recorded escalations, in slices: the process answers others between them. Nothing is kept.
 * @throws the signal's reason once nobody waits for it any more
 */
export async function tryPolicy(
  db: Database,
  trial: Trial,
  escalations: readonly RecordedEscalation[],
  { signal, onProgress }: TrialWatch,
): Promise<WhatIf> {
  return withConnection(db, async (client) => {
    let sum = NOTHING_YET;
    let [sliceFrom, toldAt] = [performance.now(), 0];
    for await (const [{ lastAt, lastRecordedAt }, events] of withJournals(client, escalations)) {
      sum = addToWhatIf(sum, events, trial, ownNow(lastAt, lastRecordedAt));
      if (performance.now() - sliceFrom < SLICE_MS) continue;
      if (performance.now() - toldAt >= TELL_EVERY_MS) {
        onProgress(sum.escalations);
        toldAt = performance.now();
      }
      await otherWork();
      signal.throwIfAborted();
      sliceFrom = performance.now();
    }
    onProgress(sum.escalations);
    return sum;
  });
}

/** Each escalation with its journal; while some are looked at the next ones are read. */
async function* withJournals(client: ClientBase, escalations: readonly RecordedEscalation[]) {
  const read = (from: number) =>
    journalsOf(
      client,
      escalations.slice(from, from + BATCH).map(({ id }) => id),
    );
  let ahead = read(0);
  for (let from = 0; from < escalations.length; from += BATCH) {
    const journals = await ahead;
    ahead = read(from + BATCH);
    // It is awaited in its turn; until then its failure must not count as unhandled.
    ahead.catch(() => undefined);
    for (const escalation of escalations.slice(from, from + BATCH)) {
      const events = journals.get(escalation.id) ?? [];
      if (events.length > 0) yield [escalation, events] as const;
    }
  }
  await ahead;
}
