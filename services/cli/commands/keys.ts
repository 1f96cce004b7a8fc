import { Command } from 'commander';
import { addConnectionOptions, connect } from '../api/connection';
import type { ConnectionOptions } from '../api/connection';
import { allItems } from '../api/pages';
import type { PersonView } from '../api/views';
import { printTable } from '../output/table';
import { moment } from '../output/when';
import { printJson } from './context';
import type { Context } from './context';

interface KeyOptions extends ConnectionOptions {
  json?: boolean;
}

interface KeyView {
  id: string;
  personId: string;
  person?: PersonView;
  label: string;
  createdAt: string;
  revokedAt: string | null;
}

/** `upstairs keys`: who may use the API. */
export function keysCommand(context: Context): Command {
  const keys = new Command('keys').description('API keys: create, list, revoke');
  const create = new Command('create')
    .description('create a key for a person; it is shown this once')
    .requiredOption('--person <id>', 'whose key it is')
    .option('--label <text>', 'what it is for', 'made with the command line')
    .option('--json', "print the API's answer");
  const list = new Command('list')
    .description('list keys, never the keys themselves')
    .option('--person <id>', 'only those of this person')
    .option('--json', 'print the keys, one a line');
  const revoke = new Command('revoke').description('revoke a key for good').argument('<id>', 'as `keys list` shows it');
  keys.addCommand(
    addConnectionOptions(create, 'admin').action((options: KeyOptions & { person: string; label: string }) =>
      createKey(context, options),
    ),
  );
  keys.addCommand(
    addConnectionOptions(list, 'admin').action((options: KeyOptions & { person?: string }) =>
      listKeys(context, options),
    ),
  );
  keys.addCommand(
    addConnectionOptions(revoke, 'admin').action((id: string, options: KeyOptions) => revokeKey(context, id, options)),
  );
  return keys;
}

async function createKey(context: Context, options: KeyOptions & { person: string; label: string }): Promise<void> {
  const { terminal, config } = context;
  const api = connect(config, options, 'admin');
  const created = await api.post<{ id: string; key: string }>('/v1/keys', {
    personId: options.person,
    label: options.label,
  });
  if (options.json) return printJson(terminal, created);
  terminal.err(`A key for ${options.person}, shown this once:`);
  terminal.out(created.key);
}

async function listKeys({ terminal, config }: Context, options: KeyOptions & { person?: string }): Promise<void> {
  const api = connect(config, options, 'admin');
  const keys: KeyView[] = [];
  for await (const key of allItems<KeyView>(api, '/v1/keys', { personId: options.person })) {
    if (options.json) terminal.out(JSON.stringify(key));
    else keys.push(key);
  }
  if (options.json) return;
  printTable(
    terminal,
    [
      { title: 'ID', of: (key) => key.id },
      { title: 'PERSON', of: (key) => key.person?.name ?? key.personId },
      { title: 'LABEL', of: (key) => key.label, gives: true },
      { title: 'CREATED', of: (key) => moment(key.createdAt) },
      { title: 'REVOKED', of: (key) => (key.revokedAt ? moment(key.revokedAt) : null) },
    ],
    keys,
  );
}

async function revokeKey({ terminal, config }: Context, id: string, options: KeyOptions): Promise<void> {
  const api = connect(config, options, 'admin');
  await api.post(`/v1/keys/${encodeURIComponent(id)}/revoke`, {});
  terminal.out(`Revoked ${id}.`);
}
