import { coresOf } from '../support/core-raise';

describe('two escalations have to do with each other', () => {
  test('both sides show it, each as it is from there', () => {
    const cores = coresOf('UP-1', 'UP-2').does('UP-2', 'mia', 'link', {
      otherId: 'UP-1',
      kind: 'follows',
      note: 'Again',
    });
    cores.drain();
    expect(cores.at('UP-2').links).toEqual([{ kind: 'follows', other: { id: 'id-UP-1', ref: 'UP-1' }, note: 'Again' }]);
    expect(cores.at('UP-1').links).toEqual([
      { kind: 'followed-by', other: { id: 'id-UP-2', ref: 'UP-2' }, note: 'Again' },
    ]);
  });

  test('another word about the same link replaces it; the same word is refused', () => {
    const cores = coresOf('UP-1', 'UP-2').does('UP-2', 'mia', 'link', { otherId: 'id-UP-1', kind: 'related' }).drain();
    expect(cores.tries('UP-2', 'mia', 'link', { otherId: 'UP-1', kind: 'related' })?.type).toBe('already-done');
    cores.does('UP-1', 'dora', 'link', { otherId: 'UP-2', kind: 'duplicate' }).drain();
    expect(cores.at('UP-2').links.map(({ kind }) => kind)).toEqual(['duplicate']);
  });

  test('taken away on one side, it is gone on both', () => {
    const cores = coresOf('UP-1', 'UP-2').does('UP-2', 'mia', 'link', { otherId: 'UP-1', kind: 'same-cause' }).drain();
    expect(cores.tries('UP-1', 'mia', 'unlink', { otherId: 'UP-7' })).toMatchObject({
      ...{ type: 'invalid-content', status: 422, errors: [{ pointer: '#/otherId' }] },
    });
    cores.does('UP-1', 'mia', 'unlink', { otherId: 'up-2', reason: 'Another release.' }).drain();
    expect([cores.at('UP-1').links, cores.at('UP-2').links]).toEqual([[], []]);
    expect(cores.tries('UP-1', 'mia', 'unlink', { otherId: 'UP-2' })?.type).toBe('not-now');
  });

  test('not with itself, and not with what nobody knows', () => {
    const cores = coresOf('UP-1');
    expect(cores.tries('UP-1', 'mia', 'link', { otherId: 'UP-1', kind: 'related' })?.type).toBe('invalid-content');
    expect(cores.tries('UP-1', 'mia', 'link', { otherId: 'UP-8', kind: 'related' })?.type).toBe('unknown-escalation');
  });

  test('what is over can still be linked', () => {
    const cores = coresOf('UP-1', 'UP-2').does('UP-1', 'mia', 'withdraw', { reason: 'Not ours.' });
    cores.does('UP-2', 'mia', 'link', { otherId: 'UP-1', kind: 'follows' }).drain();
    expect(cores.at('UP-1').links).toHaveLength(1);
  });
});
