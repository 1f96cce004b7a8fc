import path from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { repository } from '../../infra/local/folders';

/** What a measurement fills the cache with. */
export type Subject = 'no-op' | 'raised' | 'half-way';

/** Every subject, the baseline first. */
export const SUBJECTS: readonly Subject[] = ['no-op', 'raised', 'half-way'];

/** The workflow code that a worker of this subject runs: our built bundle, or one with nothing in it. */
export async function bundleOf(subject: Subject): Promise<{ codePath: string } | { code: string }> {
  if (subject !== 'no-op') return { codePath: path.join(repository, 'dist/workflow-bundle.js') };
  const workflowsPath = path.join(repository, 'bench/memory/no-op.ts');
  return bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('WARN') });
}
