import type { ReactNode } from 'react';
import type { ApprovalView } from '../../../../api/views/agreements.schema';
import { Moment } from '../../time/moment';
import type { Told } from '../../time/own-now';
import { moneyWords } from '../../words/fact-words';

/** Everything that a decision is about: what, how much, why it needs somebody, who asks and what they say. */
export function ApprovalFacts({ approval, told }: { approval: ApprovalView; told: Told }): ReactNode {
  const { subject, what, because, reason, requestedBy, requestedAt } = approval;
  return (
    <div className="space-y-2">
      <p dir="auto" className="font-semibold first-letter:uppercase">
        {what}
      </p>
      <blockquote dir="auto" className="border-s-4 border-line ps-3 whitespace-pre-line [overflow-wrap:anywhere]">
        {subject.description ?? subject.text}
      </blockquote>
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
        {subject.amount && (
          <>
            <dt className="text-ink-soft">Amount</dt>
            <dd className="tabular font-medium">{moneyWords(subject.amount)}</dd>
          </>
        )}
        <dt className="text-ink-soft">Why</dt>
        <dd dir="auto">{because}</dd>
        <dt className="text-ink-soft">Asked by</dt>
        <dd>
          {requestedBy.name}, <Moment at={requestedAt} told={told} />
          {reason && (
            <span dir="auto" className="block whitespace-pre-line">
              “{reason}”
            </span>
          )}
        </dd>
      </dl>
    </div>
  );
}
