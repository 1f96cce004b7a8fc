import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import type { EscalationView } from '../../../../api/views/escalation.schema';
import { inWords, Unreached } from '../../api/problem';
import { DiscardButton } from '../../forms/discard-button';
import { DraftNotice } from '../../forms/draft-notice';
import { ErrorSummary } from '../../forms/error-summary';
import { textAt } from '../../forms/field-schema';
import { byPointer } from '../../forms/form-errors';
import { FormProvider } from '../../forms/form-provider';
import { SendFailure } from '../../forms/send-failure';
import { useFocusAfter } from '../../forms/use-focus-after';
import { useRecorded } from '../../forms/use-recorded';
import { Button } from '../../ui/button';
import { toast } from '../../ui/toast';
import { useMedia } from '../../ui/use-media';
import { DefinitionCard } from './definition-card';
import { DuplicatesCard } from './duplicates-card';
import { FirstFields, MoreFields } from './raise-form';
import { useDuplicates } from './use-duplicates';
import { useRaiseForm } from './use-raise-form';
import { useSameComplaint } from './use-same-complaint';

/** So long after it was raised, an answer tells of an escalation that existed already. */
const NEW_MS = 60_000;
const RARELY_NEEDED = /^#\/(receivedAt|externalRef|scope|origin|custom|account\/(tier|arr|customerSince|csmId))/;

/** Raising an escalation: anyone, in a minute, with what counts as one beside it. */
export function RaisePage(): ReactNode {
  const search = useSearch({ from: '/raise' });
  const navigate = useNavigate({ from: '/raise' });
  const it = useRaiseForm(search);
  const { hold, sending } = it;
  const wide = useMedia('(min-width: 64rem)');
  const [attempts, setAttempts] = useState(0);
  const summary = useFocusAfter(attempts);
  const text = (...path: string[]) => textAt(hold.filling.value, path);
  const complaint = { account: text('account', 'name'), summary: text('summary'), email: text('contact', 'email') };
  const duplicates = <DuplicatesCard duplicates={useDuplicates(complaint)} onSame={useSameComplaint(hold)} />;
  const raised = useRaised();

  const showMore = (more: boolean) =>
    void navigate({ search: (before) => ({ ...before, more: more ? 'true' : undefined }), replace: true });
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (it.own.some(({ pointer }) => RARELY_NEEDED.test(pointer))) showMore(true);
    const answer = it.own.length === 0 ? await it.send() : null;
    if (!answer) return setAttempts(attempts + 1);
    hold.finish();
    raised(answer);
  };
  const refusal = sending.failure instanceof Unreached ? null : sending.failure;
  return (
    <div className="mx-auto grid max-w-6xl gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <form noValidate onSubmit={submit} className="min-w-0 space-y-4">
        <h1 className="text-2xl font-semibold">Raise an escalation</h1>
        <DraftNotice hold={hold} />
        {attempts > 0 && (it.own.length > 0 || refusal !== null) && (
          <ErrorSummary
            ref={summary}
            schema={it.schema}
            title={refusal === null ? 'Something is still missing.' : inWords(refusal)}
            errors={it.errors}
          />
        )}
        <FormProvider
          key={hold.filling.edition}
          {...{ value: hold.filling.value, set: hold.set, errors: byPointer(it.errors) }}
          {...{ showAll: attempts > 0, escalation: null }}
        >
          <FirstFields beside={wide ? null : duplicates} />
          <MoreFields schema={it.schema} open={search.more === 'true'} onToggle={showMore} />
        </FormProvider>
        <SendFailure failure={sending.failure} />
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" kind="primary" busy={sending.busy}>
            {sending.failure instanceof Unreached ? 'Send it again' : 'Raise it'}
          </Button>
          <p className="min-w-40 flex-1 text-sm text-ink-soft">A manager has two hours to acknowledge it in person.</p>
          {hold.dirty && hold.filling.restoredAt === null && <DiscardButton onDiscard={hold.discard} />}
        </div>
      </form>
      <aside aria-label="Help with raising" className="min-w-0 space-y-4">
        {wide && duplicates}
        <DefinitionCard />
      </aside>
    </div>
  );
}

/** Goes to the escalation that was raised, or that existed already. */
function useRaised(): (escalation: EscalationView) => void {
  const recorded = useRecorded();
  const navigate = useNavigate();
  return (escalation) => {
    const { ref, now, raisedAt } = escalation;
    recorded(escalation);
    const isNew = Date.parse(now) - Date.parse(raisedAt) < NEW_MS;
    toast(isNew ? `${ref} is raised` : `${ref} exists already under this reference: here it is`);
    void navigate({ to: '/escalations/$ref', params: { ref } });
  };
}
