import { momentsIn } from '../../services/console/src/time/moments-in';

const piecesOf = (text: string) => momentsIn(text).map(({ text, at }) => (at === null ? text : new Date(at)));

describe('the moments in a sentence of the server', () => {
  it('stand by themselves, and the words around them as they were', () => {
    expect(
      piecesOf('Ada moved a promise from 2026-11-23 09:00 UTC to 2026-11-24 17:30 UTC: a "part" is late.'),
    ).toEqual([
      'Ada moved a promise from ',
      new Date('2026-11-23T09:00:00Z'),
      ' to ',
      new Date('2026-11-24T17:30:00Z'),
      ': a "part" is late.',
    ]);
    expect(piecesOf('2026-11-23 09:00 UTC')).toEqual([new Date('2026-11-23T09:00:00Z')]);
  });

  it.each(['On 2026-11-23 we call.', '2026-11-23 09:00', 'At 2026-99-99 99:99 UTC it ends.'])(
    'are none where nobody could say when that is: %s',
    (text) => {
      const pieces = momentsIn(text);
      expect(pieces.every(({ at }) => at === null)).toBe(true);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    },
  );
});
