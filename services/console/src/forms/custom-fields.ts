import type { FieldSchema } from './field-schema';

/** A field that a policy asks for besides. */
export interface AskedField {
  name: string;
  title: string;
  kind: 'text' | 'number' | 'day' | 'yes-no' | 'choice';
  choices?: readonly string[];
}

/** The fields of a policy, each asked for in its kind. */
export function customGroup(title: string | undefined, fields: readonly AskedField[]): FieldSchema {
  const properties = Object.fromEntries(fields.map((field) => [field.name, customField(field)]));
  return { type: 'object', title: title ?? 'Further fields', properties };
}

function customField({ title, kind, choices = [] }: AskedField): FieldSchema {
  switch (kind) {
    case 'number':
      return { type: 'number', title };
    case 'yes-no':
      return { type: 'boolean', title };
    case 'day':
      return { type: 'string', format: 'date', title };
    case 'choice':
      return { type: 'string', enum: choices, title };
    case 'text':
      return { type: 'string', input: 'long-text', maxLength: 2_000, title };
  }
}
