import type { EscalationView } from '../../../../api/views/escalation.schema';
import type { ActionName } from '../../forms/action';
import type { FormValue } from '../../forms/field-schema';

/** A way to put the call on record: the contact alone, or the step that it was. */
export interface WayToRecord extends ActionName {
  label: string;
  help: string;
  /** What its form begins with. */
  prefill?: FormValue;
}

const spoken = { channel: 'phone', subject: '', body: '', occurredAt: '' };

const ways: readonly WayToRecord[] = [
  {
    ...{ kind: 'step', name: 'intake', label: 'It was the acknowledgment' },
    help: 'You answered in person and named the owner: the two hours stop when you called.',
    prefill: { acknowledgment: spoken },
  },
  {
    ...{ kind: 'step', name: 'customer-update', label: 'It was the full account' },
    help: 'You told what happened and what we do, with at least one dated promise.',
    prefill: { message: spoken },
  },
  {
    ...{ kind: 'step', name: 'closure', label: 'It closed the matter' },
    help: 'Everything is put right, and you have said so yourself.',
    prefill: { message: spoken },
  },
  {
    ...{ kind: 'step', name: 'check-in', label: 'It was the check-in' },
    help: 'You asked whether things are better now.',
  },
  {
    ...{ kind: 'command', name: 'interim-update', label: 'It was an interim update' },
    help: 'What we know so far; the full account stays due.',
    prefill: { message: spoken },
  },
  {
    ...{ kind: 'command', name: 'record-contact', label: 'Only record this call' },
    help: 'What was said, and when. Nothing is sent, and no step is done by it.',
    prefill: { channel: 'phone', direction: 'to-customer' },
  },
];

/** The ways that are open to this person now. */
export function waysToRecord({ actions }: EscalationView): WayToRecord[] {
  return ways.filter(({ name, kind }) => actions.some((action) => action.name === name && action.kind === kind));
}

/** Any of them by its name, possible now or not: what was typed into its form must be found again. */
export function wayNamed(name: string | undefined): WayToRecord | null {
  return ways.find((way) => way.name === name) ?? null;
}
