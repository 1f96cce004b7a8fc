import { useQuery } from '@tanstack/react-query';
import { Copy, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EscalationView } from '../../../api/views/escalation.schema';
import type { TimelineItem } from '../../../api/views/timeline.schema';
import { useMyself } from '../session/session';
import { Moment } from '../time/moment';
import { Button } from '../ui/button';
import { toast } from '../ui/toast';
import { DiscardButton } from './discard-button';
import { sinceQuery, writtenTexts } from './since-query';

const MOST_SHOWN = 5;

interface Props {
  escalation: EscalationView;
  /** The last event when the form was begun. */
  beganSeq: number;
  /** It can no longer be done, as it was done or the state has changed. */
  overtaken: boolean;
  /** What was typed, as text. */
  typed: () => string;
  onDiscard: () => void;
}

/** Says who was faster while the form was open, and what they wrote; what one typed oneself stays. */
export function ConflictNotice({ escalation, beganSeq, overtaken, typed, onDiscard }: Props): ReactNode {
  const { data: since = [] } = useQuery(sinceQuery(escalation, beganSeq));
  const { id: myId } = useMyself();
  if (!overtaken && since.length === 0) return null;
  const mine = since.length > 0 && since.every(({ actor }) => actor?.id === myId);
  return (
    <section aria-label="Changed meanwhile" className="space-y-3 rounded-xl bg-warn-soft px-4 py-3 text-warn">
      <p role="status" className="flex items-start gap-2 font-medium">
        <Users aria-hidden className="mt-0.5 size-5 shrink-0" />
        {headline(overtaken, mine)}
      </p>
      {since.length > 0 && (
        <ul className="space-y-2 text-ink">
          {since.slice(-MOST_SHOWN).map((item) => (
            <Change key={item.seq} item={item} escalation={escalation} />
          ))}
          {since.length > MOST_SHOWN && <li>and {since.length - MOST_SHOWN} more before, on its timeline</li>}
        </ul>
      )}
      {overtaken && (
        <div className="flex flex-wrap items-center gap-2">
          <Button small icon={<Copy aria-hidden className="size-4" />} onClick={() => void copy(typed())}>
            Copy what I typed
          </Button>
          <DiscardButton onDiscard={onDiscard} />
        </div>
      )}
    </section>
  );
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast('What you typed is on the clipboard');
  } catch {
    toast('This browser does not let the page copy. What you typed is still in the form.');
  }
}

function headline(overtaken: boolean, mine: boolean): string {
  if (!overtaken) return 'This escalation has changed while you were writing. What you typed is untouched.';
  if (mine) return 'This is done already, by yourself. What you typed is still here.';
  return 'Somebody was faster: this can no longer be done. What you typed is still here.';
}

function Change({ item, escalation }: { item: TimelineItem; escalation: EscalationView }): ReactNode {
  const texts = writtenTexts(item.data);
  return (
    <li>
      <p dir="auto">
        <strong>{item.actor?.name}</strong>: {item.summary}{' '}
        <span className="text-ink-soft">
          (<Moment at={item.at} told={escalation} />)
        </span>
      </p>
      {texts.length > 0 && (
        <details>
          <summary className="min-h-8 text-sm underline max-sm:min-h-11">Compare with what they wrote</summary>
          {texts.map(({ name, text }) => (
            <blockquote
              key={name + text}
              dir="auto"
              className="mt-1 border-l-4 border-line-strong pl-3 whitespace-pre-wrap"
            >
              {text}
            </blockquote>
          ))}
        </details>
      )}
    </li>
  );
}
