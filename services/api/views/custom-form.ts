import type { CustomField } from '../../../domain/custom-field';

/** The policy's own fields as the JSON Schema of `custom` in a body, as forms show it. */
export function customForm(fields: readonly CustomField[]): Record<string, unknown> {
  return {
    type: 'object',
    title: 'Further fields',
    properties: Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field)])),
    additionalProperties: false,
  };
}

function fieldSchema({ title, kind, choices = [], requiredFor }: CustomField): Record<string, unknown> {
  const steps = requiredFor.map((name) => name.replaceAll('-', ' ')).join(', ');
  return { title, ...(steps && { description: `Needed by: ${steps}` }), ...typeOf(kind, choices) };
}

function typeOf(kind: CustomField['kind'], choices: readonly string[]): Record<string, unknown> {
  switch (kind) {
    case 'number':
      return { type: 'number' };
    case 'yes-no':
      return { type: 'boolean' };
    case 'day':
      return { type: 'string', format: 'date' };
    case 'choice':
      return { type: 'string', enum: [...choices] };
    case 'text':
      return { type: 'string', minLength: 1, maxLength: 2_000 };
  }
}
