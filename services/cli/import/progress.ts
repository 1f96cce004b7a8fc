import { Presets, SingleBar } from 'cli-progress';
import { spell } from '../output/when';
import type { Terminal } from '../output/terminal';

const LINE_EVERY_MS = 5_000;

/** What an import has done so far. */
export interface ImportCounts {
  /** Records of the file that were looked at, the broken ones included. */
  rows: number;
  raised: number;
  already: number;
  bad: number;
  cleaned: number;
  shortened: number;
  /** The first escalation that this run raised: it carries the digest. */
  firstRaisedId: string | null;
}

/** Tells how far an import is: a bar where somebody watches, a line now and then elsewhere. */
export interface Progress {
  /** The rows up to this line of the file are behind us. */
  update(line: number, counts: ImportCounts): void;
  /** A sentence above the bar. */
  say(sentence: string): void;
  stop(): void;
}

/** The progress that fits the terminal. */
export function importProgress(terminal: Terminal, totalLines: number): Progress {
  return terminal.watched ? bar(terminal, totalLines) : lines(terminal, totalLines);
}

function bar(terminal: Terminal, totalLines: number): Progress {
  const single = new SingleBar(
    {
      format: '{bar} {percentage} %  {raised} raised, {already} already there, {bad} skipped',
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
    },
    Presets.shades_classic,
  );
  single.start(totalLines, 0, { raised: 0, already: 0, bad: 0 });
  return {
    update: (line, { raised, already, bad }) => single.update(line, { raised, already, bad }),
    say: (sentence) => {
      process.stderr.write('\r\u001b[K');
      terminal.err(sentence);
    },
    stop: () => single.stop(),
  };
}

function lines(terminal: Terminal, totalLines: number): Progress {
  const startedAt = Date.now();
  let lastAt = startedAt;
  return {
    update: (line, counts) => {
      const now = Date.now();
      if (now - lastAt < LINE_EVERY_MS) return;
      lastAt = now;
      const share = totalLines > 0 ? Math.floor((100 * line) / totalLines) : 100;
      terminal.err(`${share} % read after ${spell(now - startedAt)}: ${counts.rows} rows, ${countsInWords(counts)}`);
    },
    say: (sentence) => terminal.err(sentence),
    stop: () => undefined,
  };
}

/** The counts as people read them. */
export function countsInWords({ raised, already, bad }: ImportCounts): string {
  return `${raised} raised, ${already} already there, ${bad} skipped`;
}
