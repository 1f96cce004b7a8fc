import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { messageOf, wrongUsage } from '../failure';

/** The encodings a file may be in; `latin1` is read as windows-1252, which holds it. */
export const ENCODINGS = ['utf-8', 'latin1', 'windows-1252', 'utf-16le'] as const;

/** One of the encodings. */
export type Encoding = (typeof ENCODINGS)[number];

const LONGEST_LINE_BYTES = 16 * 1024 * 1024;
const LINE_FEED = 10;

/**
 * Looks through a file before anything is done with it; refuses one that is not text in this encoding.
 * @returns how many lines it has
 */
export async function checkEncoding(file: string, encoding: Encoding): Promise<number> {
  const start = await firstBytes(file);
  if (start.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) {
    wrongUsage(
      `${file} is a workbook or an archive, not a CSV file.`,
      'Save the sheet as "CSV UTF-8" and import that.',
    );
  }
  const isUtf16 = start.subarray(0, 2).equals(Buffer.from([0xff, 0xfe])) || (start.includes(0) && start.length > 1);
  if (isUtf16 && encoding !== 'utf-16le') {
    wrongUsage(`${file} is not ${encoding}: it looks like UTF-16.`, 'Try --encoding utf-16le, or save it as UTF-8.');
  }
  return scanLines(file, encoding === 'utf-8');
}

/** The text of a file, chunk by chunk, without its byte order mark. */
export async function* readText(file: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const bytes of createReadStream(file) as AsyncIterable<Buffer>) {
      yield decoder.decode(bytes, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    wrongUsage(`${file} cannot be read as ${encoding} (${messageOf(error)}).`);
  }
}

async function firstBytes(file: string): Promise<Buffer> {
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(1_024), 0, 1_024, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    return wrongUsage(`${file} cannot be read (${messageOf(error)}).`);
  }
}

/** Line breaks never fall inside a character in UTF-8, so whole lines can be checked each for itself. */
async function scanLines(file: string, asUtf8: boolean): Promise<number> {
  let carry = Buffer.alloc(0);
  let line = 1;
  let offset = 0;
  for await (const bytes of createReadStream(file, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    const all = Buffer.concat([carry, bytes]);
    const end = all.lastIndexOf(LINE_FEED) + 1;
    const whole = all.subarray(0, end);
    if (asUtf8 && !isUtf8(whole)) refuseAt(file, whole, line, offset);
    line += countLines(whole);
    offset += end;
    carry = Buffer.from(all.subarray(end));
    if (carry.length > LONGEST_LINE_BYTES)
      wrongUsage(`${file}: line ${line} has no end within 16 MB; this is no CSV file.`);
  }
  if (asUtf8 && !isUtf8(carry)) refuseAt(file, carry, line, offset);
  return line;
}

function refuseAt(file: string, whole: Buffer, firstLine: number, firstOffset: number): never {
  let line = firstLine;
  let start = 0;
  for (;;) {
    const next = whole.indexOf(LINE_FEED, start);
    const bytes = whole.subarray(start, next < 0 ? whole.length : next + 1);
    if (!isUtf8(bytes) || next < 0) return refuse(file, bytes, line, firstOffset + start);
    line += 1;
    start = next + 1;
  }
}

function refuse(file: string, bytes: Buffer, line: number, offset: number): never {
  const repaired = Buffer.from(bytes.toString('utf8'));
  const at = bytes.findIndex((byte, index) => byte !== repaired[index]);
  const byte = (bytes[at] ?? 0).toString(16).padStart(2, '0').toUpperCase();
  return wrongUsage(
    `${file} is not UTF-8: line ${line}, byte ${offset + at + 1} of the file (0x${byte}) belongs to no character.`,
    'Files of older tools and spreadsheets are often in latin1: try --encoding latin1, or save it as UTF-8.',
    'Nothing was done.',
  );
}

/** How many line breaks some bytes hold. */
export function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) count += 1;
  return count;
}
