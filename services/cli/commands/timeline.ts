import { Command } from 'commander';
import { addConnectionOptions, connect } from '../api/connection';
import type { ConnectionOptions } from '../api/connection';
import { allItems } from '../api/pages';
import type { TimelineItem } from '../api/views';
import { printTable } from '../output/table';
import { moment } from '../output/when';
import type { Context } from './context';

const PAGE_SIZE = 1_000;

interface TimelineOptions extends ConnectionOptions {
  csv?: boolean;
  json?: boolean;
}

/** `upstairs timeline`: everything that happened to one escalation. */
export function timelineCommand(context: Context): Command {
  const command = new Command('timeline')
    .description('everything that happened to an escalation, oldest first')
    .argument('<ref>', 'its ref (UP-1042) or id')
    .option('--csv', "print the API's CSV export")
    .option('--json', 'print the items, one a line');
  return addConnectionOptions(command, 'manager').action((ref: string, options: TimelineOptions) =>
    timeline(context, ref, options),
  );
}

async function timeline({ terminal, config }: Context, ref: string, options: TimelineOptions): Promise<void> {
  const api = connect(config, options, 'manager', 'director');
  const path = `/v1/escalations/${encodeURIComponent(ref)}/timeline`;
  if (options.csv) return terminal.out((await api.getText(path, { format: 'csv' })).trimEnd());
  const items: TimelineItem[] = [];
  for await (const item of allItems<TimelineItem>(api, path, { limit: PAGE_SIZE })) {
    if (options.json) terminal.out(JSON.stringify(item));
    else items.push(item);
  }
  if (options.json) return;
  printTable(
    terminal,
    [
      { title: '#', of: (item) => item.seq, align: 'right' },
      { title: 'WHEN', of: (item) => moment(item.at) },
      { title: 'WHO', of: (item) => item.actor?.name ?? 'Upstairs' },
      { title: 'EVENT', of: (item) => item.type },
      { title: 'WHAT', of: (item) => item.summary, gives: true },
    ],
    items,
  );
}
