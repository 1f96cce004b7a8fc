import { createContext, use, type ReactNode } from 'react';
import type { EscalationView } from '../../../api/views/escalation.schema';
import { pointerOf, valueAt, type FieldSchema, type FormValue, type Path } from './field-schema';

/** A form as its inputs see it. */
export interface FormState {
  value: FormValue;
  set: (path: Path, value: unknown) => void;
  /** Somebody has been there: from now on it says what is wrong. */
  touch: (path: Path) => void;
  errorAt: (pointer: string) => string | undefined;
  isRequiredHere: (pointer: string) => boolean;
  /** What the form is about; null where that is being raised. */
  escalation: EscalationView | null;
  /** Now by the escalation's own time, at a moment of the page's monotonic clock (time/ticking.ts). */
  nowAt: (tick: number) => number;
  /** How any field is shown: fields hold fields. */
  Input: (props: InputProps) => ReactNode;
}

/** Filled by whoever shows a form. */
export const FormContext = createContext<FormState | null>(null);

/** The form around this input. */
export function useFormState(): FormState {
  const form = use(FormContext);
  if (!form) throw new Error('outside of a form');
  return form;
}

/** One field of the form around it. */
export interface FieldState {
  value: unknown;
  /** The same as text; '' where it is none. */
  text: string;
  set: (value: unknown) => void;
  blur: () => void;
  error: string | undefined;
  pointer: string;
}

/** The field at a path. */
export function useField(path: Path): FieldState {
  const form = useFormState();
  const value = valueAt(form.value, path);
  const pointer = pointerOf(path);
  return {
    ...{ value, pointer },
    text: typeof value === 'string' ? value : '',
    set: (next) => form.set(path, next),
    blur: () => form.touch(path),
    error: form.errorAt(pointer),
  };
}

/** What every input is given. */
export interface InputProps {
  path: Path;
  schema: FieldSchema;
  required: boolean;
}
