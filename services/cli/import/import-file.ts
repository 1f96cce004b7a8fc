import { basename } from 'node:path';
import { IANAZone } from 'luxon';
import { connect } from '../api/connection';
import type { ApiClient } from '../api/client';
import { printJson } from '../commands/context';
import type { Context } from '../commands/context';
import { EXIT } from '../exit-codes';
import { CliFailure, messageOf, wrongUsage } from '../failure';
import type { ImportOptions } from './import-options';
import { ImportStopped, importRows } from './import-rows';
import { describeMapping, resolveMapping } from './mapping';
import { openCsv } from './open-csv';
import type { OpenCsv } from './open-csv';
import { importProgress } from './progress';
import type { ImportCounts } from './progress';
import { reportCounts, sendDigest } from './report';
import type { RowReading } from './row-to-raise';

const MOST_AT_A_TIME = 64;

/** Imports a file: everything about it is checked before the first row is raised. */
export async function importFile(context: Context, file: string, options: ImportOptions): Promise<void> {
  const { terminal } = context;
  const concurrency = readConcurrency(options.concurrency);
  if (!IANAZone.isValidZone(options.zone)) wrongUsage(`--zone ${options.zone}: there is no such time zone.`);
  const csv = await openCsv(file, options.encoding, options.delimiter);
  const reading = rowReading(file, csv, options);
  const api = options.dryRun ? null : await reachApi(context, options);
  terminal.err(`${options.dryRun ? 'Reading' : 'Importing'} ${file} as "${reading.source}":`);
  for (const line of describeMapping(reading.mapping)) terminal.err(line);
  const interruption = onInterrupt(() => terminal.err('Stopping: what is under way is finished first.'));
  const counts = await run(context, csv, { api, reading, concurrency, signal: interruption.signal });
  interruption.forget();
  if (api && options.digest) await sendDigest(terminal, api, reading.source, counts);
  if (options.json) printJson(terminal, { source: reading.source, dryRun: api === null, ...counts });
  else reportCounts(terminal, counts, api === null);
  if (interruption.signal.aborted) {
    throw new CliFailure(EXIT.interrupted, 'Interrupted. The same command again goes on where it stopped.');
  }
  if (counts.bad > 0) throw new CliFailure(EXIT.failed, `${counts.bad} of ${counts.rows} rows were skipped.`);
}

async function run(
  { terminal }: Context,
  csv: OpenCsv,
  work: { api: ApiClient | null; reading: RowReading; concurrency: number; signal: AbortSignal },
): Promise<ImportCounts> {
  const progress = importProgress(terminal, csv.totalLines);
  let lastWait = '';
  try {
    return await importRows(csv.records, {
      ...work,
      onBad: (line, problems) => progress.say(`line ${line}: ${problems.join('; ')}`),
      onProgress: (line, counts) => {
        lastWait = '';
        progress.update(line, counts);
      },
      onWait: (why) => {
        if (why !== lastWait) progress.say(`${why} Trying again …`);
        lastWait = why;
      },
    });
  } catch (error) {
    if (!(error instanceof ImportStopped)) throw error;
    progress.stop();
    reportCounts(terminal, error.counts, work.api === null);
    throw stopped(error.cause);
  } finally {
    progress.stop();
  }
}

/** Why the import ended early, and that nothing is lost by it. */
function stopped(cause: unknown): unknown {
  if (!(cause instanceof CliFailure)) return cause;
  return new CliFailure(cause.exitCode, `The import stopped: ${messageOf(cause)}`, [
    ...cause.details,
    'The same command again goes on where it stopped.',
  ]);
}

function rowReading(file: string, csv: OpenCsv, options: ImportOptions): RowReading {
  const source = (options.source ?? basename(file)).trim();
  if (source === '') wrongUsage('--source must not be empty.');
  const defaults = { 'account.name': `Unknown account (${source})`, door: 'internal-tool' };
  return {
    mapping: resolveMapping(file, csv.header, options.map, options.set, defaults),
    source,
    emptyMarks: options.empty,
    dates: { format: options.dateFormat ?? null, zone: options.zone },
  };
}

/** Finds out at once, before the first row, whether Upstairs is there and knows the key. */
async function reachApi({ config }: Context, options: ImportOptions): Promise<ApiClient> {
  const api = connect(config, options, 'manager', 'director');
  await api.get('/v1/me');
  return api;
}

function readConcurrency(given: string): number {
  const count = Number(given);
  if (Number.isInteger(count) && count >= 1 && count <= MOST_AT_A_TIME) return count;
  return wrongUsage(`--concurrency ${given}: give a number from 1 to ${MOST_AT_A_TIME}.`);
}

/** The first Ctrl-C ends the import in order; a second one ends the process as usual. */
function onInterrupt(tell: () => void): { signal: AbortSignal; forget: () => void } {
  const controller = new AbortController();
  const stop = () => {
    controller.abort();
    tell();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const forget = () => {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  };
  return { signal: controller.signal, forget };
}
