import * as fc from 'fast-check';
import { HOUR_MS, MINUTE_MS } from '../../../domain/duration';
import { acknowledgedCore, coreRaise, coresOf } from '../support/core-raise';
import type { Cores } from '../support/cores';
import { account, findings, goodbye, remedy } from '../support/deeds';

const OUTAGE = { id: 'id-UP-1', ref: 'UP-1' };

const isDone = (cores: Cores, ref: string, step: string) =>
  cores.at(ref).steps.find(({ name }) => name === step)?.completedAt ?? null;

const clockOf = (cores: Cores, ref: string, id: string) => cores.at(ref).clocks.find((clock) => clock.id === id);

/** One outage, and three accounts under it. */
function outage(): Cores {
  const cores = acknowledgedCore(coresOf('UP-1'), 'UP-1');
  for (const ref of ['UP-2', 'UP-3', 'UP-4']) cores.raise(coreRaise(ref, { account: ref, umbrella: OUTAGE }));
  return cores.drain();
}

describe('one outage, several accounts', () => {
  test('the umbrella knows each of them, and each of them the umbrella', () => {
    const cores = outage();
    expect(cores.at('UP-1').children.map(({ ref }) => ref)).toEqual(['UP-2', 'UP-3', 'UP-4']);
    expect(cores.at('UP-3').umbrella).toEqual(OUTAGE);
  });

  test('what the umbrella finds out and solves is done for each, its clock met; the rest stays their own', () => {
    const cores = outage();
    for (const ref of ['UP-2', 'UP-3']) acknowledgedCore(cores, ref);
    cores.drain().pass(HOUR_MS);
    cores.does('UP-1', 'olu', 'investigation', findings).drain().pass(HOUR_MS);
    cores.does('UP-1', 'olu', 'solution', remedy).drain();
    for (const ref of ['UP-2', 'UP-3']) {
      expect(isDone(cores, ref, 'investigation')).not.toBeNull();
      expect(isDone(cores, ref, 'solution')).not.toBeNull();
      expect(clockOf(cores, ref, 'investigation')?.state).toBe('met');
      expect(clockOf(cores, ref, 'customer-update')?.state).toBe('running');
      const shared = cores.events.get(`id-${ref}`)?.filter(({ data }) => 'sharedFrom' in data);
      expect(shared).toMatchObject([{ actor: { id: 'olu' } }, { actor: { id: 'olu' } }]);
      expect(
        cores
          .at(ref)
          .deliveries.filter(({ kind }) => kind === 'step-work')
          .map(({ id }) => id),
      ).toEqual(['intake.1']);
    }
    const later = new Date(cores.now + 24 * HOUR_MS).toISOString();
    cores.does('UP-2', 'olu', 'customer-update', account(later));
    expect(isDone(cores, 'UP-3', 'customer-update')).toBeNull();
    cores.does('UP-2', 'olu', 'keep-commitment', { commitmentId: 'c1' }).does('UP-2', 'olu', 'closure', goodbye);
    expect(cores.at('UP-2').status).toBe('closed');
    expect(cores.at('UP-1').status).toBe('open');
  });

  test('a remedy of its own that waits for a decision is asked for no more once the umbrella has decided', () => {
    const cores = acknowledgedCore(coresOf('UP-1', 'UP-2'), 'UP-1');
    acknowledgedCore(cores, 'UP-2').does('UP-2', 'olu', 'investigation', findings);
    cores.does('UP-2', 'olu', 'solution', { ...remedy, credit: { amount: 1_200_000, currency: 'USD' } });
    cores.does('UP-1', 'olu', 'investigation', findings).does('UP-1', 'olu', 'solution', remedy);
    cores.does('UP-2', 'mia', 'join-umbrella', { otherId: 'UP-1' }).drain();
    expect(isDone(cores, 'UP-2', 'solution')).not.toBeNull();
    expect(cores.at('UP-2').approvals).toMatchObject([{ id: 'a1', state: 'cancelled' }]);
    expect(clockOf(cores, 'UP-2', 'approval:a1')?.state).toBe('cancelled');
  });

  test('one that is acknowledged later, or joins later, takes over what is done by then', () => {
    const cores = outage().does('UP-1', 'olu', 'investigation', findings).drain();
    expect(isDone(cores, 'UP-4', 'investigation')).toBeNull();
    cores.pass(30 * MINUTE_MS);
    acknowledgedCore(cores, 'UP-4').drain();
    expect(isDone(cores, 'UP-4', 'investigation')).toBe(cores.now);
    expect(clockOf(cores, 'UP-4', 'investigation')?.state).toBe('met');
    cores.raise(coreRaise('UP-5'));
    acknowledgedCore(cores, 'UP-5').does('UP-5', 'mia', 'join-umbrella', { otherId: 'UP-1' }).drain();
    expect(isDone(cores, 'UP-5', 'investigation')).not.toBeNull();
    expect(cores.at('UP-1').children).toHaveLength(4);
  });

  test('what is shared is done in the umbrella alone, unless one leaves it', () => {
    const cores = outage();
    acknowledgedCore(cores, 'UP-2').drain();
    expect(cores.tries('UP-2', 'olu', 'investigation', findings)).toMatchObject({
      ...{ type: 'shared-step', status: 409, detail: expect.stringContaining('UP-1') },
    });
    cores.does('UP-2', 'olu', 'leave-umbrella', { reason: 'Another trouble.' }).drain();
    cores.does('UP-2', 'olu', 'investigation', findings);
    expect(cores.at('UP-1').children.map(({ ref }) => ref)).toEqual(['UP-3', 'UP-4']);
    cores.does('UP-1', 'olu', 'solution', remedy).drain();
    expect(isDone(cores, 'UP-2', 'solution')).toBeNull();
  });

  test('what somebody has done for themselves before they came is not done again', () => {
    const cores = outage();
    cores.raise(coreRaise('UP-5'));
    acknowledgedCore(cores, 'UP-5').does('UP-5', 'olu', 'investigation', findings).pass(HOUR_MS);
    const own = isDone(cores, 'UP-5', 'investigation');
    cores
      .does('UP-5', 'olu', 'join-umbrella', { otherId: 'UP-1' })
      .does('UP-1', 'olu', 'investigation', findings)
      .drain();
    expect(isDone(cores, 'UP-5', 'investigation')).toBe(own);
  });

  test('a second round is one’s own, of the umbrella and of each under it', () => {
    const cores = outage();
    acknowledgedCore(cores, 'UP-2').drain();
    cores.does('UP-1', 'olu', 'investigation', findings).does('UP-1', 'olu', 'solution', remedy).drain();
    const later = new Date(cores.now + 24 * HOUR_MS).toISOString();
    for (const ref of ['UP-1', 'UP-2']) {
      cores.does(ref, 'olu', 'customer-update', account(later));
      cores.does(ref, 'olu', 'keep-commitment', { commitmentId: 'c1' }).does(ref, 'olu', 'closure', goodbye);
    }
    cores.does('UP-1', 'mia', 'reopen', { reason: 'It came back.' }).drain();
    expect(cores.at('UP-2').status).toBe('closed');
    cores.does('UP-2', 'mia', 'reopen', { reason: 'Not better.' }).drain();
    expect(isDone(cores, 'UP-2', 'investigation')).toBeNull();
    cores.does('UP-2', 'olu', 'investigation', findings);
    expect(isDone(cores, 'UP-1', 'investigation')).toBeNull();
  });
});

