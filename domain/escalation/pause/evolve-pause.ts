import type { Evolver } from '../evolver';
import type { Clock, Escalation } from '../state';

function changeClock(state: Escalation, clockId: string, change: (clock: Clock) => Clock): Escalation {
  return { ...state, clocks: state.clocks.map((clock) => (clock.id === clockId ? change(clock) : clock)) };
}

const paused: Evolver<'escalation.paused'> = (state, { at, data }) => ({
  ...state,
  status: 'paused',
  pause: { sinceAt: at, askedAt: state.askedAt ?? at, untilAt: data.untilAt, reason: data.reason },
  pauses: state.pauses + 1,
  pausedAt: at,
});

const resumed: Evolver<'escalation.resumed'> = (state, { data }) => ({
  ...state,
  status: 'open',
  pause: null,
  pausedMs: state.pausedMs + data.pausedMs,
});

const clockPaused: Evolver<'clock.paused'> = (state, { data }) =>
  changeClock(state, data.clockId, (clock) => ({ ...clock, state: 'paused', leftMs: data.leftMs }));

const clockResumed: Evolver<'clock.resumed'> = (state, { at, data }) =>
  changeClock(state, data.clockId, (clock) => ({
    ...clock,
    state: 'running',
    runsFromAt: at,
    leftMs: data.leftMs,
    dueAt: data.dueAt,
  }));

/** How waiting for the customer changes the state. */
export const pauseEvolvers = {
  'escalation.paused': paused,
  'escalation.resumed': resumed,
  'clock.paused': clockPaused,
  'clock.resumed': clockResumed,
};
