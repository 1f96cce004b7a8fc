import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { WhatIfView } from '../../../../api/views/what-if.schema';
import { Card } from '../../ui/card';
import { EmptyState } from '../../ui/states';
import { TableFrame } from '../../ui/table-frame';
import { clockWords } from '../../words/clock-words';
import { whatIfSentence } from './what-if-words';

type Clock = WhatIfView['clocks'][number];
type Count = 'reminded' | 'breached' | 'rungs' | 'people';

/** What would have been otherwise, by clock, and where it differs most. */
export function WhatIfResult({ result }: { result: WhatIfView }): ReactNode {
  const { escalations, days, capped, clocks, most } = result;
  if (escalations === 0)
    return (
      <EmptyState title="There was nothing to try it on">No escalation was raised in the last {days} days.</EmptyState>
    );
  return (
    <div className="space-y-4">
      <p role="status" className="text-lg font-medium">
        {whatIfSentence(result)}
      </p>
      {capped && <p className="text-ink-soft">There are more; these are the newest.</p>}
      <TableFrame
        label="What would have been otherwise, by clock"
        head={['Clock', 'Began', 'Reminded', 'Ran out', 'Rungs', 'People told']}
      >
        {clocks.map((clock) => (
          <tr key={clock.clockId}>
            <th scope="row" className="font-medium">
              {clockWords(clock.clockId)}
            </th>
            <td className="tabular">{clock.before.clocks.toLocaleString('en-GB')}</td>
            <Change clock={clock} count="reminded" />
            <Change clock={clock} count="breached" />
            <Change clock={clock} count="rungs" />
            <Change clock={clock} count="people" />
          </tr>
        ))}
      </TableFrame>
      {most.length > 0 && (
        <Card title="Where it differs most">
          <ul className="divide-y divide-line">
            {most.map(({ id, ref, level, clocks: differing }) => (
              <li key={id} className="flex flex-wrap gap-x-3 py-2">
                <Link to="/escalations/$ref" params={{ ref }} className="text-accent underline font-medium">
                  {ref}
                </Link>
                <span className="text-ink-soft">
                  {level}: {differing.map(differenceWords).join('; ')}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}

function Change({ clock: { before, after }, count }: { clock: Clock; count: Count }): ReactNode {
  const [was, is] = [before[count], after[count]];
  if (was === is) return <td className="tabular text-ink-soft">{was.toLocaleString('en-GB')}</td>;
  return (
    <td className="tabular font-medium whitespace-nowrap">
      {was.toLocaleString('en-GB')} <span aria-hidden>→</span>
      <span className="sr-only">would be</span> {is.toLocaleString('en-GB')} ({is > was ? '+' : '−'}
      {Math.abs(is - was).toLocaleString('en-GB')})
    </td>
  );
}

function differenceWords({ clockId, before, after }: Clock): string {
  const counts: readonly [Count, string][] = [
    ['reminded', 'reminded'],
    ['breached', 'ran out'],
    ['rungs', 'rungs'],
  ];
  const words = counts.flatMap(([count, name]) =>
    before[count] === after[count] ? [] : [`${name} ${before[count]} → ${after[count]}`],
  );
  return `${clockWords(clockId)} ${words.length > 0 ? words.join(', ') : 'would have told others'}`;
}
