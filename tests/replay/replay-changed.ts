import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { bundleWorkflows } from '../../infra/build/bundle-workflows';
import { workflowPlugins } from '../../services/shared/telemetry';
import { inChangedCheckout } from './changed-checkout';
import { CHANGES } from './changes';
import { readHistories } from './history-files';

/**
 * Replays every recorded history with a legal review on each change of that step, and prints one line of JSON for each:
 * `{ change, history, error }`.
 */
async function main(): Promise<void> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const held = readHistories().filter(({ name }) => name === 'legal-review');
  const histories = held.map(({ release, name, history }) => ({ workflowId: `${release}/${name}`, history }));
  for (const change of CHANGES) {
    const code = await inChangedCheckout(change, bundleWorkflows);
    const options = { workflowBundle: { code }, plugins: workflowPlugins() };
    for await (const { workflowId, error } of Worker.runReplayHistories(options, histories)) {
      console.log(JSON.stringify({ change: change.name, history: workflowId, error: error?.message ?? null }));
    }
  }
}

main()
  .then(() => process.exit(0))
  .catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
