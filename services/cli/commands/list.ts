import { Command } from 'commander';
import { addConnectionOptions, connect } from '../api/connection';
import type { ConnectionOptions } from '../api/connection';
import { allItems } from '../api/pages';
import type { EscalationItem, Page } from '../api/views';
import { wrongUsage } from '../failure';
import { printTable } from '../output/table';
import { relative } from '../output/when';
import { printJson } from './context';
import type { Context } from './context';

/** The API's filters, and what each says in the help. */
const FILTERS = {
  status: 'open, paused, closed, settled, withdrawn or merged',
  stage: 'the step that is next',
  ownerId: 'whose they are',
  accountId: 'which customer',
  taskOwnerId: 'who has an open task in it',
  teamMemberId: 'who is on its team',
  escalationManagerId: 'who manages it',
  sponsorId: 'who sponsors it',
  level: 'P1, P2, P3 or P4',
  door: 'how they came in',
  rootCause: 'why they were needed',
  breached: 'true: a clock ran out and nobody has done it yet',
  due_before: 'ISO 8601: something is due before',
  raised_from: 'ISO 8601',
  raised_to: 'ISO 8601',
  q: 'words in them',
  sort: '-raisedAt, raisedAt, -priority, priority, dueAt, nextDueAt …',
} as const;

/** As many as the API gives at once. */
const PAGE_SIZE = 200;

interface ListOptions extends ConnectionOptions, Partial<Record<string, string | boolean>> {
  api?: string;
  key?: string;
  as?: string;
  limit: string;
  all?: boolean;
  json?: boolean;
}

/** `upstairs list`: the escalations that one may see. */
export function listCommand(context: Context): Command {
  const command = new Command('list').description('list escalations');
  for (const [filter, help] of Object.entries(FILTERS)) command.option(`${optionOf(filter)} <value>`, help);
  command
    .option('--limit <count>', 'how many', '50')
    .option('--all', 'all of them, however many')
    .option('--json', "print the API's answer (with --all: the items, one a line)");
  return addConnectionOptions(command, 'manager').action((options: ListOptions) => list(context, options));
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

function queryOf(options: ListOptions): Record<string, string> {
  const limit = Number(options.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > PAGE_SIZE) {
    wrongUsage(`--limit ${options.limit}: give a number from 1 to ${PAGE_SIZE}, or --all.`);
  }
  const query: Record<string, string> = { limit: String(options.all ? PAGE_SIZE : limit) };
  for (const filter of Object.keys(FILTERS)) {
    const value = options[optionKeyOf(filter)];
    if (typeof value === 'string') query[filter] = value;
  }
  return query;
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

/** `due_before` and `ownerId` are `--due-before` and `--owner-id` on the command line. */
function optionOf(filter: string): string {
  return `--${filter.replaceAll('_', '-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function optionKeyOf(filter: string): string {
  return filter.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
