import { isTransient, raisePatiently } from './raise-patiently';
import type { ApiClient } from '../api/client';
import { ApiRefusal } from '../api/problem';
import type { CsvRecord } from './csv-records';
import type { ImportCounts } from './progress';
import { readRow } from './row-to-raise';
import type { RowReading } from './row-to-raise';

/** What an import needs besides its rows. */
export interface ImportWork {
  /** null: a dry run, which only reads. */
  api: ApiClient | null;
  reading: RowReading;
  concurrency: number;
  /** Ends the import once what is under way is done. */
  signal: AbortSignal;
  /** A row that was skipped, by its line. */
  onBad: (line: number, problems: readonly string[]) => void;
  /** After each row, with the line on which it began. */
  onProgress: (line: number, counts: ImportCounts) => void;
  onWait: (why: string) => void;
}

const STOPS: readonly number[] = [401, 403];

/**
 * Raises an escalation for each row, some at a time. A bad row is reported and the rest goes on; what would befall
 * every other row too (no right to raise, Upstairs away for long) ends it, once what is under way is done.
 */
export async function importRows(records: AsyncIterator<CsvRecord>, work: ImportWork): Promise<ImportCounts> {
  const counts: ImportCounts = {
    rows: 0,
    raised: 0,
    already: 0,
    bad: 0,
    cleaned: 0,
    shortened: 0,
    firstRaisedId: null,
  };
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, work.signal]);
  const worker = async () => {
    while (!signal.aborted) {
      const next = await records.next();
      if (next.done) return;
      await importRecord(next.value, work, counts);
      work.onProgress(next.value.line, counts);
    }
  };
  const workers = Array.from({ length: work.concurrency }, () =>
    worker().catch((error: unknown) => {
      stop.abort();
      throw error;
    }),
  );
  const ended = await Promise.allSettled(workers);
  const failed = ended.find((end) => end.status === 'rejected');
  if (failed) throw new ImportStopped(counts, failed.reason);
  return counts;
}

/** An import that ended before the end of its file, with what it had done; its cause says why. */
export class ImportStopped extends Error {
  constructor(
    readonly counts: ImportCounts,
    cause: unknown,
  ) {
    super('the import stopped', { cause });
    this.name = 'ImportStopped';
  }
}

async function importRecord(record: CsvRecord, work: ImportWork, counts: ImportCounts): Promise<void> {
  counts.rows += 1;
  const problems = record.kind === 'broken' ? [record.reason] : await importCells(record.cells, work, counts);
  if (problems.length === 0) return;
  counts.bad += 1;
  work.onBad(record.line, problems);
}

async function importCells(
  cells: readonly string[],
  work: ImportWork,
  counts: ImportCounts,
): Promise<readonly string[]> {
  const row = readRow(cells, work.reading);
  if (!row.ok) return row.problems;
  if (work.api) {
    try {
      const { result, id } = await raisePatiently(work.api, row.body, work.onWait);
      counts[result] += 1;
      if (result === 'raised') counts.firstRaisedId ??= id;
    } catch (error) {
      if (!(error instanceof ApiRefusal) || isTransient(error) || STOPS.includes(error.status)) throw error;
      return error.details.length > 0 ? error.details : [error.message];
    }
  }
  if (row.cleaned) counts.cleaned += 1;
  if (row.shortened) counts.shortened += 1;
  return [];
}
