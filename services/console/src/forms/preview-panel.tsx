import { ArrowRight, CircleAlert, Eye, Mail, Paperclip } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PreviewMessageView, PreviewView } from '../../../api/views/preview.schema';
import { inWords } from '../api/problem';
import { refusalWords } from './refusal-words';

interface Props {
  preview: PreviewView | undefined;
  error: unknown;
  /** What still has to be filled in before anything can be shown; empty where all is there. */
  missing: readonly string[];
}

/** What the customer will get to the letter, what we hear ourselves, and what follows; or why it would be refused. */
export function PreviewPanel({ preview, error, missing }: Props): ReactNode {
  return (
    <section aria-label="Preview" className="space-y-3 rounded-xl bg-sunken p-4">
      <h3 className="flex items-center gap-2 font-semibold">
        <Eye aria-hidden className="size-5 text-ink-soft" />
        What follows
      </h3>
      {missing.length > 0 ? (
        <p className="text-ink-soft">It shows here once this is filled in: {missing.join(', ')}.</p>
      ) : preview ? (
        <Shown preview={preview} />
      ) : (
        <p className="text-ink-soft">{error ? `No preview: ${inWords(error)}` : 'Looking …'}</p>
      )}
    </section>
  );
}

function Shown({ preview: { refusal, messages, follows } }: { preview: PreviewView }): ReactNode {
  if (refusal) {
    return (
      <p className="flex items-start gap-2 rounded-md bg-warn-soft px-3 py-2 text-warn">
        <CircleAlert aria-hidden className="mt-0.5 size-5 shrink-0" />
        <span>
          As it stands this would be refused: <span dir="auto">{refusalWords(refusal.detail)}</span>
        </span>
      </p>
    );
  }
  const letters = messages.filter(({ audience }) => audience === 'customer');
  const ours = messages.filter(({ audience }) => audience === 'us');
  return (
    <>
      {letters.map((letter, index) => (
        <Letter key={index} letter={letter} />
      ))}
      <ul className="space-y-1.5">
        {follows.map((sentence) => (
          <Line key={sentence} icon={<ArrowRight aria-hidden className="mt-1 size-4 shrink-0 text-ink-soft" />}>
            {sentence}
          </Line>
        ))}
        {ours.map(({ to, toName, channel, subject, text }, index) => (
          <Line key={index} icon={<Mail aria-hidden className="mt-1 size-4 shrink-0 text-ink-soft" />}>
            {toName ?? to} is told {channel === 'mail' ? 'by mail' : 'in the inbox'}: {subject ?? text.split('\n')[0]}
          </Line>
        ))}
      </ul>
    </>
  );
}

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }): ReactNode {
  return (
    <li className="flex items-start gap-2">
      {icon}
      <span className="min-w-0" dir="auto">
        {children}
      </span>
    </li>
  );
}

function Letter({ letter }: { letter: PreviewMessageView }): ReactNode {
  const { to, toName, from, replyTo, subject, text, attachments } = letter;
  const head = [
    ['From', from],
    ['To', toName ? `${toName} <${to}>` : to],
    ['Answers to', replyTo],
    ['Subject', subject],
  ].filter((line): line is [string, string] => Boolean(line[1]));
  return (
    <article aria-label="Mail to the customer" className="rounded-md border border-line bg-surface shadow-sm">
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 border-b border-line px-4 py-3 text-sm">
        {head.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-soft">{name}</dt>
            <dd className="min-w-0" dir="auto">
              {value}
            </dd>
          </div>
        ))}
      </dl>
      <p dir="auto" className="px-4 py-4 whitespace-pre-wrap">
        {text}
      </p>
      {attachments.map((name) => (
        <p key={name} className="flex items-center gap-2 border-t border-line px-4 py-2 text-sm text-ink-soft">
          <Paperclip aria-hidden className="size-4" />
          {name}
        </p>
      ))}
    </article>
  );
}
