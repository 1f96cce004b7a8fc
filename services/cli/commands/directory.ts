import { Command, Option } from 'commander';
import { addConnectionOptions } from '../api/connection';
import type { ConnectionOptions } from '../api/connection';
import { EXIT } from '../exit-codes';
import { CliFailure } from '../failure';
import { ENCODINGS } from '../import/encoding';
import type { Encoding } from '../import/encoding';
import type { Terminal } from '../output/terminal';
import { printJson } from './context';

/** The options of `people list` and `accounts list`. */
export interface DirectoryListOptions extends ConnectionOptions {
  json?: boolean;
}

/** The options of `people import` and `accounts import`. */
export interface DirectoryImportOptions extends ConnectionOptions {
  encoding: Encoding;
  delimiter?: string;
  json?: boolean;
}

/** A `list` below a command of the directory. */
export function directoryList(description: string, usuallyAs: string): Command {
  const command = new Command('list').description(description).option('--json', 'print the items, one a line');
  return addConnectionOptions(command, usuallyAs);
}

/** An `import` below a command of the directory. */
export function directoryImport(what: string, columns: string): Command {
  const command = new Command('import')
    .description(`write ${what} from a CSV file; the same file again changes nothing`)
    .argument('<file>', `a CSV file with a header: ${columns}`)
    .addOption(new Option('--encoding <encoding>', 'how the file is encoded').choices(ENCODINGS).default('utf-8'))
    .option('--delimiter <mark>', 'what separates the cells (guessed from the header)')
    .option('--json', 'print the counts as JSON');
  return addConnectionOptions(command, 'admin');
}

/** Says what was written, and every line that was not; with such lines the exit code is 1. */
export function reportDirectory(
  terminal: Terminal,
  options: { json?: boolean },
  problems: readonly string[],
  done: { counts: Record<string, number>; words: string },
): void {
  for (const problem of problems) terminal.err(problem);
  if (options.json) printJson(terminal, { ...done.counts, problems });
  else terminal.out(`${done.words}.`);
  if (problems.length > 0) throw new CliFailure(EXIT.failed, `${problems.length} lines were not used as they are.`);
}
