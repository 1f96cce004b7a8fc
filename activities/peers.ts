import type { PeerPort, PeerRequest, PeerAnswer } from './ports';

/** Activities by which one escalation speaks to another. */
export function createPeerActivities(peers: PeerPort) {
  return {
    /** Gives another escalation a command, once however often it is tried, and tells what it decided. */
    askPeer: (request: PeerRequest): Promise<PeerAnswer> => peers.ask(request),
  };
}
