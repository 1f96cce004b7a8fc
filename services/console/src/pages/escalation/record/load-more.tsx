import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '../../../ui/button';

interface Props {
  /** What comes: `older events`. */
  what: string;
  busy: boolean;
  onMore: () => void;
}

/** The next page: it comes by itself when one gets near, or by its button. */
export function LoadMore({ what, busy, onMore }: Props): ReactNode {
  const end = useRef<HTMLDivElement>(null);
  const more = useRef(onMore);
  useEffect(() => {
    more.current = onMore;
  });
  useEffect(() => {
    if (busy || !end.current) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && more.current(), {
      rootMargin: '400px',
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [busy]);
  return (
    <div ref={end} data-noprint className="flex justify-center pt-3">
      <Button small busy={busy} onClick={onMore}>
        {busy ? 'Loading …' : `Show ${what}`}
      </Button>
    </div>
  );
}
