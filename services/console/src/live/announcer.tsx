import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Announcements } from './announcements';
import { useLive } from './live-context';

/** A screen reader is interrupted no more often than this. */
const EVERY_MS = 3_000;

/** Tells people who listen instead of look what has changed: politely, a few words, and never twice in a breath. */
export function Announcer(): ReactNode {
  const [message, setMessage] = useState('');
  const announcements = useRef(new Announcements());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const spokeAt = useRef(-EVERY_MS);

  useLive((event) => {
    if (document.hidden) return announcements.current.clear();
    if (!announcements.current.add(event)) return;
    timer.current ??= setTimeout(
      () => {
        timer.current = undefined;
        spokeAt.current = performance.now();
        setMessage(announcements.current.next() ?? '');
      },
      // What happens at once is gathered into one message.
      Math.max(100, spokeAt.current + EVERY_MS - performance.now()),
    );
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  return (
    <div role="log" aria-live="polite" aria-atomic="true" aria-label="What has changed" className="sr-only">
      {message}
    </div>
  );
}
