import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../api/views/escalation.schema';
import { useMyself } from '../../session/session';
import { momentInFull, useMomentStyle } from '../../time/moment';

/** On paper only: what this is, where it is found, and as of when. */
export function PrintedHead({ escalation: { ref, now } }: { escalation: EscalationView }): ReactNode {
  const style = useMomentStyle();
  const me = useMyself();
  return (
    <p className="hidden border-b border-line pb-2 text-sm print:block">
      Upstairs · {ref} · {window.location.origin}
      {window.location.pathname} · as of {momentInFull(now, style)} · printed by {me.name}
    </p>
  );
}
