import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from '../../../ui/classes';

const look = {
  info: 'border-info/40 bg-info-soft text-info',
  warn: 'border-warn/40 bg-warn-soft text-warn',
  neutral: 'border-line-strong bg-sunken text-ink',
} as const;

interface Props {
  icon: LucideIcon;
  tone: keyof typeof look;
  /** Its name, in which it says what is so. */
  title: string;
  children: ReactNode;
  /** What the reader may do about it. */
  actions?: ReactNode;
}

/** Something that holds for the whole escalation now, above everything else. */
export function Banner({ icon: Icon, tone, title, children, actions }: Props): ReactNode {
  return (
    <section aria-label={title} className={classes('flex items-start gap-3 rounded-xl border px-4 py-3', look[tone])}>
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0" />
      <div className="flex min-w-0 flex-1 flex-wrap items-start gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1 basis-60 space-y-1">
          <p className="font-semibold">{title}</p>
          {children}
        </div>
        {actions}
      </div>
    </section>
  );
}
