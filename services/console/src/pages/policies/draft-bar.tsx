import { useQueryClient } from '@tanstack/react-query';
import { Save, Send, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { DraftView } from '../../../../api/views/policy.schema';
import { keys } from '../../api/keys';
import { draftPath } from '../../api/policies';
import { ApiProblem, type FieldError } from '../../api/problem';
import { request } from '../../api/request';
import { useDeed } from '../../api/use-deed';
import { newRequestKey } from '../../forms/request-key';
import { Button } from '../../ui/button';
import { ProblemBox } from '../../ui/problem-box';
import { toast } from '../../ui/toast';
import { DecisionDialog, type Decision } from './decision-dialog';
import type { DraftEdit } from './use-draft-edit';
import { lineAt, writtenDocument } from './written-document';

const icon = 'size-4';

/** What can be done with a draft as it stands: save, submit, approve, send back, withdraw. */
export function DraftBar({ draft, edit }: { draft: DraftView; edit: DraftEdit }): ReactNode {
  const client = useQueryClient();
  const { run, busy, error } = useDeed();
  const [decision, setDecision] = useState<Decision | null>(null);
  const { id, state } = draft;
  const after = (next: DraftView, words: string) => {
    client.setQueryData(keys.policyDraft(id), next);
    for (const queryKey of [keys.policyDrafts(), keys.policies(), ['policy-comparison']])
      void client.invalidateQueries({ queryKey });
    toast(words);
  };
  const save = () =>
    void run(async () => {
      if (!('policy' in edit.parsed)) return;
      const { policy } = edit.parsed;
      const body = { title: edit.title.trim(), policy, revision: edit.revision };
      // The lines that problems name are those of the text in order.
      edit.change({ text: writtenDocument(policy) });
      try {
        const next = await request<DraftView>(draftPath(id), { method: 'PUT', body });
        edit.discard();
        after(next, 'Saved.');
      } catch (wrong) {
        if (isOvertaken(wrong)) await client.invalidateQueries({ queryKey: keys.policyDraft(id) });
        throw wrong;
      }
    });
  const move = (how: 'submit' | 'withdraw') =>
    void run(async () => {
      const path = how === 'withdraw' ? draftPath(id) : `${draftPath(id)}/submit`;
      if (how === 'withdraw') await request(path, { method: 'DELETE' });
      else await request(path, { method: 'POST', body: {}, idempotencyKey: newRequestKey() });
      const next = await request<DraftView>(draftPath(id));
      after(next, how === 'withdraw' ? 'Withdrawn. It stays on record.' : 'Submitted. Somebody else approves it.');
    });
  if (state === 'approved' || state === 'withdrawn') return null;
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-center gap-2">
        <Button
          kind={edit.isDirty ? 'primary' : 'plain'}
          icon={<Save aria-hidden className={icon} />}
          busy={busy}
          disabled={!edit.isDirty || edit.isOvertaken || 'wrong' in edit.parsed || edit.title.trim() === ''}
          onClick={save}
        >
          Save
        </Button>
        {edit.isDirty && <Button onClick={edit.discard}>Drop what is not saved</Button>}
        {state === 'draft' && (
          <Button
            icon={<Send aria-hidden className={icon} />}
            disabled={busy || edit.isDirty}
            onClick={() => move('submit')}
          >
            Submit for approval
          </Button>
        )}
        {state === 'submitted' && draft.mayApprove && (
          <Button kind="primary" disabled={busy || edit.isDirty} onClick={() => setDecision('approve')}>
            Approve
          </Button>
        )}
        {state === 'submitted' && (
          <Button disabled={busy || edit.isDirty} onClick={() => setDecision('refuse')}>
            Send back
          </Button>
        )}
        <Button
          kind="quiet"
          icon={<Trash2 aria-hidden className={icon} />}
          disabled={busy}
          onClick={() => move('withdraw')}
        >
          Withdraw
        </Button>
      </div>
      {state === 'submitted' && !draft.mayApprove && (
        <p className="text-ink-soft">It waits for somebody who has not written in it and may approve policies.</p>
      )}
      {edit.isDirty && !edit.isOvertaken && (
        <p role="status" className="text-ink-soft">
          Not saved yet.{state === 'submitted' && ' Saving it means that it has to be submitted again.'}
        </p>
      )}
      {!edit.isOvertaken && <ProblemBox error={error} nameOf={(one) => placeOf(one, edit)} />}
      {decision && (
        <DecisionDialog draft={draft} decision={decision} onClose={() => setDecision(null)} onDecided={after} />
      )}
    </div>
  );
}

function isOvertaken(error: unknown): boolean {
  return error instanceof ApiProblem && error.slug === 'draft-changed';
}

/** Where in the document something is wrong. */
function placeOf({ pointer }: FieldError, { parsed }: DraftEdit): string {
  const place = pointer.replace(/^#\/(policy\/)?/, '').replaceAll('/', ' › ');
  const line = 'policy' in parsed ? lineAt(parsed.policy, pointer) : null;
  return line === null ? place : `${place} (line ${line} of the whole document)`;
}
