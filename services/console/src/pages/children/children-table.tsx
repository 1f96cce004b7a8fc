import { Link } from '@tanstack/react-router';
import { CircleCheck, CircleDashed } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Children } from '../../api/children';
import { Badge } from '../../ui/badge';
import { TableFrame } from '../../ui/table-frame';
import { stageWords } from '../../words/stage-words';
import { NextDue } from '../board/next-due';

/** The escalations under an umbrella, where each stands. */
export function ChildrenTable({ items }: Pick<Children, 'items'>): ReactNode {
  return (
    <TableFrame label="Accounts" head={['Account', 'Acknowledged', 'Owner', 'Stands at', 'Next due']}>
      {items.map((item) => (
        <tr key={item.id}>
          <th scope="row" className="font-medium min-w-28 wrap-anywhere">
            <span dir="auto">{item.account.name}</span>{' '}
            <Link to="/escalations/$ref" params={{ ref: item.ref }} className="text-accent underline font-normal">
              {item.ref}
            </Link>
          </th>
          <td>
            {item.stage === 'intake' ? (
              <Badge tone="warn" icon={<CircleDashed aria-hidden />}>
                not yet
              </Badge>
            ) : (
              <Badge tone="good" icon={<CircleCheck aria-hidden />}>
                yes
              </Badge>
            )}
          </td>
          <td>{item.owner?.name ?? '–'}</td>
          <td>{item.stage ? stageWords(item.stage) : item.status}</td>
          <td>
            <NextDue row={item} />
          </td>
        </tr>
      ))}
    </TableFrame>
  );
}
