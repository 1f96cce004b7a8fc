import type { ReactNode } from 'react';
import type { AccountView } from '../../../../api/views/account.schema';

/** The customer's history in six numbers. */
export function AccountFigures({ figures }: { figures: AccountView['figures'] }): ReactNode {
  const { open, all, breaches, brokenPromises, keptPromises, averageRating, lastRating } = figures;
  const rating = averageRating === null ? '–' : averageRating.toLocaleString('en-GB', { maximumFractionDigits: 1 });
  const numbers: [string, string][] = [
    ['Open', String(open)],
    ['Escalations in all', String(all)],
    ['Breaches', String(breaches)],
    ['Promises kept', String(keptPromises)],
    ['Promises broken', String(brokenPromises)],
    [lastRating === null ? 'Rating' : `Rating, last ${lastRating}`, rating],
  ];
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-6">
      {numbers.map(([name, value]) => (
        <div key={name} className="flex flex-col-reverse rounded-xl border border-line bg-surface px-4 py-3">
          <dt className="text-sm text-ink-soft">{name}</dt>
          <dd className="tabular text-2xl font-semibold">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
