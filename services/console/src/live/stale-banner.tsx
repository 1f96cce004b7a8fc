import clsx from 'clsx';
import { CloudOff, RadioTower } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { momentInShort, useMomentStyle } from '../time/moment';
import { useTick } from '../time/ticking';
import { useLiveState } from './live-context';

/** How long it is said that the line is live again. */
const GOOD_NEWS_MS = 5_000;

const line =
  'pointer-events-none mx-auto flex w-fit max-w-full items-center gap-2 rounded-b-md border border-t-0 px-4 py-1.5 text-sm shadow-md';

/**
 * Says since when the page may be out of date, and that it is live again. It lies over the page: nothing jumps under the
 * pointer when it comes or goes.
 */
export function StaleBanner(): ReactNode {
  const { state, since } = useLiveState();
  const healed = useHealed(state);
  return (
    <div role="status" data-live={state} className="sticky top-14 z-20 h-0 px-3">
      {since && (
        <p className={clsx(line, 'border-warn bg-warn-soft text-warn')}>
          <CloudOff aria-hidden className="size-4 shrink-0" />
          <span>
            <strong>
              Stale since <ClockTime moment={since} />.
            </strong>{' '}
            <span className="max-sm:sr-only">What happens now arrives as soon as the server answers again.</span>
          </span>
        </p>
      )}
      {healed && !since && (
        <p className={clsx(line, 'border-good bg-good-soft text-good')}>
          <RadioTower aria-hidden className="size-4 shrink-0" />
          Live again. Everything missed has arrived.
        </p>
      )}
    </div>
  );
}

/** True for a while after stale has become live. */
function useHealed(state: 'live' | 'connecting' | 'stale'): boolean {
  const [wasStale, setWasStale] = useState(false);
  if (state === 'stale' && !wasStale) setWasStale(true);
  const healed = wasStale && state === 'live';
  useEffect(() => {
    if (!healed) return;
    const timer = setTimeout(() => setWasStale(false), GOOD_NEWS_MS);
    return () => clearTimeout(timer);
  }, [healed]);
  return healed;
}

/** The time of day, with the day where that is not today. */
function ClockTime({ moment }: { moment: Date }): ReactNode {
  const style = useMomentStyle();
  const now = performance.timeOrigin + useTick();
  return <time dateTime={moment.toISOString()}>{momentInShort(moment.getTime(), now, style)}</time>;
}
