import { Link } from '@tanstack/react-router';
import { CircleCheck, CircleX } from 'lucide-react';
import type { ReactNode } from 'react';
import type { RaisedChildren } from '../../api/children';
import { Badge } from '../../ui/badge';
import { TableFrame } from '../../ui/table-frame';
import type { AccountRow } from './account-list';

interface Props {
  rows: readonly AccountRow[];
  /** What became of them; null: nothing yet. */
  answer: RaisedChildren | null;
}

/** The list as it was read, with what is wrong in it; afterwards with what became of each. */
export function ListPreview({ rows, answer }: Props): ReactNode {
  return (
    <div className="space-y-2">
      {answer && (
        <p role="status" className="font-medium">
          {answer.created} raised
          {answer.exists > 0 && `, ${answer.exists} there already`}
          {answer.refused > 0 && `, ${answer.refused} refused`}.
        </p>
      )}
      <TableFrame
        label="The list"
        head={['Line', 'Account', 'Contact', 'Mail', answer ? 'What became of it' : 'State']}
      >
        {rows.map((row, index) => (
          <tr key={row.line}>
            <td className="tabular">{row.line}</td>
            <th scope="row" dir="auto" className="font-medium min-w-28 wrap-anywhere">
              {row.account || '–'}
            </th>
            <td dir="auto">{row.contact || '–'}</td>
            <td className="min-w-28 wrap-anywhere">{row.mail || '–'}</td>
            <td>{answer ? <Became item={answer.items[index]} /> : <Standing row={row} />}</td>
          </tr>
        ))}
      </TableFrame>
    </div>
  );
}

function Standing({ row: { wrong } }: { row: AccountRow }): ReactNode {
  return wrong === null ? <Good>can be raised</Good> : <Bad>{wrong}</Bad>;
}

function Became({ item }: { item: RaisedChildren['items'][number] | undefined }): ReactNode {
  if (!item) return '–';
  if (item.outcome === 'refused') return <Bad>{item.problem.detail ?? item.problem.title}</Bad>;
  const { ref } = item.escalation;
  return (
    <>
      <Good>{item.outcome === 'created' ? 'raised' : 'was there'}</Good>{' '}
      <Link to="/escalations/$ref" params={{ ref }} className="text-accent underline">
        {ref}
      </Link>
    </>
  );
}

function Good({ children }: { children: ReactNode }): ReactNode {
  return (
    <Badge tone="good" icon={<CircleCheck aria-hidden />}>
      {children}
    </Badge>
  );
}

function Bad({ children }: { children: ReactNode }): ReactNode {
  return (
    <span className="inline-flex items-start gap-1 font-medium text-danger">
      <CircleX aria-hidden className="mt-1 size-4 shrink-0" />
      {children}
    </span>
  );
}