describe('who comes under which umbrella', () => {
  test('none under itself, under one that is under another, or under one that ended', () => {
    const cores = outage();
    cores.raise(coreRaise('UP-6'));
    expect(cores.tries('UP-6', 'mia', 'join-umbrella', { otherId: 'UP-6' })?.type).toBe('not-joinable');
    expect(cores.tries('UP-1', 'mia', 'join-umbrella', { otherId: 'UP-6' })?.type).toBe('not-joinable');
    cores.does('UP-6', 'mia', 'join-umbrella', { otherId: 'UP-2' }).drain();
    expect(cores.at('UP-6').umbrella).toBeNull();
    expect(cores.events.get('id-UP-6')?.findLast(({ type }) => type === 'umbrella.left')?.data).toMatchObject({
      because: expect.stringContaining('join that one'),
    });
    cores.does('UP-1', 'mia', 'withdraw', { reason: 'It was a test.' });
    cores.does('UP-6', 'mia', 'join-umbrella', { otherId: 'UP-1' }).drain();
    expect(cores.at('UP-6').umbrella).toBeNull();
  });

  test('a withdrawn one lets those under it go: what is not done is theirs again, and their owners are told', () => {
    const cores = acknowledgedCore(outage(), 'UP-2').drain();
    cores.does('UP-2', 'mia', 'reassign', { ownerId: 'ona', reason: 'Knows them.' });
    cores.does('UP-1', 'mia', 'withdraw', { reason: 'It was a test.' }).drain();
    for (const ref of ['UP-2', 'UP-3', 'UP-4']) expect(cores.at(ref).umbrella).toBeNull();
    expect(cores.at('UP-1').children).toEqual([]);
    const left = cores.events.get('id-UP-2')?.findLast(({ type }) => type === 'umbrella.left');
    expect(left?.data).toMatchObject({
      because: 'UP-1 was withdrawn: It was a test.',
      notices: [{ kind: 'umbrella-lost', toId: 'ona', via: 'mail' }],
    });
    cores.does('UP-2', 'ona', 'investigation', findings);
    expect(isDone(cores, 'UP-2', 'investigation')).not.toBeNull();
  });

  test('two that come under each other in the same moment: one at most, whatever arrives first', () => {
    const ways = fc.array(fc.tuple(fc.nat(5), fc.boolean()), { maxLength: 12 });
    fc.assert(
      fc.property(ways, (way) => {
        const cores = coresOf('UP-1', 'UP-2').does('UP-1', 'mia', 'join-umbrella', { otherId: 'UP-2' });
        cores.does('UP-2', 'mia', 'join-umbrella', { otherId: 'UP-1' });
        for (const [index, again] of way) cores.step(index, again);
        cores.drain();
        const [one, other] = [cores.at('UP-1'), cores.at('UP-2')];
        expect(one.umbrella !== null && other.umbrella !== null).toBe(false);
        expect(one.children.length).toBe(other.umbrella ? 1 : 0);
        expect(other.children.length).toBe(one.umbrella ? 1 : 0);
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  test('an umbrella cannot be merged away, one under it can, and is counted no more', () => {
    const cores = outage();
    expect(cores.tries('UP-1', 'mia', 'merge', { intoId: 'UP-2', reason: 'The same.' })?.type).toBe('not-mergeable');
    cores.does('UP-3', 'mia', 'merge', { intoId: 'UP-2', reason: 'Listed twice.' }).drain();
    expect(cores.at('UP-3').status).toBe('merged');
    expect(cores.at('UP-1').children.map(({ ref }) => ref)).toEqual(['UP-2', 'UP-4']);
  });

  test('an answer that was lost and is asked for again changes nothing', () => {
    const cores = acknowledgedCore(coresOf('UP-1'), 'UP-1');
    cores.raise(coreRaise('UP-2', { umbrella: OUTAGE }));
    cores.step(0);
    const { seq } = cores.at('UP-1');
    cores.step(0, true);
    expect(cores.at('UP-1').seq).toBe(seq);
  });
});
