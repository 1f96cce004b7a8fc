import { Runtime, DefaultLogger } from '@temporalio/worker';
import { TestWorkflowEnvironment } from '@temporalio/testing';

/** Downloads the CLI of a version into a folder; the SDK does so when it is asked for a server, which ends right away. */
async function main(version: string, downloadDir: string): Promise<void> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const environment = await TestWorkflowEnvironment.createLocal({
    server: { executable: { type: 'cached-download', version: `v${version}`, downloadDir } },
  });
  await environment.teardown();
}

const [version = '', folder = ''] = process.argv.slice(2);
main(version, folder).catch((error: unknown) => {
  console.error(reasonOf(error));
  process.exit(1);
});

// The message repeats itself once for every layer; the last one says why.
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const parts = text.split(': ').filter((part) => !part.startsWith('error sending request'));
  return parts.slice(-2).join(': ');
}
