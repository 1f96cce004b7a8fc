import { useState, type ReactNode, type SubmitEvent } from 'react';
import { inWords, Unreached } from '../api/problem';
import { Button } from '../ui/button';
import { toast } from '../ui/toast';
import { actionWords } from '../words/action-words';
import { ConflictNotice } from './conflict-notice';
import { DiscardButton } from './discard-button';
import { DraftNotice } from './draft-notice';
import { ErrorSummary } from './error-summary';
import { fieldWords } from './field-words';
import type { FormValue } from './field-schema';
import { byPointer } from './form-errors';
import { InsistBox } from './insist-box';
import { PreviewPanel } from './preview-panel';
import { refusalWords } from './refusal-words';
import { SchemaForm } from './schema-form';
import { SendFailure } from './send-failure';
import { writtenTexts } from './since-query';
import { useActionForm, type ActionFormGiven } from './use-action-form';
import { useFocusAfter } from './use-focus-after';
import { useOvertaken, useRecorded } from './use-recorded';

const MOST_MISSING = 6;

interface Props extends ActionFormGiven {
  /** It can be done now; else what was typed is only kept. */
  possible: boolean;
  onClose: () => void;
}

/** What the button says: of a decision what it does. */
function submitWords(action: string, { decision }: FormValue): string {
  if (action === 'decide-approval' && (decision === 'approved' || decision === 'refused'))
    return decision === 'approved' ? 'Approve it' : 'Refuse it';
  return actionWords(action);
}

/** The form of a step or a command: its fields, what follows from them, and the button. */
export function ActionForm({ possible, onClose, ...given }: Props): ReactNode {
  const { escalation, action, form } = given;
  const it = useActionForm(given);
  const { hold, sending, schema } = it;
  const recorded = useRecorded();
  const overtaken = useOvertaken();
  const [attempts, setAttempts] = useState(0);
  const summary = useFocusAfter(attempts);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (it.own.length > 0) return setAttempts(attempts + 1);
    const answer = await it.send();
    if (!answer) {
      overtaken(escalation);
      return setAttempts(attempts + 1);
    }
    hold.finish();
    recorded(answer);
    toast(`${form.title}: done`);
    onClose();
  };
  const refusal = sending.failure instanceof Unreached ? null : sending.failure;
  const shown = attempts > 0 && (it.own.length > 0 || refusal !== null);
  const missing = [...new Set(it.own.map(({ pointer, detail }) => fieldWords(schema, pointer) || detail))];
  return (
    <form noValidate onSubmit={submit} className="space-y-5">
      <DraftNotice hold={hold} />
      {!sending.busy && (
        <ConflictNotice
          {...{ escalation }}
          beganSeq={hold.filling.seq}
          overtaken={!possible}
          typed={() =>
            writtenTexts(hold.filling.value)
              .map(({ text }) => text)
              .join('\n\n')
          }
          onDiscard={() => {
            hold.discard();
            onClose();
          }}
        />
      )}
      {shown && (
        <ErrorSummary
          ref={summary}
          {...{ schema }}
          title={refusal === null ? 'Something is still missing.' : refusalWords(inWords(refusal))}
          errors={it.own.length > 0 ? it.own : it.standing}
        />
      )}
      <SchemaForm
        key={hold.filling.edition}
        {...{ schema, escalation }}
        {...{ value: hold.filling.value, set: hold.set, errors: byPointer(it.errors), showAll: attempts > 0 }}
        {...{ requiredHere: it.requiredHere }}
      />
      {it.insisting && <InsistBox {...it.insisting} />}
      <PreviewPanel preview={it.preview.data} error={it.preview.error} missing={missing.slice(0, MOST_MISSING)} />
      <footer className="sticky -bottom-4 -mx-5 -mb-4 space-y-2 border-t border-line bg-surface px-5 py-3">
        <SendFailure failure={sending.failure} />
        <div className="flex flex-wrap items-center gap-2">
          <Button type="submit" kind="primary" busy={sending.busy} disabled={!possible}>
            {sending.failure instanceof Unreached ? 'Send it again' : submitWords(action.name, hold.filling.value)}
          </Button>
          <Button className="max-sm:hidden" onClick={onClose}>
            Close
          </Button>
          <span className="flex-1" />
          {hold.dirty && hold.filling.restoredAt === null && <DiscardButton onDiscard={hold.discard} />}
        </div>
      </footer>
    </form>
  );
}
