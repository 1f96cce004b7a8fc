import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes';

type Kind = 'primary' | 'plain' | 'quiet' | 'danger';

const look: Readonly<Record<Kind, string>> = {
  primary: 'bg-accent text-accent-ink border-transparent hover:ring-2 hover:ring-accent/50',
  plain: 'bg-surface text-ink border-line-strong hover:bg-sunken',
  quiet: 'bg-transparent text-ink border-transparent hover:bg-sunken',
  danger: 'bg-danger-soft text-danger border-danger hover:ring-2 hover:ring-danger/50',
};

/** How a button or a link that acts looks. */
export function buttonClasses(kind: Kind = 'plain', small = false): string {
  return classes(
    'inline-flex items-center justify-center gap-2 rounded-md border font-medium whitespace-nowrap select-none no-underline',
    'disabled:opacity-55 disabled:cursor-not-allowed aria-disabled:opacity-55 transition-colors',
    small ? 'min-h-8 px-2.5 py-1 text-sm max-sm:min-h-11' : 'min-h-10 px-4 py-2 max-sm:min-h-11',
    look[kind],
  );
}

interface Props extends ComponentProps<'button'> {
  kind?: Kind;
  small?: boolean;
  /** Something is under way: it cannot be pressed again, and says so. */
  busy?: boolean;
  icon?: ReactNode;
}

/** A button. */
export function Button({ kind, small, busy, icon, children, className, disabled, ...rest }: Props): ReactNode {
  return (
    <button
      type="button"
      className={classes(buttonClasses(kind, small), className)}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      {...rest}
    >
      {icon}
      {children}
    </button>
  );
}

interface IconProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** What it does: its accessible name and its tooltip. */
  label: string;
  icon: ReactNode;
}

/** A button that shows an icon only. */
export function IconButton({ label, icon, className, ...rest }: IconProps): ReactNode {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={classes(
        'inline-flex size-9 items-center justify-center rounded-md text-ink hover:bg-sunken disabled:opacity-55 max-sm:size-11',
        className,
      )}
      {...rest}
    >
      {icon}
    </button>
  );
}
