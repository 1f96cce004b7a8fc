import { DEFAULT_PLAN, findStep } from '../../domain/steps/plan';
import { exists, readSource, removeAll, writeAll } from './checkout';
import { STEP_LISTS, unlisted } from './lists';
import { namedIn } from './named-in';
import { Refusal } from './refusal';
import { filesOf } from './step-files';

/**
 * Takes a step out again: its files and its line in every list; nothing where something else still names it.
 * @returns the paths that were changed or deleted
 * @throws Refusal
 */
export async function removeStep(name: string): Promise<string[]> {
  if (!findStep(name)) throw new Refusal(`There is no step "${name}".`);
  if ((DEFAULT_PLAN as readonly string[]).includes(name)) {
    throw new Refusal(`${name} is in the default plan. Take it out of DEFAULT_PLAN (domain/steps/plan.ts) first.`);
  }
  const files = Object.values(filesOf(name)).filter(exists);
  const lists = await Promise.all(STEP_LISTS.map(async (list) => unlisted(await readSource(list.path), list, name)));
  const naming = await namedIn(name, [...files, ...STEP_LISTS.map(({ path }) => path)]);
  if (naming.length > 0) {
    const held = naming.some((file) => file.includes('/histories/'));
    const advice = held
      ? 'A recorded history holds it: escalations were raised with it, and it is retired first (CONTRIBUTING).'
      : 'Take it out there first.';
    throw new Refusal(`${name} is named in\n${naming.map((file) => `  ${file}`).join('\n')}\n${advice}`);
  }
  await writeAll(lists);
  await removeAll(files);
  return [...files, ...lists.map(({ path }) => path)];
}
