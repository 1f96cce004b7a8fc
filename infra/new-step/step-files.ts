import type { NewStep } from './new-step';
import { WHO } from './new-step';
import { constantOf, typeOf } from './step-name';
import { storyOf } from './story-file';

/** A file that a new step brings, by its path in the repository. */
export interface NewFile {
  path: string;
  text: string;
}

/** Where the files of a step stand. */
export function filesOf(name: string): { definition: string; schema: string; activity: string; story: string } {
  return {
    definition: `domain/steps/${name}/${name}.ts`,
    schema: `domain/steps/${name}/${name}.schema.ts`,
    activity: `activities/steps/${name}.ts`,
    story: `tests/domain/stories/${name}.test.ts`,
  };
}

/** The definition, the schema, the activity and the story of a new step: whole, to be filled with what it is about. */
export function writtenFiles(step: NewStep): NewFile[] {
  const paths = filesOf(step.name);
  return [
    { path: paths.definition, text: definitionOf(step) },
    { path: paths.schema, text: schemaOf(step) },
    { path: paths.activity, text: activityOf(step) },
    { path: paths.story, text: storyOf(step) },
  ];
}

function definitionOf(step: NewStep): string {
  const { name, title, after, before, clock } = step;
  const [constant, type] = [constantOf(name), typeOf(name)];
  const who = WHO[step.by];
  const imports = [
    clock ? `import { HOUR_MS } from '../../duration';\nimport { meetClock } from '../../escalation/clocks';` : '',
    who ? '' : `import { MANAGER_UPWARDS } from '../../people';`,
    `import type { StepDefinition } from '../step';`,
    `import type { ${type}Body } from './${name}.schema';`,
  ];
  const budget = clock && `{ anchor: '${clock.anchor}', budgetMs: ${clock.hours} * HOUR_MS }`;
  const outcome = clock
    ? `(draft, { now }) => ({ occurredAt: now, then: () => meetClock(draft, '${name}', now) })`
    : '(_draft, { now }) => ({ occurredAt: now })';
  return `${lines(imports)}

/** ${title}${clock ? `, within ${clock.hours} h of the ${clock.anchor}` : ''}. */
export const ${constant}: StepDefinition<${type}Body> = {
  name: '${name}',
  title: '${title}',
  help: 'What was done, in a note.',
  clock: ${budget ?? 'null'},
  after: ${list(after)},
${before.length > 0 ? `  before: ${list(before)},\n` : ''}  by: ${who ? list([who]) : 'MANAGER_UPWARDS'},
  complete: ${outcome},
};
`;
}

function schemaOf({ name, title }: NewStep): string {
  return `import { z } from 'zod';
import { hint } from '../../field-hint';
import { text } from '../../text.schema';

/** ${title}: what completes it. */
export const ${constantOf(name)}Schema = z.strictObject({
  note: text(5_000).meta(hint({ title: 'What was done', input: 'long-text' })),
});

/** What completes ${title}, parsed. */
export type ${typeOf(name)}Body = z.infer<typeof ${constantOf(name)}Schema>;
`;
}

function activityOf({ name, title }: NewStep): string {
  const type = `${typeOf(name)}Body`;
  return `import type { ${type} } from '../../domain/steps/${name}/${name}.schema';
import { oneLine } from '../mail/wording';
import type { StepActivity } from './step-ports';

/** ${title}: nothing goes out; the timeline says what was done. */
export function ${constantOf(name)}(): StepActivity<${type}> {
  return ({ body: { note } }) => Promise.resolve({ summary: \`${title}: \${oneLine(note)}\`, result: { note } });
}
`;
}

/** Names as a list of the source. */
function list(names: readonly string[]): string {
  return `[${names.map((name) => `'${name}'`).join(', ')}]`;
}

function lines(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}
