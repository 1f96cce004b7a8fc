import { Link } from '@tanstack/react-router';
import { CircleCheck, CircleX, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge } from '../../ui/badge';
import { TableFrame } from '../../ui/table-frame';
import type { ReapplyItem } from './use-reapply';

/** What would follow in each, and what became of it. */
export function ReapplyTable({ items }: { items: readonly ReapplyItem[] }): ReactNode {
  const done = items.filter(({ state }) => state === 'done').length;
  return (
    <div className="space-y-2">
      {done > 0 && (
        <p role="status" className="font-medium">
          {done} of {items.length} are under it.
        </p>
      )}
      <TableFrame label="What would follow" head={['Escalation', 'What would follow', 'State']}>
        {items.map((item) => (
          <tr key={item.row.id}>
            <th scope="row" className="font-medium">
              <Link to="/escalations/$ref" params={{ ref: item.row.ref }} className="text-accent underline">
                {item.row.ref}
              </Link>
            </th>
            <td className="min-w-60">
              <Follows item={item} />
            </td>
            <td>
              <State item={item} />
            </td>
          </tr>
        ))}
      </TableFrame>
    </div>
  );
}

function Follows({ item: { preview } }: { item: ReapplyItem }): ReactNode {
  if (!preview) return '…';
  const { refusal, follows } = preview;
  if (refusal?.type.endsWith('/would-breach'))
    return (
      <>
        <Badge tone="danger" icon={<TriangleAlert aria-hidden />}>
          would run out at once
        </Badge>
        <ul className="list-disc pl-5">
          {(refusal.errors ?? []).map(({ detail }) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      </>
    );
  if (refusal)
    return (
      <span className="flex gap-2 font-medium text-warn">
        <TriangleAlert aria-hidden className="mt-1 size-4 shrink-0" />
        {refusal.detail ?? refusal.title}
      </span>
    );
  return (
    <ul className="list-disc pl-5">
      {follows.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function State({ item: { state, problem } }: { item: ReapplyItem }): ReactNode {
  if (state === 'running') return <Badge icon={<LoaderCircle aria-hidden />}>under way</Badge>;
  if (state === 'done')
    return (
      <Badge tone="good" icon={<CircleCheck aria-hidden />}>
        applied
      </Badge>
    );
  if (state === 'waiting') return 'not yet';
  return (
    <span className="flex gap-2 font-medium text-danger">
      <CircleX aria-hidden className="mt-1 size-4 shrink-0" />
      {problem}
    </span>
  );
}
