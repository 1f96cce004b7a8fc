import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { workflowPlugins } from '../../services/shared/telemetry';
import { repository } from '../local/folders';

const output = path.join(repository, 'dist/workflow-bundle.js');

const fromWorkflows = (file: string) => path.join(repository, 'workflows', file);

/**
 * Our modules hold no state of their own, so all workflows of a worker share them; loaded for each cached workflow anew,
 * as Temporal does by itself, they would cost 0.05 MB each time.
 */
const shared = ['escalation/run.ts', 'escalation/messages.ts', 'readable-signals.ts'];

/** Bundles the workflows once, at build time, so that a worker starts in a moment and every worker runs the same code. */
async function main(): Promise<void> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: fromWorkflows('index.ts'),
    workflowInterceptorModules: [fromWorkflows('readable-signals.ts')],
    preloadModules: shared.map(fromWorkflows),
    plugins: workflowPlugins(),
    logger: new DefaultLogger('WARN'),
  });
  await writeFile(`${output}.${process.pid}`, code);
  await rename(`${output}.${process.pid}`, output);
}

void main();
