import type { ReactNode } from 'react';
import { classes } from './classes';

interface Props {
  /** What the table is about. */
  label: string;
  /** A column that is `wide` stands only where there is room for it; its cells are to be `max-sm:hidden`. */
  head: readonly (string | { title: string; wide: true })[];
  /** Rows of the table. */
  children: ReactNode;
}

/** A table that scrolls within itself where it is wider than the page. */
export function TableFrame({ label, head, children }: Props): ReactNode {
  return (
    // What scrolls has to be reached by the keyboard.
    <div
      role="region"
      aria-label={label}
      tabIndex={0}
      className="overflow-x-auto rounded-lg border border-line bg-surface"
    >
      <table className="w-full border-collapse text-left wrap-break-word [&_td]:px-3 [&_td]:py-2 [&_td]:align-top [&_tbody_th]:align-top [&_th]:px-3 [&_th]:py-2 [&_tr]:border-b [&_tr]:border-line [&_tbody_tr:last-child]:border-0">
        <caption className="sr-only">{label}</caption>
        <thead className="bg-sunken text-sm">
          <tr>
            {head.map((column, index) => (
              // The columns of a table stay in their places.
              <th
                key={index}
                scope="col"
                className={classes('font-semibold', typeof column === 'object' && 'max-sm:hidden')}
              >
                {typeof column === 'object' ? column.title : column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
