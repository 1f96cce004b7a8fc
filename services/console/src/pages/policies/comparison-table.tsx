import type { ReactNode } from 'react';
import type { Difference } from '../../api/policies';
import { EmptyState } from '../../ui/states';
import { TableFrame } from '../../ui/table-frame';
import { PathWords, Said } from './policy-reading';

interface Props {
  differences: readonly Difference[];
  /** What stands in the column before, and in the one after. */
  before: string;
  after: string;
}

/** What two policies say differently, side by side. */
export function ComparisonTable({ differences, before, after }: Props): ReactNode {
  if (differences.length === 0) return <EmptyState title="Nothing differs">Both say the same.</EmptyState>;
  return (
    <TableFrame label={`${before} compared with ${after}`} head={['Where', before, after]}>
      {differences.map((one) => (
        <tr key={one.path}>
          <th scope="row" className="font-medium min-w-28 wrap-anywhere">
            <PathWords path={one.path} />
          </th>
          <td className="tabular min-w-28 wrap-anywhere" dir="auto">
            {one.before === null ? <Unsaid /> : <Said path={one.path} words={one.before} />}
          </td>
          <td className="tabular bg-accent-soft min-w-28 wrap-anywhere" dir="auto">
            {one.after === null ? <Unsaid /> : <Said path={one.path} words={one.after} />}
          </td>
        </tr>
      ))}
    </TableFrame>
  );
}

function Unsaid(): ReactNode {
  return <span className="text-ink-soft">not said</span>;
}
