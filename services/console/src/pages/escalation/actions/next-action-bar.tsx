import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../../api/views/escalation.schema';
import { useMyself } from '../../../session/session';
import { Countdown } from '../../../time/countdown';
import { Button } from '../../../ui/button';
import { actionWords } from '../../../words/action-words';
import { watchingClocks } from '../glance/due';
import { useOpenForm } from '../use-open-form';
import { nextAction } from './next-action';

/** On a phone: the one next action under the thumb, above the pages. */
export function NextActionBar({ escalation }: { escalation: EscalationView }): ReactNode {
  const openForm = useOpenForm();
  const next = nextAction(escalation, useMyself().id);
  const due = watchingClocks(escalation.clocks)[0];
  if (!next) return null;
  return (
    <div
      data-noprint
      className="fixed inset-x-0 bottom-14 z-20 flex flex-wrap items-center gap-3 border-t border-line bg-surface px-3 py-2 sm:hidden"
    >
      <div className="shrink-0 flex-1">
        {due && due.state !== 'paused' && <Countdown dueAt={due.dueAt} told={escalation} />}
      </div>
      <Button kind="primary" onClick={() => openForm(next.name, next.about)}>
        {actionWords(next.name)}
      </Button>
    </div>
  );
}
