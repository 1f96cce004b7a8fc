import { CsvError, parse } from 'csv-parse';
import type { Parser } from 'csv-parse';
import { messageOf } from '../failure';
import { countLines } from './encoding';

/** A record of a CSV file by the line on which it begins, or a line that cannot be read as one. */
export type CsvRecord =
  { kind: 'row'; line: number; cells: readonly string[] } | { kind: 'broken'; line: number; reason: string };

/** More than the API takes in one request; an unclosed quote would swallow the whole file otherwise. */
const LONGEST_RECORD_BYTES = 512 * 1024;
const LINE_FEED = 10;

const REASONS: Readonly<Record<string, string>> = {
  CSV_INVALID_CLOSING_QUOTE: 'a quote is closed in the middle of a cell (write quotes inside a quoted cell twice)',
  INVALID_OPENING_QUOTE: 'a quote stands in the middle of a cell that does not begin with one',
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and never closed',
  CSV_MAX_RECORD_SIZE: 'a quote is opened and not closed within 512 KB',
};

/**
 * Reads CSV record by record, in constant memory. A record with a broken quote costs its first line only: reading goes
 * on with the next one, although the quote had seemed to swallow it.
 */
export async function* csvRecords(texts: AsyncIterable<string>, delimiter: string): AsyncGenerator<CsvRecord> {
  const reader = new ResumingReader(delimiter);
  for await (const text of texts) yield* reader.read(Buffer.from(text), false);
  yield* reader.read(Buffer.alloc(0), true);
}

/** The delimiter that the first line speaks for: comma, semicolon, tab or bar. */
export function guessDelimiter(firstLine: string): string {
  const bare = firstLine.replace(/"[^"]*"/g, '');
  const counted = [',', ';', '\t', '|'].map((mark) => ({ mark, count: bare.split(mark).length - 1 }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).mark;
}

class ResumingReader {
  private attempt: Attempt;
  /** Set while the rest of a broken line has not arrived yet. */
  private inBrokenLine = false;

  constructor(private readonly delimiter: string) {
    this.attempt = new Attempt(delimiter, 1);
  }

  async *read(incoming: Buffer, last: boolean): AsyncGenerator<CsvRecord> {
    let bytes = this.inBrokenLine ? this.skipLine(incoming) : incoming;
    for (;;) {
      const error = await this.attempt.read(bytes, last);
      yield* this.attempt.take();
      if (!error) return;
      const line = this.attempt.line;
      yield { kind: 'broken', line, reason: REASONS[error.code] ?? messageOf(error) };
      const unread = this.attempt.unread;
      this.attempt = new Attempt(this.delimiter, line + 1);
      bytes = this.skipLine(unread);
    }
  }

  private skipLine(bytes: Buffer): Buffer {
    const end = bytes.indexOf(LINE_FEED);
    this.inBrokenLine = end < 0;
    return end < 0 ? Buffer.alloc(0) : bytes.subarray(end + 1);
  }
}

/** A parser from one line on, until the first error, which ends it. */
class Attempt {
  /** What was read but belongs to no complete record yet. */
  unread: Buffer = Buffer.alloc(0);
  private records: CsvRecord[] = [];
  private readonly parser: Parser;
  private takenBytes = 0;

  constructor(
    delimiter: string,
    /** The line on which the next record begins. */
    public line: number,
  ) {
    this.parser = parse({
      delimiter,
      record_delimiter: ['\r\n', '\n'],
      max_record_size: LONGEST_RECORD_BYTES,
      relax_column_count: true,
      on_record: (cells: string[], { bytes }) => this.note(cells, bytes),
    });
    this.parser.on('error', () => undefined);
    this.parser.resume();
  }

  /** Reads on; gives the error that ended this attempt, if one did. */
  async read(bytes: Buffer, last: boolean): Promise<CsvError | null> {
    this.unread = Buffer.concat([this.unread, bytes]);
    const failed = bytes.length > 0 ? await this.settled((done) => this.parser.write(bytes, done)) : null;
    if (failed || !last) return failed;
    return this.settled((done) => this.parser.end(done));
  }

  /** The records that are complete since the last time. */
  take(): CsvRecord[] {
    const taken = this.records;
    this.records = [];
    return taken;
  }

  private settled(start: (done: (error?: Error | null) => void) => unknown): Promise<CsvError | null> {
    return new Promise((resolve, reject) => {
      start((error) => {
        if (error && !(error instanceof CsvError)) reject(error);
        else resolve(error ?? null);
      });
    });
  }

  /** Keeps a record as it is parsed; nothing is passed on, so that none is lost when the parser ends with an error. */
  private note(cells: string[], bytes: number): null {
    const length = bytes - this.takenBytes;
    const isBlank = cells.length === 1 && (cells[0] ?? '').trim() === '';
    if (!isBlank) this.records.push({ kind: 'row', line: this.line, cells });
    this.line += countLines(this.unread.subarray(0, length));
    this.unread = this.unread.subarray(length);
    this.takenBytes = bytes;
    return null;
  }
}
