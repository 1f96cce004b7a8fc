import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { announceSessionEnded } from '../api/request';
import { useMyself } from '../session/session';
import type { Live } from './live-context';
import { LiveContext } from './live-context';
import type { LiveEvent } from './live-event';
import { Refresher } from './refresher';
import { SharedStream } from './shared-stream';
import type { LiveState } from './tab-channel';

/** Keeps everything below it live while this person is signed in: one connection for all their tabs. */
export function LiveProvider({ children }: { children: ReactNode }): ReactNode {
  const client = useQueryClient();
  const { id: personId } = useMyself();
  const [line] = useState(() => new LiveLine());
  useEffect(() => {
    const refresher = new Refresher(client);
    const stream = new SharedStream(`upstairs.live.${personId}`, {
      onState: (state) => line.show(state),
      onEvent: (event) => {
        refresher.take(event);
        line.tell(event);
      },
      onAnew: (healed) => refresher.all(healed),
      onSessionEnded: announceSessionEnded,
    });
    const stopWatching = watchPage(stream, refresher);
    return () => {
      stopWatching();
      stream.close();
      refresher.close();
    };
  }, [client, line, personId]);
  return <LiveContext value={line}>{children}</LiveContext>;
}

/** Looks after the line when the page or the network comes back. */
function watchPage(stream: SharedStream, refresher: Refresher): () => void {
  const over = new AbortController();
  const { signal } = over;
  const seen = () => {
    if (document.hidden) return;
    stream.wake();
    refresher.seen();
  };
  document.addEventListener('visibilitychange', seen, { signal });
  window.addEventListener('online', seen, { signal });
  const thawed = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    stream.wake();
    refresher.all(true);
  };
  window.addEventListener('pageshow', thawed, { signal });
  return () => over.abort();
}

/** Hands on to components what the stream tells. */
class LiveLine implements Live {
  private current: LiveState = { state: 'connecting', since: null };
  private readonly onStates = new Set<() => void>();
  private readonly onEvents = new Set<(event: LiveEvent) => void>();

  readonly state = () => this.current;
  readonly onState = (listener: () => void) => {
    this.onStates.add(listener);
    return () => this.onStates.delete(listener);
  };
  readonly onEvent = (listener: (event: LiveEvent) => void) => {
    this.onEvents.add(listener);
    return () => this.onEvents.delete(listener);
  };

  show(state: LiveState): void {
    this.current = state;
    for (const listener of this.onStates) listener();
  }

  tell(event: LiveEvent): void {
    for (const listener of this.onEvents) listener(event);
  }
}
