import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { classes } from './classes';

interface Props<Part extends string> {
  /** What the parts are parts of. */
  label: string;
  parts: readonly { part: Part; title: string }[];
  current: Part;
}

/** The parts of a page, each with an address of its own (`part` in the search of the page that is shown). */
export function PartTabs<Part extends string>({ label, parts, current }: Props<Part>): ReactNode {
  return (
    <nav aria-label={label} className="flex gap-1 overflow-x-auto border-b border-line">
      {parts.map(({ part, title }, index) => (
        <Link
          key={part}
          to="."
          // The parts of all pages are one type to the router; each page's own schema reads its address.
          search={(before) => ({ ...before, part: (index === 0 ? undefined : part) as undefined })}
          replace
          aria-current={part === current ? 'page' : undefined}
          activeProps={{}}
          className={classes(
            'flex min-h-11 items-center border-b-2 px-3 font-medium whitespace-nowrap no-underline hover:bg-sunken',
            part === current ? 'border-accent text-accent' : 'border-transparent text-ink-soft',
          )}
        >
          {title}
        </Link>
      ))}
    </nav>
  );
}
