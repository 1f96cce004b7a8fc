import { Command } from 'commander';
import { connect } from '../api/connection';
import { allItems } from '../api/pages';
import { accountEntrySchema, accountOf, ACCOUNTS_SHAPE } from '../directory/accounts-csv';
import { readDirectoryCsv } from '../directory/directory-csv';
import { parseRows, writeDirectory } from '../directory/write-directory';
import { printTable } from '../output/table';
import type { Context } from './context';
import { directoryImport, directoryList, reportDirectory } from './directory';
import type { DirectoryImportOptions, DirectoryListOptions } from './directory';

interface AccountItem {
  id: string;
  name: string;
  tier: string | null;
  arr: { amount: number; currency: string } | null;
  customerSince: string | null;
  csmId: string | null;
  sponsor: { personId: string; facing: string } | null;
}

/** `upstairs accounts`: the customers' companies. */
export function accountsCommand(context: Context): Command {
  const list = directoryList('list accounts', 'manager').option('-q, --q <name>', 'the beginning of a name');
  list.action((options: DirectoryListOptions & { q?: string }) => listAccounts(context, options));
  const columns =
    'name, tier, arr (in whole units), currency, customerSince (YYYY-MM-DD), csmId, sponsorId, sponsorFacing (inside)';
  const take = directoryImport('accounts', columns);
  take.action((file: string, options: DirectoryImportOptions) => importAccounts(context, file, options));
  return new Command('accounts').description("the customers' companies").addCommand(list).addCommand(take);
}

async function listAccounts(
  { terminal, config }: Context,
  options: DirectoryListOptions & { q?: string },
): Promise<void> {
  const api = connect(config, options, 'manager', 'admin');
  const accounts: AccountItem[] = [];
  for await (const account of allItems<AccountItem>(api, '/v1/accounts', { q: options.q, limit: 1_000 })) {
    if (options.json) terminal.out(JSON.stringify(account));
    else accounts.push(account);
  }
  if (options.json) return;
  printTable(
    terminal,
    [
      { title: 'NAME', of: (account) => account.name, gives: true },
      { title: 'TIER', of: (account) => account.tier },
      { title: 'ARR', of: ({ arr }) => arr && moneyInWords(arr), align: 'right' },
      { title: 'CUSTOMER SINCE', of: (account) => account.customerSince },
      { title: 'CSM', of: (account) => account.csmId },
      { title: 'SPONSOR', of: ({ sponsor }) => sponsor && `${sponsor.personId}, ${sponsor.facing}` },
      { title: 'ID', of: (account) => account.id },
    ],
    accounts,
  );
}

async function importAccounts(
  { terminal, config }: Context,
  file: string,
  options: DirectoryImportOptions,
): Promise<void> {
  const read = await readDirectoryCsv(file, ACCOUNTS_SHAPE, options);
  const { entries, problems } = parseRows(read.rows, accountEntrySchema, accountOf);
  const api = connect(config, options, 'admin');
  const written = await writeDirectory(api, '/v1/accounts', 'accounts', entries);
  const { created = 0, updated = 0, unchanged = 0 } = written.counts;
  reportDirectory(terminal, options, [...read.problems, ...problems, ...written.problems], {
    counts: { created, updated, unchanged },
    words: `${created} accounts are new, ${updated} changed, ${unchanged} were so already`,
  });
}

function moneyInWords({ amount, currency }: { amount: number; currency: string }): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'code' });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
