import { stat } from 'node:fs/promises';
import { messageOf, wrongUsage } from '../failure';
import { csvRecords, guessDelimiter } from './csv-records';
import type { CsvRecord } from './csv-records';
import { checkEncoding, readText } from './encoding';
import type { Encoding } from './encoding';

/** A CSV file whose header was read; its records follow. */
export interface OpenCsv {
  header: readonly string[];
  records: AsyncGenerator<CsvRecord>;
  totalLines: number;
}

/** Opens a CSV file; one that cannot be read as such is refused before anything is done. */
export async function openCsv(file: string, encoding: Encoding, delimiter?: string): Promise<OpenCsv> {
  await checkFile(file);
  const totalLines = await checkEncoding(file, encoding);
  const mark = delimiter === undefined ? guessDelimiter(await firstLine(file, encoding)) : unescape(delimiter);
  const records = csvRecords(readText(file, encoding), mark);
  const first = await records.next();
  if (first.done) return wrongUsage(`${file} is empty.`);
  if (first.value.kind === 'broken') return wrongUsage(`${file}: the header is broken: ${first.value.reason}.`);
  return { header: first.value.cells, records, totalLines };
}

async function checkFile(file: string): Promise<void> {
  const found = await stat(file).catch((error: unknown) => wrongUsage(`${file} cannot be read (${messageOf(error)}).`));
  if (!found.isFile()) wrongUsage(`${file} is no file.`);
}

async function firstLine(file: string, encoding: Encoding): Promise<string> {
  let text = '';
  for await (const chunk of readText(file, encoding)) {
    text += chunk;
    if (/\S.*\n/.test(text) || text.length > 65_536) break;
  }
  return text.trimStart().split(/\r?\n/, 1)[0] ?? '';
}

/** `\t` on a command line means a tab. */
function unescape(delimiter: string): string {
  const mark = delimiter.replace('\\t', '\t');
  return mark.length === 1 ? mark : wrongUsage(`--delimiter ${delimiter}: give one character.`);
}
