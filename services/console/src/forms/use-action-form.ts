import { useQuery } from '@tanstack/react-query';
import type { EscalationView } from '../../../api/views/escalation.schema';
import type { FormView } from '../../../api/views/form.schema';
import { usePeople } from '../api/people';
import type { FieldError } from '../api/problem';
import { useMyself } from '../session/session';
import { momentInFull, useMomentStyle } from '../time/moment';
import { addressOf, type ActionName, type FormSurroundings } from './action';
import { bodyOf, changesOf } from './body-of';
import { formDraftKey } from './form-draft-key';
import type { FormValue } from './field-schema';
import { firstValue } from './first-value';
import { ownErrors, standingRefusals } from './form-errors';
import { schemaOf } from './forms-query';
import { previewQuery } from './preview-query';
import { requiredHere } from './required-here';
import { schemaHere } from './schema-here';
import { suggestedWords } from './suggested-words';
import { useForm, type FormHold } from './use-form';
import { useInsistence } from './use-insistence';
import { useLater } from './use-later';
import { useSend } from './use-send';

const PREVIEW_AFTER_MS = 600;

/** What an action's form is made from. */
export interface ActionFormGiven {
  escalation: EscalationView;
  action: ActionName;
  form: FormView;
  prefill?: FormValue;
}

/** Everything that the form of an action shows and does. */
export function useActionForm({ escalation, action, form, prefill }: ActionFormGiven) {
  const schema = schemaHere(schemaOf(form), action, escalation);
  const hold = useActionHold({ escalation, action, form, prefill });
  const { value, base } = hold.filling;
  const sending = useSend<EscalationView>(hold);

  const body = action.name === 'amend' ? changesOf(schema, value, base) : bodyOf(schema, value);
  const here = requiredHere(action, escalation, value);
  const own = [...ownErrors(schema, body, here), ...nothingChanged(action, body)];
  const preview = usePreview(escalation, action, own.length === 0 ? body : null);
  const early = preview.settled ? (preview.data?.refusal?.errors ?? []) : [];
  const standing = sending.refused ? standingRefusals(sending.refused, value) : [];

  const refusal = own.length === 0 ? preview.data?.refusal : undefined;
  const insisting = useInsistence({ hold, escalation, action, refusal, failure: sending.failure });
  return {
    ...{ schema, hold, own, preview, sending, requiredHere: here },
    send: () => sending.send(addressOf(escalation, action), body),
    errors: [...own, ...standing, ...early] as readonly FieldError[],
    standing,
    /** It was, or would be, refused by something that a person may override. */
    insisting,
  };
}

function useActionHold({ escalation, action, form, prefill }: ActionFormGiven): FormHold {
  const me = useMyself();
  const people = usePeople();
  const style = useMomentStyle();
  const around: FormSurroundings = {
    ...{ escalation, me },
    nameOf: (personId) => people.find(({ id }) => id === personId)?.name,
    inWords: (iso) => momentInFull(iso, style),
  };
  return useForm({
    draftKey: formDraftKey(me.id, escalation, action, prefill),
    first: { ...firstValue(schemaHere(schemaOf(form), action, escalation), action, around), ...prefill },
    seq: escalation.seq,
    suggest: (value) => suggestedWords(action, value, around),
  });
}

function usePreview(escalation: EscalationView, action: ActionName, body: Record<string, unknown> | null) {
  const text = useLater(body === null ? null : JSON.stringify(body), PREVIEW_AFTER_MS);
  const asked = text === null ? null : (JSON.parse(text) as Record<string, unknown>);
  const { data, error, isPlaceholderData } = useQuery(previewQuery(escalation, action, asked));
  return { data, error, settled: !isPlaceholderData && text !== null && text === JSON.stringify(body) };
}

/** A correction that corrects nothing. */
function nothingChanged({ name }: ActionName, body: Record<string, unknown>): FieldError[] {
  const facts = Object.keys(body).filter((field) => field !== 'reason');
  return name === 'amend' && facts.length === 0 ? [{ pointer: '#/', detail: 'change at least one fact' }] : [];
}
