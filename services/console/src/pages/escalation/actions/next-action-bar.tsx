import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../../api/views/escalation.schema';
import { Countdown } from '../../../time/countdown';
import { Button } from '../../../ui/button';
import { actionWords } from '../../../words/action-words';
import { watchingClocks } from '../glance/due';
import { useChangeView } from '../use-view';
import { nextAction } from './next-action';

/** On a phone: the one next action under the thumb, above the pages. */
export function NextActionBar({ escalation }: { escalation: EscalationView }): ReactNode {
  const change = useChangeView();
  const next = nextAction(escalation);
  const due = watchingClocks(escalation.clocks)[0];
  if (!next) return null;
  return (
    <div
      data-noprint
      className="fixed inset-x-0 bottom-14 z-20 flex items-center gap-3 border-t border-line bg-surface px-3 py-2 sm:hidden"
    >
      <div className="min-w-0 flex-1">{due && <Countdown dueAt={due.dueAt} told={escalation} />}</div>
      <Button kind="primary" onClick={() => change({ action: next.name }, 'push')}>
        {actionWords(next.name)}
      </Button>
    </div>
  );
}
