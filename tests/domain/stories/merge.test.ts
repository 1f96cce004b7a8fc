import * as fc from 'fast-check';
import { DAY_MS, HOUR_MS } from '../../../domain/duration';
import type { Escalation } from '../../../domain/escalation/state';
import { acknowledgedCore, coreRaise, coresOf, MONDAY, promisedCore } from '../support/core-raise';
import type { Cores } from '../support/cores';

const into = (ref: string) => ({ intoId: ref, reason: 'The same invoices.' });
const owed = ({ commitments }: Escalation) => commitments.filter(({ state }) => state === 'open' || state === 'broken');

/** The promises that are owed by date, wherever they ended up. */
const promises = (state: Escalation) =>
  owed(state).map(({ text, dueAt, responsibleId }) => [text, dueAt, responsibleId]);

const clock = (state: Escalation, id: string) => state.clocks.find((one) => one.id === id);

describe('the same complaint came by two doors', () => {
  test('one survives, and owes every promise by its old date', () => {
    const cores = acknowledgedCore(coresOf('UP-1', 'UP-2'), 'UP-1');
    promisedCore(cores, 'UP-2', MONDAY + 2 * DAY_MS).pass(HOUR_MS);
    const before = promises(cores.at('UP-2'));
    cores.does('UP-2', 'mia', 'merge', into('up-1')).drain();
    expect(cores.at('UP-2')).toMatchObject({ status: 'merged', mergedInto: { ref: 'UP-1' }, merging: null });
    expect(promises(cores.at('UP-1'))).toEqual(before);
    expect(promises(cores.at('UP-2'))).toEqual([]);
    const [promise] = cores.at('UP-1').commitments;
    expect(promise).toMatchObject({ id: 'c1', state: 'open', madeAt: MONDAY });
    expect(clock(cores.at('UP-1'), 'commitment:c1')).toMatchObject({ state: 'running', dueAt: MONDAY + 2 * DAY_MS });
    expect(cores.at('UP-2').clocks.every(({ state }) => state === 'met' || state === 'cancelled')).toBe(true);
    const made = cores.events.get('id-UP-1')?.find(({ type }) => type === 'commitment.made');
    expect(made?.data).toMatchObject({ from: { ref: 'UP-2' }, madeAt: MONDAY });
  });

  test('a broken promise comes broken, and climbs on', () => {
    const cores = acknowledgedCore(coresOf('UP-1', 'UP-2'), 'UP-1');
    promisedCore(cores, 'UP-2', MONDAY + 3 * HOUR_MS).pass(5 * HOUR_MS);
    expect(cores.at('UP-2').commitments[0]?.state).toBe('broken');
    cores.does('UP-2', 'mia', 'merge', into('UP-1')).drain().pass(1);
    expect(cores.at('UP-1').commitments[0]?.state).toBe('broken');
    expect(clock(cores.at('UP-1'), 'commitment:c1')).toMatchObject({
      state: 'breached',
      breachedAt: MONDAY + 3 * HOUR_MS,
    });
    const climbed = cores.events
      .get('id-UP-1')
      ?.some(({ type, data }) => type === 'chain.advanced' && 'clockId' in data && data.clockId === 'commitment:c1');
    expect(climbed).toBe(true);
  });

  test('a task that is late keeps when it was given, so that a second round begins late with it, too', () => {
    const cores = acknowledgedCore(coresOf('UP-1', 'UP-2'), 'UP-2');
    const dueAt = MONDAY + 2 * HOUR_MS;
    const task = { text: 'Undo it', personId: 'edda', dueAt: new Date(dueAt).toISOString() };
    cores.does('UP-2', 'olu', 'add-task', task).pass(3 * HOUR_MS);
    cores.does('UP-2', 'mia', 'merge', into('UP-1')).drain();
    cores.does('UP-1', 'mia', 'withdraw', { reason: 'Not ours.' }).pass(HOUR_MS);
    cores.does('UP-1', 'mia', 'reopen', { reason: 'It was ours.' });
    expect(cores.at('UP-1').tasks).toMatchObject([{ id: 't1', addedAt: MONDAY }]);
    expect(clock(cores.at('UP-1'), 'task:t1')).toMatchObject({ anchorAt: MONDAY, dueAt, budgetMs: 2 * HOUR_MS });
  });

  test('what was due earlier there is due earlier here, never later', () => {
    const cores = acknowledgedCore(coresOf('UP-1', 'UP-2'), 'UP-2').pass(HOUR_MS);
    acknowledgedCore(cores, 'UP-1');
    const early = clock(cores.at('UP-2'), 'investigation')?.dueAt;
    cores.does('UP-2', 'olu', 'merge', into('UP-1')).drain();
    expect(clock(cores.at('UP-1'), 'investigation')).toMatchObject({
      dueAt: early,
      anchorAt: MONDAY,
      state: 'running',
    });
    const other = acknowledgedCore(coresOf('UP-1', 'UP-2'), 'UP-1').pass(HOUR_MS);
    const kept = clock(other.at('UP-1'), 'investigation')?.dueAt;
    acknowledgedCore(other, 'UP-2').does('UP-2', 'olu', 'merge', into('UP-1')).drain();
    expect(clock(other.at('UP-1'), 'investigation')?.dueAt).toBe(kept);
  });

  test('its contact, and the one who had it, are not forgotten', () => {
    const cores = coresOf('UP-1');
    cores.raise(coreRaise('UP-2', { contact: 'Rae Lund' }));
    acknowledgedCore(acknowledgedCore(cores, 'UP-1'), 'UP-2');
    cores.does('UP-1', 'mia', 'reassign', { ownerId: 'ona', reason: 'Knows them.' });
    cores.does('UP-2', 'mia', 'merge', into('UP-1')).drain();
    expect(cores.at('UP-1').otherContacts).toEqual([{ name: 'Rae Lund', email: 'noor@northwind.example' }]);
    expect(cores.at('UP-1').absorbed).toEqual([{ id: 'id-UP-2', ref: 'UP-2' }]);
    const told = (ref: string) =>
      cores.events.get(`id-${ref}`)?.flatMap(({ data }) => ('notices' in data ? [...data.notices] : [])) ?? [];
    expect(told('UP-1').find(({ kind }) => kind === 'absorbed')).toMatchObject({ toId: 'ona', via: 'mail' });
    expect(told('UP-2').find(({ kind }) => kind === 'merged')).toMatchObject({ toId: 'olu', via: 'mail' });
  });

  test('a quiet one becomes active with an active one', () => {
    const cores = coresOf('UP-2');
    cores.raise(coreRaise('UP-1', { quiet: true }));
    cores.does('UP-2', 'mia', 'merge', into('UP-1')).drain();
    expect(cores.at('UP-1').quiet).toBe(false);
  });

  test('nothing else is taken while it is on its way', () => {
    const cores = coresOf('UP-1', 'UP-2').does('UP-2', 'mia', 'merge', into('UP-1'));
    expect(cores.tries('UP-2', 'mia', 'add-note', { note: 'One more thing' })?.type).toBe('merging');
    expect(cores.tries('UP-2', 'mia', 'merge', into('UP-1'))?.type).toBe('merging');
  });
});

