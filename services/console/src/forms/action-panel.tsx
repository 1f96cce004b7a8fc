import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { EscalationView } from '../../../api/views/escalation.schema';
import { peopleQuery } from '../api/people';
import { useMyself } from '../session/session';
import { Dialog } from '../ui/dialog';
import { ErrorState, Loading } from '../ui/states';
import { actionWords } from '../words/action-words';
import type { ActionName } from './action';
import { ActionForm } from './action-form';
import { readDraft } from './draft';
import type { FormValue } from './field-schema';
import { formDraftKey } from './form-draft-key';
import { formOf, formsQuery } from './forms-query';
import { NotNow } from './not-now';

interface Props {
  escalation: EscalationView;
  /** What is to be done; null: the panel is closed. */
  action: ActionName | null;
  onClose: () => void;
  /** What the form holds beside what is known anyway. */
  prefill?: FormValue;
}

/** The panel in which a step is completed or a command given, beside the page that it is about. */
export function ActionPanel({ escalation, action, onClose, prefill }: Props): ReactNode {
  const forms = useQuery(formsQuery);
  const form = action && forms.data && formOf(forms.data, action);
  return (
    <Dialog
      shape="panel"
      open={action !== null}
      onOpenChange={(open) => !open && onClose()}
      title={action ? `${actionWords(action.name)}: ${escalation.ref}` : ''}
      description={form?.help}
    >
      {action && forms.error && <ErrorState error={forms.error} onRetry={() => void forms.refetch()} />}
      {action && forms.isPending && <Loading what="Opening the form" />}
      {action && forms.data && !form && <p>There is no step or command called “{action.name}”.</p>}
      {action && form && (
        <Opened
          key={`${action.kind}/${action.name} ${JSON.stringify(prefill)}`}
          {...{ escalation, action, form, prefill, onClose }}
        />
      )}
    </Dialog>
  );
}

interface OpenedProps extends Props {
  action: ActionName;
  form: NonNullable<ReturnType<typeof formOf>>;
}

function Opened({ escalation, action, form, prefill, onClose }: OpenedProps): ReactNode {
  const people = useQuery(peopleQuery);
  const me = useMyself();
  const possible = escalation.actions.some(({ name, kind }) => name === action.name && kind === action.kind);
  const key = formDraftKey(me.id, escalation, action, prefill);
  const [begun] = useState(() => possible || readDraft(localStorage, key, Date.now()) !== null);
  if (!begun) return <NotNow {...{ escalation, action, prefill }} />;
  if (people.isPending) return <Loading what="Opening the form" />;
  return <ActionForm {...{ escalation, action, form, prefill, possible, onClose }} />;
}
