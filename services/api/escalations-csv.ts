import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import type { Response } from 'express';
import type { Database } from '../shared/store/database';
import { listedByIds, listEscalationIds, type EscalationQuery } from '../shared/store/escalations';
import { STREAMED } from './http/endpoint';
import { listedItemColumns } from './views/escalation-csv-view';
import { itemViews } from './listed-escalations';
import { Problem } from './problems/problem';

/** An export holds so many escalations at most. */
const MOST_ROWS = 50_000;

const BATCH = 500;

/** Whoever takes nothing for so long is cut off. */
const PATIENCE_MS = 60_000;

/**
 * Writes all that match as CSV, batch by batch, as fast as the reader takes it. Which they are, and their order, is as
 * of one moment, so nothing that moves meanwhile is missing or there twice.
 * @throws Problem too-many-rows
 */
export async function sendEscalationsCsv(
  db: Database,
  res: Response,
  query: Omit<EscalationQuery, 'limit'>,
): Promise<typeof STREAMED> {
  const ids = await listEscalationIds(db, { ...query, limit: MOST_ROWS + 1 });
  if (ids.length > MOST_ROWS) {
    const detail = `More than ${MOST_ROWS.toLocaleString('en')} escalations match; narrow it, for instance by raised_from and raised_to.`;
    throw new Problem('too-many-rows', detail);
  }
  res.status(200).set({
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="escalations-${new Date().toISOString().slice(0, 10)}.csv"`,
    'Cache-Control': 'no-store',
  });
  res.setTimeout(PATIENCE_MS, () => res.destroy());
  await pipeline(Readable.from(csvOf(db, ids)), res).catch((error: unknown) => {
    // The reader went away, which is theirs to do.
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE')) throw error;
  });
  return STREAMED;
}

async function* csvOf(db: Database, ids: readonly string[]): AsyncGenerator<string> {
  yield csv([Object.keys(listedItemColumns)]);
  for (let start = 0; start < ids.length; start += BATCH) {
    const rows = await listedByIds(db, ids.slice(start, start + BATCH));
    const items = await itemViews(db, rows);
    yield csv(items.map((item) => Object.values(listedItemColumns).map((cell) => cell(item))));
  }
}

/** As the timeline's: no spreadsheet takes a cell for a formula. */
function csv(rows: readonly (readonly (string | number)[])[]): string {
  return stringify([...rows.map((row) => [...row])], { escape_formulas: true, record_delimiter: 'windows' });
}
