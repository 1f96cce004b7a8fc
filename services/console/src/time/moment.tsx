import { createContext, use, useMemo, type ReactNode } from 'react';
import type { PreferencesView } from '../../../api/views/preferences.schema';
import { usePreferences } from '../preferences/preferences';
import { useSession } from '../session/session';
import { ownNow, type Told } from './own-now';
import { useTick } from './ticking';
import { distanceInWords } from './words';
import { written } from './written';

/** How this person wants moments written. */
export interface MomentStyle {
  timeZone: string;
  hour12: boolean | undefined;
}

interface PreferredStyle extends MomentStyle {
  times: PreferencesView['times'];
}

const Preferred = createContext<PreferredStyle>({
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  hour12: undefined,
  times: 'relative',
});

/** Asks once for all moments of the page how they are written: a long list has hundreds. */
export function MomentStyleProvider({ children }: { children: ReactNode }): ReactNode {
  const { timeZone, hour12, times } = usePreferences();
  const directory = useSession()?.person?.timeZone;
  const zone = timeZone ?? directory ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const preferred = useMemo(() => ({ timeZone: zone, hour12: hour12 ?? undefined, times }), [zone, hour12, times]);
  return <Preferred value={preferred}>{children}</Preferred>;
}

/** This person's zone and clock: chosen, else the directory's, else this browser's. */
export function useMomentStyle(): MomentStyle {
  return use(Preferred);
}

/** A moment in full with its zone: `Sun 22 Nov 2026, 16:05 CET`. */
export function momentInFull(iso: string | number, { timeZone, hour12 }: MomentStyle): string {
  const options = {
    ...({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const),
    ...({ hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const),
    ...{ timeZone, hour12 },
  };
  return written('en-GB', options).format(new Date(iso));
}

/** A moment as short as it can be: the time of day, with the day where that is not today. */
export function momentInShort(iso: string | number, nowMs: number, { timeZone, hour12 }: MomentStyle): string {
  const day = (ms: number) => written('en-CA', { timeZone }).format(ms);
  const at = new Date(iso);
  const clock = { hour: '2-digit', minute: '2-digit' } as const;
  const date = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  const options = day(at.getTime()) === day(nowMs) ? clock : { ...date, ...clock };
  return written('en-GB', { ...options, timeZone, hour12 }).format(at);
}

/**
 * A moment as this person prefers it, relative or absolute, the other in its tooltip. `told` is what it belongs to:
 * the distance is counted from that one's own now.
 */
export function Moment({ at, told }: { at: string; told?: Told }): ReactNode {
  const { times, ...style } = use(Preferred);
  const tick = useTick();
  const now = told ? ownNow(told, tick) : performance.timeOrigin + tick;
  const relative = distanceInWords(now, Date.parse(at));
  const full = momentInFull(at, style);
  return (
    <time dateTime={at} title={times === 'relative' ? full : relative} className="tabular">
      {times === 'relative' ? relative : momentInShort(at, now, style)}
    </time>
  );
}
