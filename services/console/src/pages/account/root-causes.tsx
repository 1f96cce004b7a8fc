import type { ReactNode } from 'react';
import type { AccountView } from '../../../../api/views/account.schema';
import { Card } from '../../ui/card';
import { factWords } from '../../words/fact-words';

/** Why it came to that, the most frequent cause first. */
export function RootCauses({ causes }: { causes: AccountView['rootCauses'] }): ReactNode {
  return (
    <Card title="Root causes">
      {causes.length === 0 ? (
        <p className="text-ink-soft">None on record yet: each closure names one.</p>
      ) : (
        <ul className="space-y-2">
          {causes.map(({ rootCause, count }) => (
            <li key={rootCause} className="flex items-baseline gap-3">
              <span className="tabular w-8 text-right text-lg font-semibold">{count}</span>
              <span>{factWords(rootCause)}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
