import { Command } from 'commander';
import { ESCALATION_SORTS } from '../../shared/store/escalation-orders';
import { addConnectionOptions, connect } from '../api/connection';
import type { ConnectionOptions } from '../api/connection';
import type { Query } from '../api/client';
import { allItems } from '../api/pages';
import type { EscalationItem, Page } from '../api/views';
import { wrongUsage } from '../failure';
import { addFilters, FILTERS_HELP, filtersOf } from '../list/filters';
import { printTable } from '../output/table';
import { relative } from '../output/when';
import { printJson } from './context';
import type { Context } from './context';

/** As many as the API gives at once. */
const PAGE_SIZE = 200;

interface ListOptions extends ConnectionOptions {
  sort?: string;
  limit: string;
  all?: boolean;
  json?: boolean;
}

/** `upstairs list`: the escalations that one may see. */
export function listCommand(context: Context): Command {
  const command = new Command('list')
    .description('list escalations')
    .option('--sort <order>', `${ESCALATION_SORTS.join(', ')} (usually the first)`)
    .option('--limit <count>', 'how many', '50')
    .option('--all', 'all of them, however many')
    .option('--json', "print the API's answer (with --all: the items, one a line)")
    .addHelpText('after', FILTERS_HELP);
  return addConnectionOptions(addFilters(command), 'manager').action((options: ListOptions) => list(context, options));
}

async function list({ terminal, config }: Context, options: ListOptions): Promise<void> {
  const api = connect(config, options, 'manager', 'director');
  const query = queryOf(options);
  if (options.all) {
    if (options.json) {
      for await (const item of allItems(api, '/v1/escalations', query)) terminal.out(JSON.stringify(item));
      return;
    }
    const items: EscalationItem[] = [];
    for await (const item of allItems<EscalationItem>(api, '/v1/escalations', query)) items.push(item);
    return printList(terminal, items);
  }
  const page = await api.get<Page<EscalationItem>>('/v1/escalations', query);
  if (options.json) return printJson(terminal, page);
  printList(terminal, page.items);
  if (page.nextCursor !== null) {
    terminal.err('There are more: --limit or --all shows them.');
  }
}

function queryOf(options: ListOptions): Query {
  const limit = Number(options.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > PAGE_SIZE) {
    wrongUsage(`--limit ${options.limit}: give a number from 1 to ${PAGE_SIZE}, or --all.`);
  }
  return { ...filtersOf({ ...options }), sort: options.sort, limit: options.all ? PAGE_SIZE : limit };
}

function printList(terminal: Context['terminal'], items: readonly EscalationItem[]): void {
  if (items.length === 0) return terminal.out('None.');
  printTable(
    terminal,
    [
      { title: 'REF', of: (item) => item.ref },
      { title: 'LEVEL', of: (item) => item.priority.level },
      { title: 'STATUS', of: (item) => (item.quiet ? `${item.status}, quiet` : item.status) },
      { title: 'STAGE', of: (item) => item.stage },
      { title: 'OWNER', of: (item) => item.owner?.name },
      {
        title: 'DUE',
        of: (item) =>
          item.dueAt === null ? null : `${item.breached ? 'overdue, ' : ''}${relative(item.dueAt, item.now)}`,
      },
      { title: 'ACCOUNT', of: (item) => item.account.name },
      { title: 'SUMMARY', of: (item) => item.summary, gives: true },
    ],
    items,
  );
}
