import { Refusal } from './refusal';
import type { Source } from './source-edit';
import { usesName, withEntry, withImport, withoutEntry, withoutImport } from './source-edit';
import { constantOf } from './step-name';

/** A list in which every step has its line. */
interface StepList {
  path: string;
  /** The constant that holds it, or the function that answers with it. */
  list: string;
  /** The line of a step. */
  line: (name: string) => string;
  /** What the line needs to be imported. */
  imported?: (name: string) => { name: string; from: string; folder: string };
}

/** All of them: the definitions, the schemas, the activities, and the bodies of the random sequences. */
export const STEP_LISTS: readonly StepList[] = [
  {
    path: 'domain/steps/plan.ts',
    list: 'STEPS',
    line: (name) => (constantOf(name) === name ? name : `'${name}': ${constantOf(name)}`),
    imported: (name) => ({ name: constantOf(name), from: `./${name}/${name}`, folder: './' }),
  },
  {
    path: 'domain/steps/schemas.ts',
    list: 'stepSchemas',
    line: (name) => `${keyOf(name)}: ${constantOf(name)}Schema`,
    imported: (name) => ({ name: `${constantOf(name)}Schema`, from: `./${name}/${name}.schema`, folder: './' }),
  },
  {
    path: 'activities/index.ts',
    list: 'createStepActivities',
    line: (name) => `${keyOf(name)}: ${constantOf(name)}()`,
    imported: (name) => ({ name: constantOf(name), from: `./steps/${name}`, folder: './steps/' }),
  },
  {
    path: 'tests/domain/support/bodies.ts',
    list: 'WRITERS',
    line: (name) => `${keyOf(name)}: () => ({ note: 'Looked at it.' })`,
  },
];

function keyOf(name: string): string {
  return constantOf(name) === name ? name : `'${name}'`;
}

/**
 * A list with the line of a new step, in front of another one's.
 * @throws Refusal where the file is not what is expected, or uses the step's constant for something else
 */
export function listed(source: Source, { list, line, imported }: StepList, name: string, beforeKey: string): Source {
  const needed = imported?.(name);
  if (needed && usesName(source, needed.name)) {
    throw new Refusal(`${source.path} uses the word ${needed.name} already: choose another name.`);
  }
  const longer = withEntry(source, list, { line: line(name), beforeKey });
  return needed ? withImport(longer, needed) : longer;
}

/**
 * A list without the line of a step.
 * @throws Refusal where it has none
 */
export function unlisted(source: Source, { list, imported }: StepList, name: string): Source {
  const needed = imported?.(name);
  const without = withoutEntry(source, list, name);
  return needed ? withoutImport(without, needed.from) : without;
}
