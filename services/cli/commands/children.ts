import { Command, Option } from 'commander';
import { addConnectionOptions } from '../api/connection';
import { raiseChildrenOf } from '../children/children-file';
import type { ChildrenOptions } from '../children/children-file';
import { ENCODINGS } from '../import/encoding';
import { TARGETS } from '../import/targets';
import { collect } from './body-input';
import type { Context } from './context';

const HELP = `
Each row is raised as an escalation under the umbrella: it shares the umbrella's investigation and solution, and has its
own acknowledgment, promises, update, closure and check-in. What a row does not say (summary, severity, door) is as in the
umbrella. A row's reference is umbrella:REF:ID, so a second run raises nothing twice; a run that was broken off is
finished by giving the same command again. Rows that are refused are reported by their line, and the exit code is then 1.

Fields: ${TARGETS.map(({ path }) => path).join(', ')}.

Examples:
  upstairs children UP-1042 outage.csv
  upstairs children UP-1042 outage.csv --map account=Customer --map contact.name=Contact --map contact.email=Mail
  upstairs children UP-1042 outage.csv --dry-run`;

/** `upstairs children`: one outage, many accounts. */
export function childrenCommand(context: Context): Command {
  const command = new Command('children')
    .description('raise an escalation for each account of a CSV file, under an umbrella')
    .argument('<ref>', 'the umbrella: its ref (UP-1042) or id')
    .argument('<file>', 'the CSV file, with a header')
    .option('--map <field=column>', 'the column that fills a field (field= : none); repeatable', collect, [])
    .option('--set <field=value>', 'the same value for every row; repeatable', collect, [])
    .addOption(new Option('--encoding <encoding>', 'how the file is encoded').choices(ENCODINGS).default('utf-8'))
    .option('--delimiter <mark>', 'what separates the cells (guessed from the header)')
    .option('--date-format <format>', 'how dates are written, such as "dd-MM-yyyy HH:mm" (ISO 8601)')
    .option('--zone <zone>', 'the time zone of dates without an offset', 'UTC')
    .option('--empty <text>', 'what stands for an empty cell, such as "?"; repeatable', collect, [])
    .option('--dry-run', 'read and check everything, raise nothing')
    .option('--json', 'print what became of each row as JSON')
    .addHelpText('after', HELP);
  return addConnectionOptions(command, 'manager').action((ref: string, file: string, options: ChildrenOptions) =>
    raiseChildrenOf(context, ref, file, options),
  );
}
