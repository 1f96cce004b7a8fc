import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../api/views/escalation.schema';
import { Moment } from '../../time/moment';
import { Card } from '../../ui/card';
import { factWords } from '../../words/fact-words';

/** More than this is folded, so that the sheet stays a sheet. */
const EXCERPT = 600;

/** What happened, in the customer's own words. */
export function WordsCard({ escalation }: { escalation: EscalationView }): ReactNode {
  const { narrative, door, receivedAt, severity } = escalation;
  const text = narrative.trim();
  const cut = text.length > EXCERPT ? text.lastIndexOf(' ', EXCERPT) : text.length;
  const at = cut > 0 ? cut : EXCERPT;
  return (
    <Card title="What happened, in their words">
      {text === '' ? (
        <p className="text-ink-soft">Nothing but the sentence above is written down.</p>
      ) : (
        <p dir="auto" className="whitespace-pre-wrap">
          {text.slice(0, at)}
          {at < text.length && ' …'}
        </p>
      )}
      {at < text.length && (
        <details className="mt-2">
          <summary className="min-h-8 cursor-pointer text-accent underline max-sm:min-h-11">The rest of it</summary>
          <p dir="auto" className="whitespace-pre-wrap">
            {text.slice(at).trimStart()}
          </p>
        </details>
      )}
      <p className="mt-3 text-sm text-ink-soft">
        {factWords(severity)}, reached us <Moment at={receivedAt} told={escalation} /> ({factWords(door)})
      </p>
    </Card>
  );
}
