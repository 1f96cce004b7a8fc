import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { FilePlus2 } from 'lucide-react';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import type { DraftView, PolicyView } from '../../../../api/views/policy.schema';
import { keys } from '../../api/keys';
import { request } from '../../api/request';
import { useDeed } from '../../api/use-deed';
import { newRequestKey } from '../../forms/request-key';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Field, inputClasses } from '../../ui/field';
import { ProblemBox } from '../../ui/problem-box';

const LONGEST_TITLE = 200;

/** Begins a draft with what a version says. */
export function BeginDraft({ from }: { from: PolicyView }): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="primary" icon={<FilePlus2 aria-hidden className="size-4" />} onClick={() => setOpen(true)}>
        Begin a draft
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Begin a draft"
        description={`It begins as version ${from.version} is, and holds only once somebody else has approved it.`}
      >
        <BeginForm from={from} />
      </Dialog>
    </>
  );
}

function BeginForm({ from }: { from: PolicyView }): ReactNode {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { run, busy, error } = useDeed();
  const [title, setTitle] = useState('');
  const idempotency = useRef<{ title: string; key: string }>(undefined);
  const begin = (event: FormEvent) => {
    event.preventDefault();
    const name = title.trim();
    if (name === '') return;
    if (idempotency.current?.title !== name) idempotency.current = { title: name, key: newRequestKey() };
    const { key: idempotencyKey } = idempotency.current;
    void run(async () => {
      const body = { title: name, policy: from.policy };
      const draft = await request<DraftView>('/v1/policy-drafts', { method: 'POST', body, idempotencyKey });
      client.setQueryData(keys.policyDraft(draft.id), draft);
      void client.invalidateQueries({ queryKey: keys.policyDrafts() });
      await navigate({ to: '/policies/drafts/$id', params: { id: draft.id } });
    });
  };
  return (
    <form onSubmit={begin} className="space-y-4">
      <Field label="What it is about" help="Others find it by this." required>
        {(control) => (
          <input
            {...control}
            dir="auto"
            className={inputClasses}
            maxLength={LONGEST_TITLE}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
      <ProblemBox error={error} />
      <div className="flex justify-end">
        <Button kind="primary" type="submit" busy={busy} disabled={title.trim() === ''}>
          Begin
        </Button>
      </div>
    </form>
  );
}
