import type { ReactNode } from 'react';
import type { AccountView } from '../../../../api/views/account.schema';
import type { EscalationView } from '../../../../api/views/escalation.schema';
import { ownNow } from '../../time/own-now';
import { Card } from '../../ui/card';
import { factWords, moneyWords } from '../../words/fact-words';

const YEAR_MS = 365.25 * 24 * 60 * 60_000;

/** The customer in figures: what is at stake, and what they have been through with us. */
export function NumbersCard({
  escalation,
  story,
}: {
  escalation: EscalationView;
  story: AccountView | undefined;
}): ReactNode {
  const { account } = escalation;
  const figures = [
    ['Tier', account.tier ? factWords(account.tier) : 'unknown, counts as enterprise'],
    ['Revenue a year', account.arr ? moneyWords(account.arr) : 'unknown'],
    ['Customer since', account.customerSince ? since(account.customerSince, ownNow(escalation)) : 'unknown'],
    ...(story ? history(story) : []),
  ];
  const quote = story?.checkIns.find((checkIn) => checkIn.quote)?.quote;
  return (
    <Card title="The numbers">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
        {figures.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-soft">{name}</dt>
            <dd className="tabular font-medium">{value}</dd>
          </div>
        ))}
      </dl>
      {quote && (
        <blockquote dir="auto" className="mt-3 border-l-4 border-line-strong pl-3">
          “{quote}” <span className="text-ink-soft">(at their last check-in)</span>
        </blockquote>
      )}
    </Card>
  );
}

function history({ figures }: AccountView): [string, string][] {
  const { all, open, breaches, keptPromises, brokenPromises, averageRating, lastRating } = figures;
  const ratings = `${averageRating?.toFixed(1)} of 5 on average, last ${lastRating}`;
  return [
    ['Escalations', `${all} in all, ${open} open`],
    ['Clocks run out', String(breaches)],
    ['Promises', `${keptPromises} kept, ${brokenPromises} broken`],
    ['Ratings', lastRating === null ? 'none yet' : ratings],
  ];
}

function since(day: string, nowMs: number): string {
  const years = Math.floor((nowMs - Date.parse(day)) / YEAR_MS);
  return years < 1 ? `${day}, less than a year` : `${day}, ${years} ${years === 1 ? 'year' : 'years'}`;
}
