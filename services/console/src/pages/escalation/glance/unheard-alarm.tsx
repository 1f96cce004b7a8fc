import { Siren } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../../api/views/escalation.schema';
import { Button } from '../../../ui/button';
import { clockWords } from '../../../words/clock-words';
import { actionWords } from '../../../words/action-words';
import { useOpenForm } from '../use-open-form';

/** A breach of which nobody could be told: nobody else will act, so whoever reads this has to. */
export function UnheardAlarm({ escalation }: { escalation: EscalationView }): ReactNode {
  const openForm = useOpenForm();
  const { unheardClocks, actions, contact } = escalation;
  if (unheardClocks.length === 0) return null;
  const what = unheardClocks.map((id) => clockWords(id, escalation)).join(', ');
  const mine = ['take-charge', 'intake'].filter((name) => actions.some((action) => action.name === name));
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-x-5 gap-y-3 rounded-xl border-4 border-danger bg-danger-soft p-4 text-danger"
    >
      <Siren aria-hidden className="size-10 shrink-0" />
      <div className="min-w-0 flex-1 basis-72">
        <p className="text-lg font-bold">Nobody could be notified</p>
        <p dir="auto">Time has run out: {what}. No mail about it reached anybody.</p>
        <p>
          {mine.length > 0 ? 'You have read it, so act: ' : 'You have read it, so call a manager: '}
          {mine.length > 0
            ? `take charge, or answer ${contact?.name ?? 'the customer'} yourself. Then have the mail addresses and the mail server looked at.`
            : 'none of them knows. Then have the mail addresses and the mail server looked at.'}
        </p>
      </div>
      {mine.map((name) => (
        <Button key={name} kind="danger" data-noprint onClick={() => openForm(name)}>
          {actionWords(name)}
        </Button>
      ))}
    </div>
  );
}
