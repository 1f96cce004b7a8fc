import path from 'node:path';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { repository } from '../../infra/local/folders';
import { workflowPlugins } from '../../services/shared/telemetry';
import { readHistories } from './history-files';

/**
 * Replays every recorded history on the code of today and prints one line of JSON each: `{ workflowId, error }`. A
 * program of its own, because the replaying worker's threads do not end inside of jest.
 */
async function main(): Promise<void> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const codePath = path.join(repository, 'dist/workflow-bundle.js');
  const histories = readHistories().map(({ release, name, history }) => ({
    workflowId: `${release}/${name}`,
    history,
  }));
  const options = { workflowBundle: { codePath }, plugins: workflowPlugins() };
  for await (const { workflowId, error } of Worker.runReplayHistories(options, histories)) {
    console.log(JSON.stringify({ workflowId, error: error?.message ?? null }));
  }
}

main()
  .then(() => process.exit(0))
  .catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
