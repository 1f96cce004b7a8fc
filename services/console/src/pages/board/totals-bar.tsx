import { Link } from '@tanstack/react-router';
import { AlarmClock, BellOff, CalendarClock, MailQuestion, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { TotalsView } from '../../../../api/views/totals.schema';
import { classes } from '../../ui/classes';
import type { Tone } from '../../ui/badge';
import type { BoardSearch } from './board-search';

/** A total that filters. */
interface Toggle {
  count: keyof Pick<
    TotalsView,
    'overdue' | 'dueWithinHour' | 'unacknowledged' | 'nobodyNotified' | 'commitmentsDueToday'
  >;
  label: string;
  icon: LucideIcon;
  tone: Extract<Tone, 'danger' | 'warn' | 'info'>;
  /** What it adds to the address. */
  adds: BoardSearch;
}

const toggles: readonly Toggle[] = [
  { count: 'overdue', label: 'Overdue', icon: TriangleAlert, tone: 'danger', adds: { overdue: 'true' } },
  {
    count: 'dueWithinHour',
    label: 'Due within the hour',
    icon: AlarmClock,
    tone: 'warn',
    adds: { due_within: 'PT1H' },
  },
  {
    count: 'unacknowledged',
    label: 'Unacknowledged',
    icon: MailQuestion,
    tone: 'warn',
    adds: { acknowledged: 'false' },
  },
  {
    count: 'commitmentsDueToday',
    label: 'Promised for today',
    icon: CalendarClock,
    tone: 'info',
    adds: { promised_today: 'true' },
  },
  { count: 'nobodyNotified', label: 'Nobody notified', icon: BellOff, tone: 'danger', adds: { unheard: 'true' } },
];

const tones = {
  danger: 'border-danger/50 bg-danger-soft text-danger',
  warn: 'border-warn/50 bg-warn-soft text-warn',
  info: 'border-info/50 bg-info-soft text-info',
} as const;

interface Props {
  search: BoardSearch;
  totals: TotalsView | undefined;
}

/** How many burn, and how; each total is a link that shows only those, and pressed again all. */
export function TotalsBar({ search, totals }: Props): ReactNode {
  return (
    <div className="space-y-1">
      <ul aria-label="Totals" className="grid grid-cols-2 gap-2 sm:grid-cols-3 lg:flex lg:flex-wrap">
        {toggles.map((toggle) => (
          <li key={toggle.count} className="min-w-0 last:max-sm:col-span-2">
            <TotalLink {...{ search, toggle }} count={totals?.[toggle.count]} />
          </li>
        ))}
      </ul>
      <PausedShare search={search} share={totals?.pausedShare ?? 0} />
    </div>
  );
}

/** How much of their time they were paused: what waits for customers is seen, and hides nothing. */
function PausedShare({ search, share }: { search: BoardSearch; share: number }): ReactNode {
  if (share === 0) return null;
  const percent = Math.round(share * 100);
  return (
    <p className="text-sm text-ink-soft">
      Paused for {percent === 0 ? 'less than 1' : percent} % of their time, to wait for customers.{' '}
      {search.ever_paused !== 'true' && (
        <Link to="/board" search={{ ...search, ever_paused: 'true' }} resetScroll={false} className="underline">
          Show those
        </Link>
      )}
    </p>
  );
}

function TotalLink({
  search,
  toggle,
  count,
}: {
  search: BoardSearch;
  toggle: Toggle;
  count: number | undefined;
}): ReactNode {
  const { label, icon: Icon, tone, adds } = toggle;
  const on = isOn(search, adds);
  return (
    <Link
      to="/board"
      search={pressed(search, adds)}
      resetScroll={false}
      aria-current={on ? 'true' : undefined}
      title={on ? 'Shown alone. Press to show all again.' : undefined}
      className={classes(
        'flex min-h-11 items-center gap-2.5 rounded-xl max-sm:gap-2 border px-3 py-1.5 no-underline transition-colors lg:min-w-40',
        count ? tones[tone] : 'border-line bg-surface text-ink-soft',
        on ? 'ring-2 ring-current' : 'hover:border-current',
      )}
    >
      <Icon aria-hidden className="size-5 shrink-0 max-sm:hidden" />
      <span className="tabular min-w-[1ch] shrink-0 text-xl whitespace-nowrap leading-none font-semibold">
        {count ?? '–'}
      </span>{' '}
      <span className="min-w-0 text-sm leading-tight font-medium [overflow-wrap:normal] max-sm:text-[0.8125rem]">
        {label}
      </span>
      {on && <span className="sr-only">, shown alone</span>}
    </Link>
  );
}

function isOn(search: BoardSearch, adds: BoardSearch): boolean {
  return (Object.entries(adds) as [keyof BoardSearch, string][]).every(([name, value]) => search[name] === value);
}

/** What is overdue is not due within the hour: of these two one is shown at a time. */
function pressed(search: BoardSearch, adds: BoardSearch): BoardSearch {
  const names = Object.keys(adds);
  const without = { ...search, ...Object.fromEntries(names.map((name) => [name, undefined])) };
  if (isOn(search, adds)) return without;
  const other = adds.overdue ? { due_within: undefined } : adds.due_within ? { overdue: undefined } : {};
  return { ...without, ...other, ...adds };
}

/** A breach of which nobody heard: nothing else on the page matters more. */
export function UnheardAlarm({ search, totals }: Props): ReactNode {
  const count = totals?.nobodyNotified ?? 0;
  return (
    <div role="alert">
      {count > 0 && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-xl border-2 border-danger bg-danger-soft px-4 py-2.5 text-danger">
          <BellOff aria-hidden className="size-5 shrink-0" />
          <span className="min-w-0 flex-1 basis-60">
            <strong>
              {count === 1 ? 'One escalation is in trouble' : `${count} escalations are in trouble`} and nobody could be
              notified.
            </strong>{' '}
            No message got through. Call somebody, or take charge yourself.
          </span>
          <Link
            to="/board"
            search={{ ...search, unheard: 'true' }}
            resetScroll={false}
            className="inline-flex min-h-8 items-center font-semibold underline max-sm:min-h-11"
          >
            Show {count === 1 ? 'it' : 'them'}
          </Link>
        </p>
      )}
    </div>
  );
}
