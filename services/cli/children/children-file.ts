import { randomUUID } from 'node:crypto';
import { IANAZone } from 'luxon';
import type { ApiClient } from '../api/client';
import { connect } from '../api/connection';
import type { EscalationView } from '../api/views';
import { printJson } from '../commands/context';
import type { Context } from '../commands/context';
import { EXIT } from '../exit-codes';
import { CliFailure, wrongUsage } from '../failure';
import type { ImportOptions } from '../import/import-options';
import { describeMapping, resolveMapping } from '../import/mapping';
import { openCsv } from '../import/open-csv';
import type { OpenCsv } from '../import/open-csv';
import { readRow } from '../import/row-to-raise';
import type { RaiseDraft, RowReading } from '../import/row-to-raise';
import { printTable } from '../output/table';
import type { Terminal } from '../output/terminal';

/** The options as commander gives them. */
export type ChildrenOptions = Omit<ImportOptions, 'source' | 'concurrency' | 'digest'>;

/** Small enough for a request, and to hear from it every few seconds. */
const AT_ONCE = 50;

/** A row of the file, and what became of it. */
interface Row {
  line: number;
  account: string;
  outcome: string;
  ref: string | null;
  detail: string | null;
}

interface RaisedChildren {
  items: { outcome: string; escalation?: { ref: string }; problem?: { detail: string } }[];
}

/** Raises an escalation for each row of a file under an umbrella; everything about the file is checked before. */
export async function raiseChildrenOf(
  context: Context,
  ref: string,
  file: string,
  options: ChildrenOptions,
): Promise<void> {
  const { terminal, config } = context;
  if (!IANAZone.isValidZone(options.zone)) wrongUsage(`--zone ${options.zone}: there is no such time zone.`);
  const csv = await openCsv(file, options.encoding, options.delimiter);
  const api = connect(config, options, 'manager', 'director');
  const umbrella = await api.get<EscalationView>(`/v1/escalations/${encodeURIComponent(ref)}`);
  const reading = rowReading(file, csv, umbrella, options);
  terminal.err(`Raising the rows of ${file} under ${umbrella.ref}:`);
  for (const line of describeMapping(reading.mapping)) terminal.err(line);
  const { rows, drafts } = await readAll(csv, reading);
  if (!options.dryRun) await raiseAll(terminal, api, umbrella, drafts);
  report(terminal, rows, options);
}

function rowReading(file: string, csv: OpenCsv, { ref, summary, door }: EscalationView, options: ChildrenOptions) {
  const defaults = { summary, door };
  return {
    mapping: resolveMapping(file, csv.header, options.map, options.set, defaults),
    source: ref,
    emptyMarks: options.empty,
    dates: { format: options.dateFormat ?? null, zone: options.zone },
  };
}

interface Draft {
  row: Row;
  body: RaiseDraft;
}

/** The whole list is read first: an outage's accounts fit in memory. */
async function readAll(csv: OpenCsv, reading: RowReading): Promise<{ rows: Row[]; drafts: Draft[] }> {
  const rows: Row[] = [];
  const drafts: Draft[] = [];
  for await (const record of csv.records) {
    const row: Row = { line: record.line, account: '', outcome: 'skipped', ref: null, detail: null };
    rows.push(row);
    const read =
      record.kind === 'broken' ? { ok: false as const, problems: [record.reason] } : readRow(record.cells, reading);
    if (!read.ok) {
      row.detail = read.problems.join('; ');
      continue;
    }
    row.account = (read.body.account as { name?: string } | undefined)?.name ?? '';
    row.outcome = 'could be raised';
    const externalRef = read.body.externalRef.replace(/^import:/, 'umbrella:');
    // They are new complaints of today, not an older list: their clocks speak up at once.
    drafts.push({ row, body: { ...read.body, externalRef, imported: false } });
  }
  return { rows, drafts };
}

async function raiseAll(
  terminal: Terminal,
  api: ApiClient,
  { id }: EscalationView,
  drafts: readonly Draft[],
): Promise<void> {
  for (let from = 0; from < drafts.length; from += AT_ONCE) {
    const batch = drafts.slice(from, from + AT_ONCE);
    const body = { items: batch.map((one) => one.body) };
    const { items } = await api.post<RaisedChildren>(`/v1/escalations/${id}/children`, body, randomUUID());
    items.forEach(({ outcome, escalation, problem }, index) => {
      const row = batch[index]?.row;
      if (row) Object.assign(row, { outcome, ref: escalation?.ref ?? null, detail: problem?.detail ?? null });
    });
    terminal.err(`${Math.min(from + AT_ONCE, drafts.length)} of ${drafts.length} rows …`);
  }
}

function report(terminal: Terminal, rows: readonly Row[], { json, dryRun }: ChildrenOptions): void {
  const bad = rows.filter(({ outcome }) => outcome === 'skipped' || outcome === 'refused').length;
  if (json) printJson(terminal, { dryRun: dryRun === true, rows });
  else {
    printTable(
      terminal,
      [
        { title: 'LINE', of: (row) => row.line, align: 'right' },
        { title: 'ACCOUNT', of: (row) => row.account },
        { title: 'OUTCOME', of: (row) => row.outcome },
        { title: 'REF', of: (row) => row.ref },
        { title: 'WHY', of: (row) => row.detail, gives: true },
      ],
      rows,
    );
  }
  if (bad > 0) throw new CliFailure(EXIT.failed, `${bad} of ${rows.length} rows were not raised.`);
}
