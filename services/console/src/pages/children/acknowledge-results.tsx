import { Link } from '@tanstack/react-router';
import { CircleCheck, CircleMinus, CircleX } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AcknowledgedChildren, AcknowledgmentPreview } from '../../api/children';
import { Badge } from '../../ui/badge';

interface FirstProps {
  preview: AcknowledgmentPreview;
  allTheSame: boolean;
  onAllTheSame: (allTheSame: boolean) => void;
}

/** The first mail to the letter, and why it would be refused. */
export function FirstOne({ preview: { first, waiting }, allTheSame, onAllTheSame }: FirstProps): ReactNode {
  if (!first) return <p role="status">All of them are acknowledged.</p>;
  const { escalation, to, subject, text, refusal } = first;
  return (
    <section aria-label="The first one" className="space-y-2 rounded-lg border border-line bg-sunken p-3">
      <p className="text-sm text-ink-soft">
        The first of {waiting}: {escalation.account} ({escalation.ref}), {to ?? 'who has no mail address'}
      </p>
      <p className="font-semibold wrap-anywhere" dir="auto">
        {subject}
      </p>
      <p className="whitespace-pre-wrap wrap-anywhere" dir="auto">
        {text}
      </p>
      {refusal && (
        <p role="alert" className="flex gap-2 font-medium text-danger">
          <CircleX aria-hidden className="mt-1 size-4 shrink-0" />
          It would be refused: {refusal.detail ?? refusal.title}
        </p>
      )}
      {(refusal?.type.endsWith('/acknowledgment-impersonal') || allTheSame) && (
        <label className="flex min-h-10 items-center gap-2">
          <input
            type="checkbox"
            className="size-4"
            checked={allTheSame}
            onChange={({ target: { checked } }) => onAllTheSame(checked)}
          />
          Send it although it sounds impersonal; this is recorded
        </label>
      )}
    </section>
  );
}

const look = {
  acknowledged: { tone: 'good', icon: <CircleCheck aria-hidden /> },
  skipped: { tone: 'neutral', icon: <CircleMinus aria-hidden /> },
  refused: { tone: 'danger', icon: <CircleX aria-hidden /> },
} as const;

/** What became of each. */
export function AcknowledgedList({ answer }: { answer: AcknowledgedChildren }): ReactNode {
  const { acknowledged, skipped, refused, items } = answer;
  return (
    <div className="space-y-2">
      <p role="status" className="font-medium">
        {acknowledged} acknowledged
        {skipped > 0 && `, ${skipped} left alone`}
        {refused > 0 && `, ${refused} refused`}.
      </p>
      <ul aria-label="What became of each" className="divide-y divide-line rounded-lg border border-line">
        {items.map((item) => (
          <li key={item.escalation.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
            <Badge tone={look[item.outcome].tone} icon={look[item.outcome].icon}>
              {item.outcome}
            </Badge>
            <span dir="auto" className="min-w-0 flex-1 wrap-anywhere">
              {item.escalation.account}
              {item.outcome === 'skipped' && `: ${item.detail}`}
              {item.outcome === 'refused' && `: ${item.problem.detail ?? item.problem.title}`}
            </span>
            <Link to="/escalations/$ref" params={{ ref: item.escalation.ref }} className="text-accent underline">
              {item.escalation.ref}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
