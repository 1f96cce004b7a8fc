import type { LiveEvent } from './live-event';

/** How the line to the server is: `since` says, while it is stale, from when on nothing is known. */
export interface LiveState {
  state: 'live' | 'connecting' | 'stale';
  since: Date | null;
}

/** What the tabs of one person tell each other. The leading one speaks, the others ask. */
export type TabMessage =
  | { kind: 'event'; event: LiveEvent }
  | { kind: 'state'; live: LiveState; position: number | null }
  | { kind: 'session-ended' }
  /** Somebody wants to know the state; the leading tab also looks after its line. */
  | { kind: 'ask' };

/** A channel between the tabs; where the browser has none, each tab is alone. */
export interface TabChannel {
  post: (message: TabMessage) => void;
  close: () => void;
}

/** Opens the channel of that name. */
export function openTabChannel(name: string, onMessage: (message: TabMessage) => void): TabChannel {
  if (typeof BroadcastChannel === 'undefined') return { post: () => undefined, close: () => undefined };
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }: MessageEvent<TabMessage>) => onMessage(data);
  return { post: (message) => channel.postMessage(message), close: () => channel.close() };
}
