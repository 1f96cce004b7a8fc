import { Command, Option } from 'commander';
import { DOORS } from '../../../domain/intake';
import { addConnectionOptions } from '../api/connection';
import { ENCODINGS } from '../import/encoding';
import { importFile } from '../import/import-file';
import type { ImportOptions } from '../import/import-options';
import { TARGETS } from '../import/targets';
import { collect } from './body-input';
import type { Context } from './context';

const HELP = `
Each row is raised as an escalation that is open and quiet: its clocks run, but disturb nobody until it is activated
(upstairs command REF activate). A row's reference is import:SOURCE:ID, so a second run raises nothing twice; a run that
was broken off is finished by giving the same command again. Rows that cannot be read are reported by their line and
skipped, and the exit code is then 1.

Fields: ${TARGETS.map(({ path }) => path).join(', ')}.
Doors: ${DOORS.join(', ')}.

Examples:
  upstairs import complaints.csv --map summary=narrative
  upstairs import tracker.csv --map externalRef=Key --map summary=Title --map account=Company --set door=form
  upstairs import export.csv --encoding latin1 --date-format "dd-MM-yyyy HH:mm" --zone Europe/Berlin --dry-run`;

/** `upstairs import`: takes in an existing list. */
export function importCommand(context: Context): Command {
  const command = new Command('import')
    .description('import complaints, or an existing tracker, from a CSV file')
    .argument('<file>', 'the CSV file, with a header')
    .option('--map <field=column>', 'the column that fills a field (field= : none); repeatable', collect, [])
    .option('--set <field=value>', 'the same value for every row; repeatable', collect, [])
    .option('--source <name>', "names the list, in the rows' references (the file's name)")
    .addOption(new Option('--encoding <encoding>', 'how the file is encoded').choices(ENCODINGS).default('utf-8'))
    .option('--delimiter <mark>', 'what separates the cells (guessed from the header)')
    .option('--date-format <format>', 'how dates are written, such as "dd-MM-yyyy HH:mm" (ISO 8601)')
    .option('--zone <zone>', 'the time zone of dates without an offset', 'UTC')
    .option('--empty <text>', 'what stands for an empty cell, such as "?"; repeatable', collect, [])
    .option('--concurrency <count>', 'how many rows at a time', '8')
    .option('--no-digest', 'do not tell the duty manager at the end')
    .option('--dry-run', 'read and check everything, raise nothing')
    .option('--json', 'print the counts as JSON')
    .addHelpText('after', HELP);
  return addConnectionOptions(command, 'manager').action((file: string, options: ImportOptions) =>
    importFile(context, file, options),
  );
}
