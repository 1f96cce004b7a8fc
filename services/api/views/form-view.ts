import { z } from 'zod';
import { COMMANDS } from '../../../domain/commands/commands';
import { commandSchemas } from '../../../domain/commands/schemas';
import { STEPS } from '../../../domain/steps/plan';
import { stepSchemas } from '../../../domain/steps/schemas';
import type { Who } from '../../../domain/steps/step';
import type { FormsView, FormView } from './form.schema';

type Defined = Readonly<Record<string, { name: string; title: string; help: string; by: readonly Who[] }>>;

/** Written for one machine by another; nobody fills them in by hand. */
const NOT_FOR_PEOPLE = new Set(['report-import']);

let made: FormsView | undefined;

/** Every step and command that a person uses, as a form. They follow from the code alone, so they are made once. */
export function formsView(): FormsView {
  made ??= {
    steps: formsOf('step', STEPS, stepSchemas),
    commands: formsOf('command', COMMANDS, commandSchemas),
  };
  return made;
}

function formsOf(
  kind: FormView['kind'],
  definitions: Defined,
  schemas: Readonly<Record<string, z.ZodType>>,
): Record<string, FormView> {
  const forms: Record<string, FormView> = {};
  for (const { name, title, help, by } of Object.values(definitions)) {
    const schema = schemas[name];
    if (!schema || NOT_FOR_PEOPLE.has(name)) continue;
    forms[name] = { name, kind, title, help, by: [...by], schema: jsonSchema(schema) };
  }
  return forms;
}

/** As somebody fills it in: what has a default is not required. */
function jsonSchema(schema: z.ZodType): Record<string, unknown> {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' });
}
