import type { Actor } from '../../people';
import type { Draft } from '../draft';
import type { OtherEscalation } from './together';

/** The id of what is asked next of another escalation. */
export function nextAskId({ state }: Draft): string {
  return `peer.${state.seq + 1}`;
}

/**
 * Asks something of another escalation; the answer comes in its own time.
 * @param by who is behind it, where that is not the one who acts here
 */
export function askPeer(draft: Draft, to: OtherEscalation, command: string, body: object, by?: Actor): void {
  draft.emit('peer.asked', { deliveryId: nextAskId(draft), to, command, body, ...(by && { by }) });
}
