import { useState, type ReactNode } from 'react';
import type { EscalationView } from '../../../api/views/escalation.schema';
import { ownNow } from '../time/own-now';
import { FieldInput } from './field-input';
import { pointerOf, type FormValue, type Path } from './field-schema';
import { FormContext } from './form-context';
import { useAfterPress } from './use-after-press';

/** What the fields of a form need. */
export interface FormFieldsGiven {
  value: FormValue;
  set: (path: Path, value: unknown) => void;
  /** What is wrong, by pointer, whether it is shown yet or not. */
  errors: ReadonlyMap<string, string>;
  /** Shows all of it; before, a field says only what is wrong once somebody has been there. */
  showAll: boolean;
  /** Pointers of what is required beyond the schema. */
  requiredHere?: ReadonlySet<string>;
  /** What the form is about; null where that is being raised. */
  escalation: EscalationView | null;
}

const NONE: ReadonlySet<string> = new Set();

/** Surrounds the fields of a form with what they show and change. */
export function FormProvider({ children, ...given }: FormFieldsGiven & { children: ReactNode }): ReactNode {
  const { value, set, errors, showAll, requiredHere = NONE, escalation } = given;
  const [touched, setTouched] = useState<ReadonlySet<string>>(NONE);
  const afterPress = useAfterPress();
  const form = {
    ...{ value, set, escalation, Input: FieldInput },
    touch: (path: Path) => afterPress(() => setTouched((before) => new Set(before).add(pointerOf(path)))),
    errorAt: (pointer: string) => (showAll || touched.has(pointer) ? errors.get(pointer) : undefined),
    isRequiredHere: (pointer: string) => requiredHere.has(pointer),
    nowAt: (tick: number) => (escalation ? ownNow(escalation, tick) : performance.timeOrigin + tick),
  };
  return <FormContext value={form}>{children}</FormContext>;
}
