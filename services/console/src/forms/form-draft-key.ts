import type { EscalationView } from '../../../api/views/escalation.schema';
import type { ActionName } from './action';
import { draftKey } from './draft';
import type { FormValue } from './field-schema';

/** What of an escalation a form may be about: each has words of its own. */
const ABOUT = ['approvalId', 'commitmentId', 'taskId', 'personId', 'otherId'];

/** Where this browser keeps what somebody types into the form of an action. */
export function formDraftKey(
  personId: string,
  { id }: EscalationView,
  { kind, name }: ActionName,
  prefill: FormValue = {},
): string {
  const about = ABOUT.map((field) => prefill[field]).filter((value) => typeof value === 'string' && value !== '');
  return draftKey(personId, id, kind, name, ...(about as string[]));
}
