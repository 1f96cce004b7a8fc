import type { ReactNode } from 'react';
import { classes } from './classes';

/** What a badge means; each is told by its words and icon too, never by its colour alone. */
export type Tone = 'neutral' | 'danger' | 'warn' | 'good' | 'info' | 'accent';

const look: Readonly<Record<Tone, string>> = {
  neutral: 'bg-sunken text-ink border-line',
  danger: 'bg-danger-soft text-danger border-danger/40',
  warn: 'bg-warn-soft text-warn border-warn/40',
  good: 'bg-good-soft text-good border-good/40',
  info: 'bg-info-soft text-info border-info/40',
  accent: 'bg-accent-soft text-accent border-accent/40',
};

/** A short word with a meaning. */
export function Badge({
  tone = 'neutral',
  icon,
  children,
  className,
}: {
  tone?: Tone;
  icon?: ReactNode;
  children: ReactNode;
  className?: string;
}): ReactNode {
  return (
    <span
      className={classes(
        'inline-flex max-w-full items-center gap-1 rounded-full border px-2 py-0.5 text-xs font-medium whitespace-nowrap [&>svg]:size-3.5 [&>svg]:shrink-0',
        look[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  );
}
