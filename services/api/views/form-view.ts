import { z } from 'zod';
import { COMMANDS } from '../../../domain/commands/commands';
import { commandSchemas } from '../../../domain/commands/schemas';
import type { CustomField } from '../../../domain/custom-field';
import { STEPS } from '../../../domain/steps/plan';
import { stepSchemas } from '../../../domain/steps/schemas';
import type { Who } from '../../../domain/steps/step';
import { customForm } from './custom-form';
import type { FormsView, FormView } from './form.schema';

type Defined = Readonly<Record<string, { name: string; title: string; help: string; by: readonly Who[] }>>;

/** Written for one machine by another; nobody fills them in by hand. */
const NOT_FOR_PEOPLE = new Set(['report-import']);

let made: Pick<FormsView, 'steps' | 'commands'> | undefined;

/**
 * Every step and command that a person uses, as a form, with the fields of a policy in those that take them. All the
 * rest follows from the code alone, so it is made once.
 */
export function formsView(fields: readonly CustomField[]): FormsView {
  made ??= {
    steps: formsOf('step', STEPS, stepSchemas),
    commands: formsOf('command', COMMANDS, commandSchemas),
  };
  const custom = customForm(fields);
  const commands = Object.entries(made.commands).map(([name, form]) => [name, withCustom(form, custom)]);
  return { steps: made.steps, commands: Object.fromEntries(commands) as FormsView['commands'], custom };
}

/** A policy without fields asks for none. */
function withCustom(form: FormView, custom: Record<string, unknown>): FormView {
  const { custom: taken, ...others } = (form.schema.properties ?? {}) as Record<string, unknown>;
  if (taken === undefined) return form;
  const known = Object.keys(custom.properties as object).length > 0 ? { ...others, custom } : others;
  return { ...form, schema: { ...form.schema, properties: known } };
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
