import { useId, type ReactNode } from 'react';
import { classes } from './classes';

interface Props {
  title?: string;
  /** Beside the title: buttons, counts. */
  aside?: ReactNode;
  /** `h2` unless the card stands inside another. */
  level?: 'h2' | 'h3';
  children: ReactNode;
  className?: string;
}

/** A part of a page that belongs together; a titled one is a landmark of its own. */
export function Card({ title, aside, level: Heading = 'h2', children, className }: Props): ReactNode {
  const id = useId();
  return (
    <section
      aria-labelledby={title ? id : undefined}
      className={classes('rounded-xl border border-line bg-surface', className)}
    >
      {title && (
        <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-2.5">
          <Heading id={id} className="min-w-36 flex-1 text-base font-semibold">
            {title}
          </Heading>
          {aside}
        </header>
      )}
      <div className="p-4">{children}</div>
    </section>
  );
}