describe('what cannot be merged is refused, and goes on as before', () => {
  const refusals = (cores: Cores, ref: string) => {
    const asked = cores.events
      .get(`id-${ref}`)
      ?.flatMap((event) => (event.type === 'peer.answered' ? [event.data] : []));
    return asked?.map(({ rejection }) => rejection?.type ?? null);
  };

  test('into itself, into one that nobody knows, by somebody who may not', () => {
    const cores = acknowledgedCore(coresOf('UP-1', 'UP-2'), 'UP-1');
    expect(cores.tries('UP-1', 'mia', 'merge', into('UP-1'))).toMatchObject({ type: 'not-mergeable', status: 409 });
    expect(cores.tries('UP-1', 'mia', 'merge', into('UP-9'))).toMatchObject({
      ...{ type: 'unknown-escalation', status: 422, errors: [{ pointer: '#/intoId' }] },
    });
    expect(cores.tries('UP-1', 'ana', 'merge', into('UP-2'))?.type).toBe('not-allowed');
  });

  test('a merge into a merged one says where that one went', () => {
    const cores = coresOf('UP-1', 'UP-2', 'UP-3').does('UP-2', 'mia', 'merge', into('UP-1')).drain();
    cores.does('UP-3', 'mia', 'merge', into('UP-2')).drain();
    expect(refusals(cores, 'UP-3')).toEqual(['merged-already']);
    const answer = cores.events.get('id-UP-3')?.find(({ type }) => type === 'merge.abandoned');
    expect(answer?.data).toMatchObject({ because: expect.stringContaining('UP-1') });
    expect(cores.at('UP-3')).toMatchObject({ status: 'open', merging: null });
    expect(clock(cores.at('UP-3'), 'intake')?.state).toBe('running');
    expect(cores.tries('UP-2', 'mia', 'merge', into('UP-3'))?.type).toBe('merged-already');
    expect(cores.tries('UP-1', 'mia', 'merge', into('UP-2'))?.type).toBe('merged-already');
  });

  test('a merge into a withdrawn one is not possible', () => {
    const cores = coresOf('UP-1', 'UP-2').does('UP-1', 'mia', 'withdraw', { reason: 'Not ours.' });
    cores.does('UP-2', 'mia', 'merge', into('UP-1')).drain();
    expect(refusals(cores, 'UP-2')).toEqual(['not-mergeable']);
  });

  test('one that is merged meanwhile refuses', () => {
    const cores = coresOf('UP-1', 'UP-2', 'UP-3');
    cores.does('UP-3', 'mia', 'merge', into('UP-2')).does('UP-2', 'mia', 'merge', into('UP-1'));
    cores.drain();
    expect(refusals(cores, 'UP-3')).toEqual(['merging']);
    expect(cores.at('UP-2').status).toBe('merged');
    expect(cores.at('UP-3').status).toBe('open');
  });
});

