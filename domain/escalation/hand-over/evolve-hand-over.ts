import type { Evolver } from '../evolver';

const offered: Evolver<'hand-over.offered'> = (state, { at, data: { toId, note } }) => ({
  ...state,
  handOver: { toId, note, offeredAt: at },
});

const ended: Evolver<'hand-over.ended'> = (state) => ({ ...state, handOver: null });

/** How offers to hand over change the state. */
export const handOverEvolvers = {
  'hand-over.offered': offered,
  'hand-over.ended': ended,
};
