import type { CustomField, CustomValue } from './custom-field';
import { invalid } from './rejection';
import type { FieldProblem } from './rejection';

const LONGEST_TEXT = 2_000;
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Custom fields with their values, by name, as somebody fills them in. */
export type CustomValues = Readonly<Record<string, CustomValue>>;

/** Where a custom field stands in a body. */
export function customPointer(name: string): string {
  return `#/custom/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Refuses, by `Rejected`, values of fields that the policy does not have, and those that are not of their kind. */
export function checkCustom(fields: readonly CustomField[], values: CustomValues): void {
  const known = (name: string) => fields.find((field) => field.name === name);
  const unknown = Object.keys(values).filter((name) => !known(name));
  if (unknown.length > 0) {
    const there =
      fields.length > 0 ? `one of ${fields.map(({ name }) => name).join(', ')}` : 'the policy has no fields';
    const errors = unknown.map((name) => ({ pointer: customPointer(name), detail: there }));
    invalid('unknown-field', `The policy knows no field ${unknown.map((name) => `"${name}"`).join(', ')}.`, ...errors);
  }
  const wrong = Object.entries(values).flatMap<FieldProblem>(([name, value]) => {
    const field = known(name);
    const detail = field && problemOf(field, value);
    return detail ? [{ pointer: customPointer(name), detail }] : [];
  });
  if (wrong.length > 0) {
    const titles = wrong.map(({ pointer, detail }) => `${pointer.slice('#/custom/'.length)} ${detail}`);
    invalid('invalid-content', `A field has the wrong kind of value: ${titles.join('; ')}.`, ...wrong);
  }
}

function problemOf({ kind, choices = [] }: CustomField, value: unknown): string | null {
  switch (kind) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? null : 'must be a number';
    case 'yes-no':
      return typeof value === 'boolean' ? null : 'must be true or false';
    case 'day':
      return typeof value === 'string' && isDay(value) ? null : 'must be a day such as 2026-12-24';
    case 'choice':
      return typeof value === 'string' && choices.includes(value) ? null : `must be one of ${choices.join(', ')}`;
    case 'text':
      return textProblem(value);
  }
}

function textProblem(value: unknown): string | null {
  if (typeof value !== 'string' || !/\S/.test(value)) return 'must be text';
  if (value.length > LONGEST_TEXT) return `has over ${LONGEST_TEXT} characters`;
  return UNPRINTABLE.test(value) ? 'must not hold control characters other than line breaks and tabs' : null;
}

/** A day of the calendar: the 30th of February is none. */
function isDay(value: string): boolean {
  const at = DAY.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value);
}
