import { useState, type FormEvent, type ReactNode } from 'react';
import type { DraftView } from '../../../../api/views/policy.schema';
import { draftPath } from '../../api/policies';
import { request } from '../../api/request';
import { useDeed } from '../../api/use-deed';
import { digest, newRequestKey } from '../../forms/request-key';
import { momentAt } from '../../forms/zoned-time';
import { useMomentStyle } from '../../time/moment';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Field, inputClasses } from '../../ui/field';
import { ProblemBox } from '../../ui/problem-box';

/** What is decided on a draft. */
export type Decision = 'approve' | 'refuse';

interface Props {
  draft: DraftView;
  decision: Decision;
  onClose: () => void;
  onDecided: (draft: DraftView, words: string) => void;
}

const words = {
  approve: {
    title: 'Approve this policy',
    about: 'New escalations are raised under it from then on. Those that run keep theirs.',
    note: 'Note',
    button: 'Approve',
    done: 'Approved: it is the next version.',
  },
  refuse: {
    title: 'Send it back',
    about: 'It is a draft again, and whoever wrote it reads why.',
    note: 'What is to change',
    button: 'Send back',
    done: 'Sent back.',
  },
} as const;

/** Asks for what goes with a decision, and takes it. */
export function DecisionDialog({ draft, decision, onClose, onDecided }: Props): ReactNode {
  const { title, about, note: noteLabel, button, done } = words[decision];
  const { timeZone } = useMomentStyle();
  const { run, busy, error } = useDeed();
  const [note, setNote] = useState('');
  const [from, setFrom] = useState('');
  const [idempotencyKey] = useState(newRequestKey);
  const said = note.trim();
  const isReady = decision === 'approve' || said !== '';
  const decide = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    const at = from ? momentAt(from, timeZone) : null;
    const effectiveFrom = at === null ? undefined : new Date(at).toISOString();
    const body =
      decision === 'refuse'
        ? { note: said }
        : { note: said === '' ? undefined : said, effectiveFrom, revision: draft.revision };
    void run(async () => {
      // What was changed after a refusal by the server is another request.
      const key = `${idempotencyKey}.${digest(body)}`;
      const path = `${draftPath(draft.id)}/${decision}`;
      onDecided(await request<DraftView>(path, { method: 'POST', body, idempotencyKey: key }), done);
      onClose();
    });
  };
  return (
    <Dialog open onOpenChange={(open) => !open && !busy && onClose()} title={title} description={about}>
      <form onSubmit={decide} className="space-y-4">
        {decision === 'approve' && (
          <Field label="Holds from" help={`In your time (${timeZone}). Left out: at once.`}>
            {(control) => (
              <input
                {...control}
                type="datetime-local"
                className={`${inputClasses} max-w-64`}
                value={from}
                onChange={(event) => setFrom(event.target.value)}
              />
            )}
          </Field>
        )}
        <Field label={noteLabel} required={decision === 'refuse'}>
          {(control) => (
            <textarea
              {...control}
              dir="auto"
              rows={4}
              maxLength={2_000}
              className={inputClasses}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        <ProblemBox error={error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose} disabled={busy}>
            Cancel
          </Button>
          <Button kind="primary" type="submit" busy={busy} disabled={!isReady}>
            {button}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
