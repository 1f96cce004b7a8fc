import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { MAY_OWN } from '../../../../../domain/people';
import { childrenPath, type AcknowledgedChildren, type AcknowledgmentPreview } from '../../api/children';
import { keys } from '../../api/keys';
import { request } from '../../api/request';
import { useDeed } from '../../api/use-deed';
import { digest, newRequestKey } from '../../forms/request-key';
import { Button } from '../../ui/button';
import { Field, inputClasses } from '../../ui/field';
import { ProblemBox } from '../../ui/problem-box';
import { PersonPicker } from '../people/person-picker';
import { AcknowledgedList, FirstOne } from './acknowledge-results';

const PLACEHOLDERS = ['contact', 'account', 'owner', 'signer', 'title', 'ref'] as const;

/** One text for all that are not acknowledged yet, naming each; the first of them is shown as it would go out. */
export function AcknowledgeForm({ umbrella, onSend }: { umbrella: string; onSend: () => void }): ReactNode {
  const client = useQueryClient();
  const looking = useDeed();
  const sending = useDeed();
  const area = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState({ ownerId: '', subject: '', body: '' });
  const [allTheSame, setAllTheSame] = useState(false);
  const [key, setKey] = useState(newRequestKey);
  const [preview, setPreview] = useState<{ of: string; answer: AcknowledgmentPreview } | null>(null);
  const [done, setDone] = useState<AcknowledgedChildren | null>(null);
  const text = { ...typed, subject: typed.subject.trim(), body: typed.body.trim() };
  const body = { ...text, ...(allTheSame ? { sendAllTheSame: true } : {}) };
  const isReady = text.ownerId !== '' && text.subject !== '' && text.body !== '';
  const isFresh = preview !== null && preview.of === digest(body);
  const look = (asked: object) =>
    void looking.run(async () => {
      const path = `${childrenPath(umbrella)}/acknowledge/preview`;
      const answer = await request<AcknowledgmentPreview>(path, { method: 'POST', body: asked });
      setPreview({ of: digest(asked), answer });
    });
  const insist = (on: boolean) => {
    setAllTheSame(on);
    look(on ? { ...text, sendAllTheSame: true } : text);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    if (!isFresh) return look(body);
    // The list hears of each before all are done: what became of them must have its place until then.
    onSend();
    void sending.run(async () => {
      const path = `${childrenPath(umbrella)}/acknowledge`;
      const idempotencyKey = `${key}.${digest(body)}`;
      const answer = await request<AcknowledgedChildren>(path, { method: 'POST', body, idempotencyKey });
      // Those that were refused may be tried again with the same words.
      setKey(newRequestKey());
      setDone(answer);
      setPreview(null);
      void client.invalidateQueries({ queryKey: keys.escalations() });
    });
  };
  const insert = (name: string) => {
    const at = area.current?.selectionStart ?? typed.body.length;
    const written = `{{${name}}}`;
    setTyped({ ...typed, body: typed.body.slice(0, at) + written + typed.body.slice(at) });
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(at + written.length, at + written.length);
    });
  };
  return (
    <form onSubmit={send} className="space-y-3" aria-label="Acknowledge all">
      <PersonPicker
        label="Owner"
        help="The one person who owns each of them."
        required
        personId={typed.ownerId}
        onChoose={(ownerId) => setTyped({ ...typed, ownerId })}
        eligible={MAY_OWN}
      />
      <Field label="Subject" required>
        {(control) => (
          <input
            {...control}
            dir="auto"
            maxLength={300}
            className={inputClasses}
            value={typed.subject}
            onChange={({ target }) => setTyped({ ...typed, subject: target.value })}
          />
        )}
      </Field>
      <Field label="Text" help="It has to name the contact or the account." required>
        {(control) => (
          <textarea
            {...control}
            ref={area}
            dir="auto"
            rows={8}
            maxLength={20_000}
            className={inputClasses}
            value={typed.body}
            onChange={({ target }) => setTyped({ ...typed, body: target.value })}
          />
        )}
      </Field>
      <div role="group" aria-label="Put in" className="flex flex-wrap gap-1.5">
        {PLACEHOLDERS.map((name) => (
          <Button key={name} small onClick={() => insert(name)}>
            {`{{${name}}}`}
          </Button>
        ))}
      </div>
      {preview && <FirstOne preview={preview.answer} allTheSame={allTheSame} onAllTheSame={insist} />}
      {preview && !isFresh && !looking.busy && (
        <p role="status">You have changed it since: look at the first one again.</p>
      )}
      <ProblemBox error={looking.error ?? sending.error} />
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => look(body)} busy={looking.busy} disabled={!isReady}>
          Show the first one
        </Button>
        <Button kind="primary" type="submit" busy={sending.busy} disabled={!isReady || !isFresh}>
          {preview && isFresh ? `Send ${preview.answer.waiting}` : 'Send'}
        </Button>
      </div>
      {done && <AcknowledgedList answer={done} />}
    </form>
  );
}
