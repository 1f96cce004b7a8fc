import type { Row, RowPage } from '../../services/console/src/pages/board/board-rows';
import { arrivedRows, changedRows, holdRows } from '../../services/console/src/pages/board/held-rows';
import { patchPages } from '../../services/console/src/pages/board/patch-pages';
import { compareRows } from '../../services/console/src/pages/board/row-order';

const NOON = Date.parse('2026-11-22T12:00:00Z');
const HOUR_MS = 3_600_000;

/** A row as far as these rules look at it; `dueIn` in hours, by its own now. */
function row(id: string, dueIn: number | null, more: { seq?: number; score?: number; ahead?: number } = {}): Row {
  const now = NOON + (more.ahead ?? 0) * HOUR_MS;
  return {
    ...{ id, seq: more.seq ?? 1, priority: { level: 'P1', score: more.score ?? 50 } },
    now: new Date(now).toISOString(),
    heardAt: 0,
    dueAt: dueIn === null ? null : new Date(now + dueIn * HOUR_MS).toISOString(),
  } as Row;
}

const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).join('');
const pages = (...items: Row[][]) => ({
  pages: items.map((one, index): RowPage => ({ items: one, nextCursor: index < items.length - 1 ? 'more' : null })),
  pageParams: items.map(() => null),
});

describe('the order of the board', () => {
  const compare = compareRows('urgency', 0);

  it('is by what is left until something is due, and what has nothing due comes last', () => {
    expect(ids([row('c', null), row('b', 2), row('a', -1)].sort(compare))).toBe('abc');
  });

  it('counts by each row’s own now, whoever moved its time', () => {
    expect(ids([row('b', 2), row('a', 1, { ahead: 100 })].sort(compare))).toBe('ab');
  });

  it('counts on for what was heard earlier', () => {
    const earlier = { ...row('a', 3), heardAt: 0 };
    const later = { ...row('b', 2), heardAt: 2 * HOUR_MS };
    expect(ids([later, earlier].sort(compareRows('urgency', 2 * HOUR_MS)))).toBe('ab');
  });

  it('puts the heavier one first where both are due at once, then goes by id', () => {
    expect(ids([row('c', 1), row('b', 1), row('a', 1, { score: 10 })].sort(compare))).toBe('bca');
  });

  it('turns the ids round with the order, as the server does', () => {
    expect(ids([row('a', 1), row('b', 1)].sort(compareRows('-priority', 0)))).toBe('ba');
  });
});

describe('a list into which events come', () => {
  const compare = compareRows('urgency', 0);

  it('moves a row to where it belongs now', () => {
    const data = pages([row('a', 1), row('b', 2)], [row('c', 3), row('d', 4)]);
    const after = patchPages(data, new Set(['d']), [row('d', -1)], compare);
    expect(after.pages.map(({ items }) => ids(items))).toEqual(['dab', 'c']);
  });

  it('drops what does not match any more and adds what does', () => {
    const data = pages([row('a', 1), row('b', 2)]);
    expect(ids(patchPages(data, new Set(['a', 'z']), [row('z', 9)], compare).pages[0]?.items ?? [])).toBe('bz');
  });

  it('leaves what belongs behind the last page to the page that will bring it', () => {
    const data = { ...pages([row('a', 1), row('b', 2)]) };
    data.pages[0] = { items: data.pages[0]?.items ?? [], nextCursor: 'more' };
    expect(ids(patchPages(data, new Set(['a']), [row('a', 9)], compare).pages[0]?.items ?? [])).toBe('b');
  });

  it('leaves pages alone in which nothing has changed', () => {
    const data = pages([row('a', 1)], [row('b', 2)]);
    expect(patchPages(data, new Set(['b']), [row('b', 2, { seq: 2 })], compare).pages[0]).toBe(data.pages[0]);
  });
});

describe('a list that somebody points at', () => {
  const shown = [row('a', 1), row('b', 2), row('c', 3)];

  it('shows what is fresh in place and moves nothing', () => {
    const held = holdRows(shown, [row('c', -1, { seq: 2 }), row('a', 1), row('b', 2)]);
    expect(ids(held.rows)).toBe('abc');
    expect(held.rows[2]?.seq).toBe(2);
    expect(held.waiting).toBe(1);
  });

  it('keeps what has gone in its place, and counts what would come', () => {
    const held = holdRows(shown, [row('x', 0), row('a', 1), row('c', 3)]);
    expect(ids(held.rows)).toBe('abc');
    expect([...held.gone]).toEqual(['b']);
    expect(held.waiting).toBe(2);
  });

  it('adds at its end what is read further on', () => {
    const held = holdRows(shown, [...shown, row('d', 4), row('e', 5)]);
    expect(ids(held.rows)).toBe('abcde');
    expect(held.waiting).toBe(0);
  });

  it('tells what has come and what has changed from what was read further on', () => {
    const after = [row('x', 0), row('a', 1, { seq: 2 }), row('b', 2), row('c', 3), row('d', 4)];
    expect([...arrivedRows(shown, after)]).toEqual(['x']);
    expect([...changedRows(shown, after)]).toEqual(['a']);
  });
});
