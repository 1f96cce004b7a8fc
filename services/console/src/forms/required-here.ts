import type { EscalationView } from '../../../api/views/escalation.schema';
import type { ActionName } from './action';
import type { FormValue } from './field-schema';

const TECHNICAL: readonly string[] = ['data', 'outage', 'defect'];

/** Pointers of fields that the shape leaves open and that this escalation, or the rest of the form, asks for. */
export function requiredHere({ name }: ActionName, escalation: EscalationView, value: FormValue): ReadonlySet<string> {
  const pointers: string[] = [];
  if (name === 'investigation') {
    if (TECHNICAL.includes(escalation.severity)) pointers.push('#/technicalConsulted');
    if (!escalation.scope) pointers.push('#/scope');
    if (!escalation.origin) pointers.push('#/origin');
  }
  if (name === 'check-in' && value.reached === true) pointers.push('#/improved');
  return new Set(pointers);
}