/** Picks of what comes next on the way between the cores, and whether it comes again. */
const ways = fc.array(fc.tuple(fc.nat(9), fc.boolean()), { maxLength: 30 });

/** Things that people do with them in between. */
const deeds = fc.array(fc.tuple(fc.constantFrom('UP-1', 'UP-2', 'UP-3'), fc.constantFrom('UP-1', 'UP-2', 'UP-3')), {
  maxLength: 4,
});

describe('whatever comes first', () => {
  test('two that are merged into each other: exactly one survives, and no promise is lost', () => {
    fc.assert(
      fc.property(ways, fc.boolean(), (way, elderFirst) => {
        const cores = promisedCore(coresOf('UP-1', 'UP-2'), 'UP-1', MONDAY + DAY_MS);
        promisedCore(cores, 'UP-2', MONDAY + 2 * DAY_MS);
        const all = ['UP-1', 'UP-2'].flatMap((ref) => promises(cores.at(ref)));
        const [first, second] = elderFirst ? ['UP-1', 'UP-2'] : ['UP-2', 'UP-1'];
        cores.does(first, 'mia', 'merge', into(second));
        cores.does(second, 'dora', 'merge', into(first));
        for (const [index, again] of way) cores.step(index, again);
        cores.drain();
        const [elder, younger] = [cores.at('UP-1'), cores.at('UP-2')];
        expect([elder.status, younger.status]).toEqual(['open', 'merged']);
        expect(promises(elder).sort()).toEqual(all.sort());
        const types = ['UP-1', 'UP-2'].flatMap((ref) => cores.events.get(`id-${ref}`)?.map(({ type }) => type) ?? []);
        expect(types.filter((type) => type === 'escalation.absorbed')).toHaveLength(1);
        expect(types.filter((type) => type === 'merge.abandoned')).toHaveLength(1);
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  test('three in any order, rings among them: nothing is lost, nobody waits for ever, one is left at least', () => {
    fc.assert(
      fc.property(deeds, ways, (merges, way) => {
        const cores = coresOf('UP-1', 'UP-2', 'UP-3');
        for (const [day, ref] of ['UP-1', 'UP-2', 'UP-3'].entries())
          promisedCore(cores, ref, MONDAY + (day + 1) * DAY_MS);
        const refs = ['UP-1', 'UP-2', 'UP-3'];
        const all = refs.flatMap((ref) => promises(cores.at(ref))).sort();
        let at = 0;
        for (const [ref, other] of merges) {
          cores.tries(ref, 'mia', 'merge', into(other));
          for (const [index, again] of way.slice(at, at + 3)) cores.step(index, again);
          at += 3;
        }
        for (const [index, again] of way.slice(at)) cores.step(index, again);
        cores.drain();
        const states = refs.map((ref) => cores.at(ref));
        expect(states.filter(({ merging }) => merging !== null)).toEqual([]);
        expect(states.filter(({ status }) => status === 'open').length).toBeGreaterThan(0);
        expect(states.flatMap(promises).sort()).toEqual(all);
        for (const state of states) {
          expect(survivorOf(cores, state).status).toBe('open');
          if (state.status === 'merged') expect(promises(state)).toEqual([]);
        }
      }),
      { seed: 7, numRuns: 1_000 },
    );
  });

  test('a ring of three at the same moment is refused to each of them', () => {
    const cores = coresOf('UP-1', 'UP-2', 'UP-3');
    cores.does('UP-1', 'mia', 'merge', into('UP-2')).does('UP-2', 'mia', 'merge', into('UP-3'));
    cores.does('UP-3', 'mia', 'merge', into('UP-1'));
    for (const index of [0, 1, 2]) cores.step(index);
    cores.drain();
    expect(['UP-1', 'UP-2', 'UP-3'].map((ref) => cores.at(ref).status)).toEqual(['open', 'open', 'open']);
  });
});

/** Where a merged one went in the end; a circle would never end. */
function survivorOf(cores: Cores, state: Escalation): Escalation {
  let one = state;
  for (let steps = 0; one.mergedInto; steps += 1) {
    if (steps > 3) throw new Error('they were merged in a circle');
    one = cores.at(one.mergedInto.ref);
  }
  return one;
}
