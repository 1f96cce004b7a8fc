import { createContext, use, useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { LiveEvent } from './live-event';
import type { LiveState } from './tab-channel';

/** The live line as components see it. */
export interface Live {
  state: () => LiveState;
  onState: (listener: () => void) => () => void;
  onEvent: (listener: (event: LiveEvent) => void) => () => void;
}

/** Filled by `LiveProvider`. */
export const LiveContext = createContext<Live | null>(null);

function useLiveLine(): Live {
  const live = use(LiveContext);
  if (!live) throw new Error('outside of LiveProvider');
  return live;
}

/** How the line to the server is: live, connecting, or stale since a moment. */
export function useLiveState(): LiveState {
  const live = useLiveLine();
  return useSyncExternalStore(live.onState, live.state);
}

/** Calls back for every event, as it is heard. What is on screen renews itself without it. */
export function useLive(onEvent: (event: LiveEvent) => void): void {
  const live = useLiveLine();
  const latest = useEffectEvent(onEvent);
  useEffect(() => live.onEvent((event) => latest(event)), [live]);
}
