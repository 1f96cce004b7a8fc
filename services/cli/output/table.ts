import { cutTo, oneLine } from './printable';
import type { Terminal } from './terminal';

/** A column: its heading, and how a row shows in it. One column may give way when the screen is narrow. */
export interface Column<Row> {
  title: string;
  of: (row: Row) => string | number | null | undefined;
  align?: 'right';
  /** Is cut first where the screen is too narrow. */
  gives?: boolean;
}

const GAP = '  ';
const LEAST_WIDTH = 12;

/** Prints rows in aligned columns, each row on one line, no wider than the terminal. */
export function printTable<Row>(terminal: Terminal, columns: readonly Column<Row>[], rows: readonly Row[]): void {
  const cells = rows.map((row) => columns.map((column) => oneLine(String(column.of(row) ?? '–'))));
  const widths = fit(columns, naturalWidths(columns, cells), terminal.width);
  const line = (values: readonly string[]) =>
    values
      .map((value, at) => pad(cutTo(widths[at] ?? 0, value), widths[at] ?? 0, columns[at]?.align))
      .join(GAP)
      .trimEnd();
  terminal.out(terminal.style('bold', line(columns.map((column) => column.title))));
  for (const row of cells) terminal.out(line(row));
}

function naturalWidths(columns: readonly Column<never>[], cells: readonly string[][]): number[] {
  return columns.map((column, at) =>
    cells.reduce((widest, row) => Math.max(widest, [...(row[at] ?? '')].length), column.title.length),
  );
}

function fit(columns: readonly Column<never>[], widths: number[], available: number): number[] {
  const excess = widths.reduce((sum, width) => sum + width + GAP.length, -GAP.length) - available;
  const giving = columns.findIndex((column) => column.gives);
  if (excess <= 0 || giving < 0) return widths;
  return widths.map((width, at) => (at === giving ? Math.max(LEAST_WIDTH, width - excess) : width));
}

function pad(text: string, width: number, align: 'right' | undefined): string {
  const blanks = ' '.repeat(Math.max(0, width - [...text].length));
  return align === 'right' ? blanks + text : text + blanks;
}

/** Prints facts as `name  value` lines, aligned; absent values are left out. */
export function printFacts(terminal: Terminal, facts: readonly (readonly [string, string | null | undefined])[]): void {
  const known = facts.filter((fact): fact is readonly [string, string] => fact[1] !== null && fact[1] !== undefined);
  const width = Math.max(0, ...known.map(([name]) => name.length));
  for (const [name, value] of known) {
    terminal.out(`${terminal.style('dim', name.padEnd(width))}  ${oneLine(value)}`);
  }
}
