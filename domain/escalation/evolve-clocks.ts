import type { Evolver } from './evolver';
import type { Chain, Clock, Escalation } from './state';

const without = (ids: readonly string[], gone: readonly string[]) => ids.filter((id) => !gone.includes(id));

function changeClock(state: Escalation, clockId: string, change: (clock: Clock) => Clock): Escalation {
  return { ...state, clocks: state.clocks.map((clock) => (clock.id === clockId ? change(clock) : clock)) };
}

function changeChain(state: Escalation, clockId: string, change: (chain: Chain) => Chain): Escalation {
  return changeClock(state, clockId, (clock) => (clock.chain ? { ...clock, chain: change(clock.chain) } : clock));
}

const started: Evolver<'clock.started'> = (state, { data }) => {
  const before = state.clocks.find(({ id }) => id === data.clockId);
  const clock: Clock = {
    id: data.clockId,
    for: data.for,
    cycle: (before?.cycle ?? 0) + 1,
    anchorAt: data.anchorAt,
    budgetMs: data.budgetMs,
    calendar: data.calendar ?? null,
    runsFromAt: data.anchorAt,
    leftMs: data.budgetMs,
    dueAt: data.dueAt,
    state: 'running',
    metAt: null,
    breachedAt: null,
    remindedAt: null,
    chain: null,
  };
  const clocks = before ? state.clocks.map((one) => (one.id === clock.id ? clock : one)) : [...state.clocks, clock];
  return { ...state, clocks };
};

const moved: Evolver<'clock.moved'> = (state, { data }) =>
  changeClock(state, data.clockId, (clock) => ({
    ...clock,
    budgetMs: data.budgetMs,
    leftMs: data.leftMs,
    dueAt: data.dueAt,
    calendar: data.calendar,
    ...(data.anchorAt === undefined ? {} : { anchorAt: data.anchorAt, runsFromAt: data.anchorAt }),
  }));

const reminded = (state: Escalation, { at, data }: { at: number; data: { clockId: string } }) =>
  changeClock(state, data.clockId, (clock) => ({ ...clock, remindedAt: at }));

const breached: Evolver<'clock.breached'> = (state, { at, data }) => {
  const chain = state.quiet ? null : { run: 1, fired: 0, firedAt: null, nextAt: at, heldUntil: null };
  const next = changeClock(state, data.clockId, (clock) => ({
    ...clock,
    state: 'breached',
    breachedAt: data.dueAt,
    chain,
  }));
  const commitments = next.commitments.map((one) =>
    `commitment:${one.id}` === data.clockId && one.state === 'open' ? { ...one, state: 'broken' as const } : one,
  );
  return { ...next, commitments };
};

const met: Evolver<'clock.met'> = (state, { data }) => {
  const next = changeClock(state, data.clockId, (clock) => ({
    ...clock,
    state: data.late ? 'breached' : 'met',
    metAt: data.metAt,
    chain: null,
  }));
  return endRungs(next, data.clockId);
};

const cancelled: Evolver<'clock.cancelled'> = (state, { data }) =>
  endRungs(
    changeClock(state, data.clockId, (clock) => ({ ...clock, state: 'cancelled', chain: null })),
    data.clockId,
  );

/** Nobody waits for the rungs of a clock that has ended. */
function endRungs(state: Escalation, clockId: string): Escalation {
  return {
    ...state,
    rungs: state.rungs.filter((rung) => rung.clockId !== clockId),
    unheard: without(state.unheard, [clockId]),
  };
}

const advanced: Evolver<'chain.advanced'> = (state, { at, data }) => {
  const after = { firedAt: at, nextAt: data.nextAt, heldUntil: null };
  const fired = [data.clockId, ...data.bundles].reduce(
    (so, clockId) => changeChain(so, clockId, (chain) => ({ ...chain, ...after, fired: chain.fired + 1 })),
    state,
  );
  const mails = data.notices.filter(({ via }) => via === 'mail').map(({ id }) => id);
  const watched = [data.clockId, ...data.bundles].map((clockId) => ({ clockId, rung: data.rung, noticeIds: mails }));
  const others = fired.rungs.filter(({ clockId }) => clockId !== data.clockId && !data.bundles.includes(clockId));
  return { ...fired, rungs: mails.length > 0 ? [...others, ...watched] : others };
};

const held: Evolver<'chain.held'> = (state, { data }) => {
  const next = data.clockIds.reduce(
    (so, clockId) =>
      changeChain(so, clockId, (chain) => ({
        run: chain.run + 1,
        fired: 0,
        firedAt: null,
        nextAt: data.untilAt,
        heldUntil: data.untilAt,
      })),
    state,
  );
  return {
    ...next,
    rungs: next.rungs.filter(({ clockId }) => !data.clockIds.includes(clockId)),
    unheard: without(next.unheard, data.clockIds),
  };
};

const nobody: Evolver<'nobody.notified'> = (state, { at, data }) => {
  const next = changeChain(state, data.clockId, (chain) => ({ ...chain, nextAt: Math.max(at, data.nextAt) }));
  return {
    ...next,
    rungs: next.rungs.filter(({ clockId }) => clockId !== data.clockId),
    unheard: [...without(next.unheard, [data.clockId]), data.clockId],
  };
};

/** How clocks and their chains change. */
export const clockEvolvers = {
  'clock.started': started,
  'clock.moved': moved,
  'clock.reminded': reminded,
  'reminder.spared': reminded,
  'clock.breached': breached,
  'clock.met': met,
  'clock.cancelled': cancelled,
  'chain.advanced': advanced,
  'chain.held': held,
  'nobody.notified': nobody,
};
