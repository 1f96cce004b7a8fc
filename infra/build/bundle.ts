import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { workflowPlugins } from '../../services/shared/telemetry';
import { repository } from '../local/folders';

const output = path.join(repository, 'dist/workflow-bundle.js');

/** Bundles the workflows once, at build time, so that a worker starts in a moment and every worker runs the same code. */
async function main(): Promise<void> {
  const workflowsPath = path.join(repository, 'workflows/index.ts');
  const logger = new DefaultLogger('WARN');
  const workflowInterceptorModules = [path.join(repository, 'workflows/readable-signals.ts')];
  const plugins = workflowPlugins();
  const { code } = await bundleWorkflowCode({ workflowsPath, workflowInterceptorModules, plugins, logger });
  await writeFile(`${output}.${process.pid}`, code);
  await rename(`${output}.${process.pid}`, output);
}

void main();
