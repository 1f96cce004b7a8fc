import type { EscalationView } from '../../../api/views/escalation.schema';
import type { ActionName } from './action';
import type { FormValue } from './field-schema';

const TECHNICAL: readonly string[] = ['data', 'outage', 'defect'];

/** Pointers of fields that the shape leaves open and that this escalation, or the rest of the form, asks for. */
export function requiredHere({ name }: ActionName, escalation: EscalationView, value: FormValue): ReadonlySet<string> {
  const investigation = escalation.steps.find((step) => step.name === 'investigation')?.state;
  if (name === 'investigation') return new Set(forInvestigation(escalation));
  if (name === 'resolve-at-once' && investigation !== 'done')
    return new Set(forInvestigation(escalation).map((field) => field.replace('#/', '#/investigation/')));
  if (name === 'check-in' && value.reached === true) return new Set(['#/improved']);
  if (name === 'decide-approval' && value.decision === 'refused') return new Set(['#/note']);
  if (name === 'override-priority' && value.level) return new Set(['#/dueAt']);
  return new Set();
}

function forInvestigation({ severity, scope, origin }: EscalationView): string[] {
  return [
    ...(TECHNICAL.includes(severity) ? ['#/technicalConsulted'] : []),
    ...(scope ? [] : ['#/scope']),
    ...(origin ? [] : ['#/origin']),
  ];
}
