import { exists, readSource, writeAll } from './checkout';
import { listed, STEP_LISTS } from './lists';
import type { NewStep } from './new-step';
import { Refusal } from './refusal';
import { writtenFiles } from './step-files';

/**
 * Writes the files of a new step and its line in every list; nothing where one of them is in the way.
 * @returns the paths that were written
 * @throws Refusal
 */
export async function addStep(step: NewStep): Promise<string[]> {
  const files = writtenFiles(step);
  const inTheWay = [...files.map(({ path }) => path), `domain/steps/${step.name}.ts`].find(exists);
  if (inTheWay) throw new Refusal(`${inTheWay} is there already: choose another name.`);
  const lists = await Promise.all(
    STEP_LISTS.map(async (list) => listed(await readSource(list.path), list, step.name, step.standsBefore)),
  );
  await writeAll([...files, ...lists]);
  return [...files, ...lists].map(({ path }) => path);
}
