import { Command } from 'commander';
import { addConnectionOptions, connect } from '../api/connection';
import type { ConnectionOptions } from '../api/connection';
import type { ApiClient } from '../api/client';
import { allItems } from '../api/pages';
import type { EscalationItem, Page } from '../api/views';
import { EXIT } from '../exit-codes';
import { CliFailure } from '../failure';
import { printFacts } from '../output/table';
import { printJson } from './context';
import type { Context } from './context';

interface StatusOptions extends ConnectionOptions {
  json?: boolean;
}

interface Readiness {
  status: string;
  dependencies: Record<string, { state: string; latencyMs?: number; detail?: string }>;
}

/** `upstairs status`: whether it is ready, and how much is open, overdue and unheard. */
export function statusCommand(context: Context): Command {
  const command = new Command('status')
    .description('whether Upstairs is ready, and how many escalations are open, overdue and unheard')
    .option('--json', 'print it as JSON');
  return addConnectionOptions(command, 'manager').action((options: StatusOptions) => status(context, options));
}

async function status({ terminal, config }: Context, options: StatusOptions): Promise<void> {
  const api = connect(config, options, 'manager', 'director');
  const readiness = await readinessOf(api);
  const counts = await countsOf(api);
  if (options.json) printJson(terminal, { api: api.baseUrl, ...readiness, ...counts });
  else {
    printFacts(terminal, [
      ['api', api.baseUrl],
      ['status', readiness.status],
      ...Object.entries(readiness.dependencies).map(([name, { state, latencyMs, detail }]): [string, string] => [
        name,
        [state, ...(latencyMs === undefined ? [] : [`${latencyMs} ms`]), ...(detail ? [detail] : [])].join(', '),
      ]),
      ['open', String(counts.open)],
      ['overdue', `${counts.overdue}${counts.overdue > 0 ? ' (upstairs list --breached true)' : ''}`],
      ['unheard', `${counts.unheard}${counts.unheard > 0 ? ' (somebody was to be told, and nobody could be)' : ''}`],
    ]);
  }
  if (readiness.status !== 'ready') throw new CliFailure(EXIT.unreachable, 'Upstairs is not ready.');
}

/** A system that is not ready says so with 503 and the same body. */
async function readinessOf(api: ApiClient): Promise<Readiness> {
  return (await api.send('GET', '/readyz', { accept: [503] })).body as Readiness;
}

async function countsOf(api: ApiClient): Promise<{ open: number; overdue: number; unheard: number }> {
  const open = await count(api, { status: 'open' });
  const overdue = await count(api, { breached: 'true' });
  let unheard = 0;
  for await (const item of allItems<EscalationItem>(api, '/v1/escalations', { breached: 'true', limit: 200 })) {
    if (item.unheard) unheard += 1;
  }
  return { open, overdue, unheard };
}

async function count(api: ApiClient, filter: Record<string, string>): Promise<number> {
  const page = await api.get<Page<EscalationItem>>('/v1/escalations', { ...filter, limit: 1, total: 'true' });
  return page.total ?? page.items.length;
}
