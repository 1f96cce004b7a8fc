import path from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { workflowPlugins } from '../../services/shared/telemetry';

/**
 * Our modules hold no state of their own, so all workflows of a worker share them; loaded for each cached workflow anew,
 * as Temporal does by itself, they would cost 0.05 MB each time.
 */
const shared = ['escalation/run.ts', 'escalation/messages.ts', 'readable-signals.ts'];

/** The workflows of a checkout as one file, by its folder: what a worker runs and a replay replays on. */
export async function bundleWorkflows(checkout: string): Promise<string> {
  const fromWorkflows = (file: string) => path.join(checkout, 'workflows', file);
  const { code } = await bundleWorkflowCode({
    workflowsPath: fromWorkflows('index.ts'),
    workflowInterceptorModules: [fromWorkflows('readable-signals.ts')],
    preloadModules: shared.map(fromWorkflows),
    plugins: workflowPlugins(),
    logger: new DefaultLogger('WARN'),
  });
  return code;
}
