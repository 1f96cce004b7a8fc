import type { Draft } from '../draft';
import { wordTo } from '../notices';
import type { HandOverEvents } from './hand-over';

type How = HandOverEvents['hand-over.ended']['how'];

/** Ends an offer that stands; whoever of the two did not do it themselves is told. */
export function endOffer(draft: Draft, how: How, reason: string | null): void {
  const { state, actor } = draft;
  if (!state.handOver) return;
  const { toId } = state.handOver;
  const offered = state.people[toId]?.name ?? toId;
  const texts = {
    declined: `${offered} declined to take over ${state.ref}: ${reason ?? ''}`,
    'taken-back': `${state.ref} is offered to you no longer.`,
    overtaken: `${state.ref} is offered to you no longer: it went another way.`,
  };
  const told = how === 'declined' ? state.ownerId : toId;
  const notices = told && told !== actor?.id ? [wordTo(told, 'mail', 'hand-over-ended', state, texts[how])] : [];
  draft.emit('hand-over.ended', { toId, how, reason, notices });
}
