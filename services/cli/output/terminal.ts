import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Where a command writes: results on stdout, everything about them (progress, problems) on stderr. */
export interface Terminal {
  /** Columns of the screen; Infinity where the output goes to a file or a pipe. */
  readonly width: number;
  /** Whether a person watches stderr, so that a progress bar makes sense. */
  readonly watched: boolean;
  out(line?: string): void;
  err(line?: string): void;
  /** Styled where colours are shown and wanted (NO_COLOR is respected), plain elsewhere. */
  style(style: Style, text: string): string;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  const colours = stdout.isTTY && stdout.hasColors();
  return {
    width: stdout.isTTY ? stdout.columns : Number.POSITIVE_INFINITY,
    watched: stderr.isTTY,
    out: (line = '') => void stdout.write(`${line}\n`),
    err: (line = '') => void stderr.write(`${line}\n`),
    style: (style, text) => (colours ? styleText(style, text) : text),
  };
}

/** Ends quietly when the reader of our output has gone (`upstairs list | head`). */
export function endQuietlyWithReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit(0);
    });
  }
}
