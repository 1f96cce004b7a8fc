import { isActive } from './clocks';
import type { Draft } from './draft';
import { termsOf } from './terms';

/** Rests the chains of these clocks, because somebody acts. */
export function holdChains(draft: Draft, clockIds: string[], because: string): void {
  draft.emit('chain.held', { clockIds, untilAt: draft.now + termsOf(draft.state).takeChargeMs, because });
}

/** Rests every chain that goes up now. */
export function holdAllChains(draft: Draft, because: string): void {
  const clockIds = draft.state.clocks.filter((clock) => isActive(clock) && clock.chain).map(({ id }) => id);
  if (clockIds.length > 0) holdChains(draft, clockIds, because);
}
