import { useQuery } from '@tanstack/react-query';
import { Ban } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EscalationView } from '../../../api/views/escalation.schema';
import { explanationQuery } from '../api/explanation';
import { Moment, momentInFull, useMomentStyle } from '../time/moment';
import { EmptyState } from '../ui/states';
import type { ActionName } from './action';
import type { FormValue } from './field-schema';
import { detailWords, refusalWords } from './refusal-words';

interface Props {
  escalation: EscalationView;
  action: ActionName;
  /** What the form would have begun with: a link says which promise, task or decision it is about. */
  prefill?: FormValue;
}

/** Something that this person cannot do here now, and why as far as it can be told. */
export function NotNow({ escalation, action, prefill }: Props): ReactNode {
  const step = action.kind === 'step' ? escalation.steps.find(({ name }) => name === action.name) : undefined;
  const { data } = useQuery(explanationQuery(escalation.ref));
  const style = useMomentStyle();
  const refusal = data?.actions.find(({ name, kind }) => name === action.name && kind === action.kind)?.refusal;
  const why = refusal && detailWords(refusalWords(refusal.detail), escalation, (iso) => momentInFull(iso, style));
  const ended = whatBecame(escalation, prefill);
  return (
    <EmptyState icon={<Ban />} title="This is not possible now">
      {ended ? (
        ended
      ) : step?.state === 'done' && step.completedAt ? (
        <>
          {step.title} was done by {step.completedBy?.name ?? 'somebody'}{' '}
          <Moment at={step.completedAt} told={escalation} />.
        </>
      ) : step?.state === 'waiting' ? (
        'Something comes before it, or it is somebody else’s to do.'
      ) : (
        (why ?? 'It is somebody else’s to do, or the escalation does not stand where it is possible.')
      )}
    </EmptyState>
  );
}

/** What became of the promise, the task or the decision that a link is about; null while it is open. */
function whatBecame(escalation: EscalationView, { approvalId, commitmentId, taskId }: FormValue = {}): ReactNode {
  const approval = escalation.approvals.find(({ id }) => id === approvalId);
  if (approval?.state === 'open')
    return `“${approval.what}” waits for ${approval.approver?.name ?? 'somebody with the authority'}.`;
  if (approval?.decidedAt && approval.decidedBy)
    return (
      <>
        “{approval.what}” was {approval.state} by {approval.decidedBy.name}{' '}
        <Moment at={approval.decidedAt} told={escalation} />.
      </>
    );
  if (approval) return `“${approval.what}” does not need a decision any more.`;
  const promise = escalation.commitments.find(({ id }) => id === commitmentId);
  if (promise?.state === 'kept' || promise?.state === 'replaced')
    return `“${promise.text}” is ${promise.state} already.`;
  const task = escalation.tasks.find(({ id }) => id === taskId);
  return task && task.state !== 'open' ? `“${task.text}” is ${task.state} already.` : null;
}
