import { createHash } from 'node:crypto';
import { raiseSchema } from '../../../domain/intake.schema';
import { shorten, toOneLine, withoutControls } from './clean-text';
import type { Mapping } from './mapping';
import { ValueProblem, currencyIn, readDay, readFlag, readMinorUnits, readMoment } from './values';
import type { DateReading } from './values';

const SUMMARY_LENGTH = 300;
const NARRATIVE_LENGTH = 100_000;
const REF_LENGTH = 300;

/** How rows become raises. */
export interface RowReading {
  mapping: Mapping;
  /** Names the list that the rows come from; part of each external reference. */
  source: string;
  /** What stands for an empty cell. */
  emptyMarks: readonly string[];
  dates: DateReading;
}

/** The body of a raise. */
export interface RaiseDraft {
  externalRef: string;
  [field: string]: unknown;
}

/** A row as the raise that it asks for, or why it cannot be one. */
export type ReadRow =
  { ok: true; body: RaiseDraft; cleaned: boolean; shortened: boolean } | { ok: false; problems: readonly string[] };

type Cell = (path: string) => string | undefined;

/** Reads a row; what the API would refuse is refused here, without asking it. */
export function readRow(cells: readonly string[], reading: RowReading): ReadRow {
  const { header } = reading.mapping;
  if (cells.slice(header.length).some((cell) => cell.trim() !== '') || cells.length < header.length) {
    return { ok: false, problems: [`has ${cells.length} cells, but the header has ${header.length}`] };
  }
  const cellAt = cellReader(cells, reading);
  try {
    const { body, shortened } = draft(cells, cellAt, reading);
    const checked = raiseSchema.safeParse(body);
    if (checked.success)
      return { ok: true, body, shortened, cleaned: cells.some((cell) => withoutControls(cell) !== cell) };
    return { ok: false, problems: checked.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) };
  } catch (error) {
    if (error instanceof ValueProblem) return { ok: false, problems: [error.message] };
    throw error;
  }
}

function draft(cells: readonly string[], cellAt: Cell, reading: RowReading): { body: RaiseDraft; shortened: boolean } {
  const whole = toOneLine(cellAt('summary') ?? '');
  const summary = shorten(whole, SUMMARY_LENGTH);
  const told = cellAt('narrative') ?? (summary === whole ? '' : (cellAt('summary') ?? ''));
  const narrative = shorten(told, NARRATIVE_LENGTH);
  const body = withoutAbsent({
    account: withoutAbsent({
      name: lineOf(cellAt, 'account.name'),
      tier: wordOf(cellAt, 'account.tier'),
      arr: arrOf(cellAt),
      customerSince: readDay('account.customerSince', cellAt('account.customerSince'), reading.dates),
      csmId: cellAt('account.csmId'),
    }),
    summary,
    narrative,
    severity: wordOf(cellAt, 'severity'),
    scope: wordOf(cellAt, 'scope'),
    origin: wordOf(cellAt, 'origin'),
    door: wordOf(cellAt, 'door'),
    contact: contactOf(cellAt),
    public: readFlag('public', cellAt('public')),
    threatensPublic: readFlag('threatensPublic', cellAt('threatensPublic')),
    threatensLegal: readFlag('threatensLegal', cellAt('threatensLegal')),
    receivedAt: readMoment('receivedAt', cellAt('receivedAt'), reading.dates),
    imported: true,
  });
  const externalRef = externalRefOf(reading.source, lineOf(cellAt, 'externalRef'), cells);
  return { body: { ...body, externalRef }, shortened: summary !== whole || narrative !== told };
}

function cellReader(cells: readonly string[], { mapping, emptyMarks }: RowReading): Cell {
  return (path) => {
    const column = mapping.columns.get(path);
    const raw = column === undefined ? mapping.constants.get(path) : cells[column];
    const text = withoutControls(raw ?? '').trim();
    return text === '' || emptyMarks.includes(text) ? undefined : text;
  };
}

/** The same row has the same reference in every run: by its id, or by everything it holds where it has none. */
function externalRefOf(source: string, id: string | undefined, cells: readonly string[]): string {
  const name = id ?? `row-${hash(JSON.stringify(cells))}`;
  const ref = `import:${source}:${name}`;
  return ref.length <= REF_LENGTH ? ref : `${shorten(`import:${source}`, 200)}:${hash(ref)}`;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function arrOf(cellAt: Cell): { amount: number; currency: string } | undefined {
  const amount = cellAt('account.arr');
  if (amount === undefined) return undefined;
  const currency = cellAt('account.currency')?.toUpperCase() ?? currencyIn(amount);
  if (currency === undefined)
    throw new ValueProblem('account.currency', amount, 'has no currency (--set currency=USD)');
  return { amount: readMinorUnits('account.arr', amount, currency), currency };
}

function contactOf(cellAt: Cell): { name?: string; email?: string } | undefined {
  const contact = withoutAbsent({ name: lineOf(cellAt, 'contact.name'), email: cellAt('contact.email') });
  return Object.keys(contact).length === 0 ? undefined : contact;
}

function lineOf(cellAt: Cell, path: string): string | undefined {
  const text = cellAt(path);
  return text === undefined ? undefined : toOneLine(text);
}

/** A word of a fixed list, however it is written: `Mid Market` is `mid-market`. */
function wordOf(cellAt: Cell, path: string): string | undefined {
  return cellAt(path)
    ?.toLowerCase()
    .replace(/[\s_]+/g, '-');
}

function withoutAbsent<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
