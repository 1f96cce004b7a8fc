import { useQueryClient } from '@tanstack/react-query';
import type { EscalationView } from '../../../api/views/escalation.schema';
import { keys } from '../api/keys';

/** Puts an answer where its pages read it, and has everything read anew that it may have changed. */
export function useRecorded(): (escalation: EscalationView) => void {
  const client = useQueryClient();
  return (escalation) => {
    const names = [escalation.ref, escalation.id];
    for (const name of names) client.setQueryData(keys.escalation(name), escalation);
    const changed = names.flatMap((name) => [keys.timeline(name), keys.messages(name), keys.explain(name)]);
    const lists = [keys.escalations(), keys.totals(), keys.work(), keys.inbox(), keys.account(escalation.account.id)];
    for (const queryKey of [...changed, ...lists]) void client.invalidateQueries({ queryKey });
  };
}

/** Has the escalation read anew after an attempt that failed: somebody may have been faster, or it was done after all. */
export function useOvertaken(): (escalation: EscalationView) => void {
  const client = useQueryClient();
  return ({ ref, id }) => {
    for (const name of [ref, id]) void client.invalidateQueries({ queryKey: keys.escalation(name) });
  };
}
