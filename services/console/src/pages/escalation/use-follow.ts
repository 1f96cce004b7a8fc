import { useQueryClient } from '@tanstack/react-query';
import type { EscalationView } from '../../../../api/views/escalation.schema';
import { keys } from '../../api/keys';
import { useLive } from '../../live/live-context';

/**
 * Renews the page when a change comes that names its escalation by the id alone, as while the read model is rebuilt;
 * one that names the ref renews it anyway.
 */
export function useFollow({ id, ref }: EscalationView): void {
  const client = useQueryClient();
  useLive((event) => {
    if (event.id !== id || event.ref) return;
    for (const queryKey of [keys.escalation(ref), keys.timeline(ref), keys.messages(ref), keys.explain(ref)])
      void client.invalidateQueries({ queryKey });
  });
}
