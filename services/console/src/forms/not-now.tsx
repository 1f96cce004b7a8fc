import { Ban } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EscalationView } from '../../../api/views/escalation.schema';
import { Moment } from '../time/moment';
import { EmptyState } from '../ui/states';
import type { ActionName } from './action';

/** Something that this person cannot do here now, and why as far as it can be told. */
export function NotNow({ escalation, action }: { escalation: EscalationView; action: ActionName }): ReactNode {
  const step = action.kind === 'step' ? escalation.steps.find(({ name }) => name === action.name) : undefined;
  return (
    <EmptyState icon={<Ban />} title="This is not possible now">
      {step?.state === 'done' && step.completedAt ? (
        <>
          {step.title} was done by {step.completedBy?.name ?? 'somebody'}{' '}
          <Moment at={step.completedAt} told={escalation} />.
        </>
      ) : step?.state === 'waiting' ? (
        'Something comes before it, or it is somebody else’s to do.'
      ) : (
        'It is somebody else’s to do, or the escalation does not stand where it is possible.'
      )}
    </EmptyState>
  );
}
