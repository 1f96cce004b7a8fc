/** What is wrong in an ICS file, and in which line of it. */
export interface IcsProblem {
  line: number;
  detail: string;
}

/** A content line, unfolded, with the number of the line where it begins. */
export interface IcsLine {
  line: number;
  text: string;
  /** In capitals: `DTSTART`, `SUMMARY`. */
  name: string;
}

/** A part of the file from BEGIN to END: its own lines, and its whole text with those inside it. */
export interface IcsPart {
  name: string;
  line: number;
  lines: IcsLine[];
  text: string;
}

/** The entries and the zones of a file. */
export interface IcsFile {
  entries: IcsPart[];
  zones: IcsPart[];
}

/** Stops the reading of an entry, or of the file. */
export class BrokenIcs extends Error {
  constructor(
    readonly line: number,
    readonly detail: string,
  ) {
    super(`Line ${line}: ${detail}`);
    this.name = 'BrokenIcs';
  }
}

const MOST_BYTES = 1_000_000;
const MOST_ENTRIES = 5_000;
const CONTENT_LINE = /^([A-Za-z0-9-]+)(?:;(?:[^":]|"[^"]*")*)?:/;

/** The parts of an ICS file; throws `BrokenIcs` where it is too large, cut off, or no such file. */
export function readIcsFile(text: string): IcsFile {
  if (Buffer.byteLength(text) > MOST_BYTES) throw new BrokenIcs(1, 'the file is larger than 1 MB');
  const parts: IcsPart[] = [];
  const open: IcsPart[] = [];
  for (const line of unfold(text)) {
    const value = line.text.slice(line.text.indexOf(':') + 1).trim();
    if (line.name === 'BEGIN') open.push({ name: value.toUpperCase(), line: line.line, lines: [], text: '' });
    else if (open.length === 0) throw new BrokenIcs(line.line, `expected BEGIN:VCALENDAR, found ${shown(line.text)}`);
    else if (line.name !== 'END') open.at(-1)?.lines.push(line);
    for (const part of open) part.text += `${line.text}\r\n`;
    if (line.name !== 'END') continue;
    const ended = open.pop() as IcsPart;
    if (ended.name !== value.toUpperCase()) {
      throw new BrokenIcs(line.line, `expected END:${ended.name} for line ${ended.line}, found ${shown(line.text)}`);
    }
    if (open.length < 2) parts.push(ended);
  }
  const cutOff = open.at(-1);
  if (cutOff) throw new BrokenIcs(cutOff.line, `BEGIN:${cutOff.name} has no END: the file is cut off`);
  if (!parts.some(({ name }) => name === 'VCALENDAR')) throw new BrokenIcs(1, 'expected BEGIN:VCALENDAR');
  const entries = parts.filter(({ name }) => name === 'VEVENT');
  const tooMany = entries[MOST_ENTRIES];
  if (tooMany) throw new BrokenIcs(tooMany.line, `the file has more than ${MOST_ENTRIES} entries`);
  return { entries, zones: parts.filter(({ name }) => name === 'VTIMEZONE') };
}

/** A line that begins with a blank goes on with the one before it. */
function unfold(text: string): IcsLine[] {
  const lines: IcsLine[] = [];
  const written = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  for (const [index, physical] of written.entries()) {
    const before = lines.at(-1);
    if (/^[ \t]/.test(physical) && before) before.text += physical.slice(1);
    else if (physical.trim() !== '') lines.push({ line: index + 1, text: physical, name: '' });
  }
  for (const line of lines) {
    const name = CONTENT_LINE.exec(line.text)?.[1];
    if (name === undefined) throw new BrokenIcs(line.line, `expected NAME:VALUE, found ${shown(line.text)}`);
    line.name = name.toUpperCase();
  }
  return lines;
}

/** A piece of the file as an error quotes it. */
export function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
