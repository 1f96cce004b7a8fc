import type { Role } from './people';

/** How a form asks for a field where its type alone does not tell. */
export type FieldInput =
  | 'person'
  | 'message'
  | 'long-text'
  | 'moment'
  | 'commitments'
  | 'clock'
  | 'commitment'
  | 'money'
  | 'consulted'
  /** The id of an approval, a task, several tasks; an escalation by its ref. */
  | 'approval'
  | 'task'
  | 'tasks'
  | 'escalation'
  /** Something that holds or does not, where silence means that it does not: a box to tick. */
  | 'flag'
  | 'hidden';

/** What a form shows for a field; it travels in the JSON Schema of the body, beside the rules themselves. */
export interface FieldHint {
  title: string;
  /** The rule in words, for whoever fills it in. */
  description?: string;
  input?: FieldInput;
  /** The roles of the person that the field may name. */
  eligible?: readonly Role[];
  placeholder?: string;
}

/** The hint as zod's `.meta()` takes it. */
export function hint(field: FieldHint): { [Key in keyof FieldHint]: FieldHint[Key] } {
  return field;
}
