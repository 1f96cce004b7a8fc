import { pathToFileURL } from 'node:url';
import { Command } from 'commander';
import type * as ReadModelWork from '../direct/read-model-work';
import type { Context } from './context';

/** `upstairs rebuild`: the read model anew from the journal. */
export function rebuildCommand(context: Context): Command {
  return new Command('rebuild')
    .description(
      'build the read model anew from the journal, beside the one in use, and swap; needs DATABASE_URL or a local system',
    )
    .option('--json', 'print the result as JSON')
    .action(async (options: { json?: boolean }) => (await loadWork()).rebuild(context, options));
}

/** `upstairs verify-read-model`: whether journal, read model and workflows tell the same. */
export function verifyReadModelCommand(context: Context): Command {
  return new Command('verify-read-model')
    .description('compare the read model with the journal and with the workflows; exit code 1 where they differ')
    .option('--no-workflows', 'leave the workflows out, when Temporal is not there')
    .option('--json', 'print the result as JSON')
    .action(async (options: { workflows: boolean; json?: boolean }) => (await loadWork()).verify(context, options));
}

/**
 * Only these two need the clients of the database and of Temporal, which take longer to load than all the rest. Imported
 * dynamically, one of our own compiled modules is its default export.
 */
async function loadWork(): Promise<typeof ReadModelWork> {
  const file = pathToFileURL(require.resolve('../direct/read-model-work'));
  return ((await import(file.href)) as { default: typeof ReadModelWork }).default;
}
