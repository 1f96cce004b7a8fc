import { apiFilters, isFiltered, withoutToggles } from '../../services/console/src/pages/board/board-filters';
import { readBoardSearch } from '../../services/console/src/pages/board/board-search';
import { readQueryText, writeQueryText, type QueryNames } from '../../services/console/src/pages/board/query-text';
import { isShown } from '../../services/console/src/pages/board/saved-view-search';
import { parseSearch, stringifySearch } from '../../services/console/src/app/search';
import type { SavedView } from '../../services/api/views/saved-view.schema';

const names: QueryNames = {
  personId: (text) => ({ 'owner-anneke': 'owner-anneke', 'anneke voss': 'owner-anneke' })[text.toLowerCase()] ?? null,
  accountId: (text) => (text.toLowerCase() === 'tern & daughters' ? 'acc-1' : null),
  accountName: (id) => (id === 'acc-1' ? 'Tern & Daughters' : null),
};
const read = (text: string) => readQueryText(text, names);

describe('the board’s query as text', () => {
  it('is filters and words, in any order', () => {
    expect(read('refund level:P1,p2 owner:me overdue:true twice').filters).toEqual({
      ...{ level: ['P1', 'P2'], ownerId: ['me'], overdue: 'true', q: 'refund twice' },
    });
  });

  it('takes names in quotes, lengths of time and days as people write them', () => {
    const { filters, problems } = read('owner:"Anneke Voss" account:"tern & daughters" due:2h30m from:2026-11-01');
    expect(problems).toEqual([]);
    expect(filters).toEqual({
      ...{ ownerId: ['owner-anneke'], accountId: ['acc-1'], due_within: 'PT2H30M', raised_from: '2026-11-01' },
    });
  });

  it('says what makes no sense and goes on with the rest', () => {
    const { filters, problems, accountsToFind } = read(
      'level:P9 owner:nobody account:Unheard from:yesterday stage:intake',
    );
    expect(problems).toEqual([
      'Level cannot be “P9”; it may be P1, P2, P3, P4.',
      'Nobody is called “nobody”.',
      '“yesterday” is no day such as 2026-11-22.',
    ]);
    expect(accountsToFind).toEqual(['Unheard']);
    expect(filters).toEqual({ stage: ['intake'] });
  });

  it('leaves colons in words alone', () => {
    expect(read('see https://example.org:8080 ticket:12').filters).toEqual({
      q: 'see https://example.org:8080 ticket:12',
    });
  });

  it.each([
    'stage:intake level:P1,P2 owner:me,owner-anneke words',
    'account:"Tern & Daughters" due:1h promised:today',
    '',
  ])('comes back as it was from the address: %s', (text) =>
    expect(writeQueryText(read(text).filters, names)).toBe(text),
  );
});

describe('the board’s address', () => {
  it('keeps what makes sense and drops the rest', () => {
    const search = readBoardSearch({
      level: 'P1,P2',
      overdue: 'maybe',
      layout: 'list',
      due_within: 'soon',
      nonsense: '1',
    });
    expect(JSON.parse(JSON.stringify(search))).toEqual({ level: ['P1', 'P2'], layout: 'list' });
    expect('overdue' in search).toBe(true);
  });

  it('reads what it has read, and what it wrote', () => {
    const search = readBoardSearch({ level: 'P1,P2', ownerId: 'me', open: 'any' });
    expect(readBoardSearch(search)).toEqual(search);
    expect(readBoardSearch(parseSearch(stringifySearch(search)))).toMatchObject({ level: ['P1', 'P2'], open: 'any' });
  });

  it('asks for what is open, unless it says otherwise', () => {
    expect(apiFilters({}, 'UTC')).toEqual({ open: 'true' });
    expect(apiFilters({ open: 'any', level: ['P1'] }, 'UTC')).toEqual({ level: ['P1'] });
    expect(apiFilters({ status: ['settled'] }, 'UTC')).toEqual({ status: ['settled'] });
  });

  it('means days of the person’s own zone, also on the day when the clocks change', () => {
    expect(apiFilters({ raised_from: '2026-10-25', raised_to: '2026-10-25' }, 'Europe/Zurich')).toEqual({
      ...{ open: 'true', raised_from: '2026-10-24T22:00:00.000Z', raised_to: '2026-10-25T23:00:00.000Z' },
    });
  });

  it('knows a filter from a way to show it', () => {
    expect(isFiltered({ layout: 'list', sort: 'raisedAt', open: 'true' })).toBe(false);
    expect(isFiltered({ open: 'any' })).toBe(true);
    expect(isFiltered(withoutToggles({ overdue: 'true', unheard: 'true' }))).toBe(false);
  });

  it('recognises the saved view that it shows', () => {
    const view = { search: 'open=true&overdue=true&sort=urgency' } as SavedView;
    expect(isShown(view, { overdue: 'true', layout: 'list' })).toBe(true);
    expect(isShown(view, { overdue: 'true', level: ['P1'] })).toBe(false);
  });
});
