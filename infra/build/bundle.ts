import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { repository } from '../local/folders';
import { bundleWorkflows } from './bundle-workflows';

const output = path.join(repository, 'dist/workflow-bundle.js');

/** Bundles the workflows once, at build time, so that a worker starts in a moment and every worker runs the same code. */
async function main(): Promise<void> {
  await writeFile(`${output}.${process.pid}`, await bundleWorkflows(repository));
  await rename(`${output}.${process.pid}`, output);
}

void main();
