import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundleWorkflows } from '../../infra/build/bundle-workflows';
import { repository } from '../../infra/local/folders';
import { THIS_RELEASE } from './service-processes';

/** The step that the earlier release has never heard of. */
export const NEW_STEP = 'legal-review';

/**
 * Makes the compiled files of a release from before a step was added: this one without it, with a bundle of its own.
 * @param folder an empty place for it
 * @returns where its services stand
 */
export async function makeEarlierRelease(folder: string): Promise<string> {
  const sources = path.join(folder, 'sources');
  for (const part of ['domain', 'workflows', 'activities']) {
    cpSync(path.join(repository, part), path.join(sources, part), { recursive: true });
  }
  mkdirSync(path.join(sources, 'services'));
  symlinkSync(path.join(repository, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  takeOut(path.join(sources, 'domain/steps/plan.ts'));
  const release = path.join(folder, 'dist');
  for (const part of ['domain', 'workflows', 'activities', 'services', 'infra']) {
    cpSync(path.join(THIS_RELEASE, part), path.join(release, part), { recursive: true });
  }
  takeOut(path.join(release, 'domain/steps/plan.js'));
  writeFileSync(path.join(release, 'workflow-bundle.js'), await bundleWorkflows(sources));
  return release;
}

/** Takes the step's line out of the list of steps. */
function takeOut(file: string): void {
  const source = readFileSync(file, 'utf8');
  const without = source.replace(new RegExp(`^\\s*['"]${NEW_STEP}['"]: .*\\n`, 'm'), '');
  if (without === source) throw new Error(`${file} has no line for ${NEW_STEP}`);
  writeFileSync(file, without);
}
