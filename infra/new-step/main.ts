import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { Command } from 'commander';
import { repository } from '../local/folders';
import { addStep } from './add-step';
import type { TypedOptions } from './new-step';
import { ANCHORS, DOERS, readNewStep } from './new-step';
import { Refusal } from './refusal';
import { removeStep } from './remove-step';

const program = new Command('npm run new-step --')
  .description('Writes a new step of the process: its definition, schema, activity, test, and its line in each list.')
  .argument('<name>', 'what it is called, as legal-review')
  .option('--title <words>', 'what people read; from the name where it is left out')
  .option('--after <steps>', 'what must be done before it, joined by commas', 'investigation')
  .option('--before <steps>', 'what waits for it, joined by commas; the closure waits anyway', 'customer-update')
  .option('--by <who>', `who completes it: ${DOERS.join(', ')}`, 'owner')
  .option('--hours <number>', 'the time of its clock', '4')
  .option('--anchor <what>', `what its clock counts from: ${ANCHORS.join(', ')}`, 'acknowledgment')
  .option('--no-clock', 'it has no clock of its own')
  .option('--remove', 'takes the step out again, where no plan and no history holds it')
  .addHelpText(
    'after',
    '\nA new step is in nobody\'s plan until a policy\'s "plan" names it (CONTRIBUTING, "Add a step").',
  );

/** `npm run new-step -- NAME`. */
async function main(name: string, options: TypedOptions & { remove?: true }): Promise<void> {
  try {
    const changed = options.remove ? await removeStep(name) : await addStep(readNewStep(name, options));
    console.log(changed.map((file) => `  ${file}`).join('\n'));
    generate();
    console.log(options.remove ? `Taken out: ${name}.` : next(name));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(`${error.message}\nNothing was changed.`);
    process.exitCode = 1;
  }
}

/** The generated files follow from the lists, by the code as it is now: built anew, in a process of its own. */
function generate(): void {
  const bootstrap = path.join(repository, 'infra/bootstrap.mjs');
  const { status } = spawnSync(process.execPath, [bootstrap, 'generate'], { cwd: repository, stdio: 'inherit' });
  if (status !== 0) throw new Error('The generated files could not be written: run "npm run generate".');
}

function next(name: string): string {
  return [
    `Written: ${name}. What is yours to say now:`,
    `  what it must carry      domain/steps/${name}/${name}.schema.ts, then npm run generate`,
    `  what must hold          domain/steps/${name}/${name}.ts`,
    `  what it does            activities/steps/${name}.ts`,
    `  a valid body            tests/domain/support/bodies.ts`,
    `  its story               tests/domain/stories/${name}.test.ts`,
    'It is in the API, the forms and the docs, and in the plan of every policy that names it. Then: npm run verify',
  ].join('\n');
}

program
  .action(main)
  .parseAsync()
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
