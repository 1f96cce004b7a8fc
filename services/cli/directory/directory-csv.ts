import { wrongUsage } from '../failure';
import type { Encoding } from '../import/encoding';
import { openCsv } from '../import/open-csv';
import { foldName } from '../import/targets';
import { oneLine } from '../output/printable';

/** A row of the directory by its column names; absent cells are left out. */
export interface DirectoryRow {
  line: number;
  cells: Readonly<Record<string, string>>;
}

/** A file of the directory: what can be used, and a sentence for each column and row that cannot. */
export interface DirectoryFile {
  rows: readonly DirectoryRow[];
  problems: readonly string[];
}

/** Which columns a file of the directory has. */
export interface DirectoryShape {
  columns: readonly string[];
  required: readonly string[];
}

/** Reads people or accounts whole: a directory fits into memory, and is written in one go. */
export async function readDirectoryCsv(
  file: string,
  shape: DirectoryShape,
  options: { encoding: Encoding; delimiter?: string },
): Promise<DirectoryFile> {
  const csv = await openCsv(file, options.encoding, options.delimiter);
  const names = csv.header.map((given) => shape.columns.find((name) => foldName(name) === foldName(given)));
  const missing = shape.required.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    wrongUsage(
      `${file} has no column ${missing.join(', nor ')}.`,
      `Its columns are: ${csv.header.map((name) => oneLine(name)).join(', ')}; known are: ${shape.columns.join(', ')}.`,
      'Nothing was done.',
    );
  }
  const problems = csv.header
    .filter((given, at) => names[at] === undefined && given.trim() !== '')
    .map((given) => `line 1: the column "${oneLine(given)}" is not known and not used`);
  const rows: DirectoryRow[] = [];
  for await (const record of csv.records) {
    if (record.kind === 'broken') problems.push(`line ${record.line}: ${record.reason}`);
    else if (record.cells.length !== csv.header.length) {
      problems.push(`line ${record.line}: has ${record.cells.length} cells, but the header has ${csv.header.length}`);
    } else rows.push({ line: record.line, cells: named(names, record.cells) });
  }
  return { rows, problems };
}

function named(names: readonly (string | undefined)[], cells: readonly string[]): Record<string, string> {
  const fields = names.flatMap((name, at): [string, string][] => {
    const text = cells[at]?.trim() ?? '';
    return name === undefined || text === '' ? [] : [[name, text]];
  });
  return Object.fromEntries(fields);
}
