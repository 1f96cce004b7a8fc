import {
  draftKey,
  dropDraft,
  readDraft,
  writeDraft,
  type Draft,
  type Keep,
} from '../../services/console/src/forms/draft';
import { withSuggestions } from '../../services/console/src/forms/suggested-words';
import { comingMoments, passedMoments } from '../../services/console/src/forms/quick-moments';
import { momentAt, wallClock } from '../../services/console/src/forms/zoned-time';

const DAY_MS = 24 * 60 * 60_000;
const NOW = Date.parse('2026-11-22T13:02:00Z');

/** A browser's storage; full once it holds so many characters. */
function storageOf(room = Infinity): Keep & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => {
      if (text.length > room) throw new Error('QuotaExceededError');
      kept.set(key, text);
    },
    removeItem: (key) => void kept.delete(key),
  };
}

const draft = (savedAt: number, text = 'Dear Rosa'): Draft => ({
  ...{ value: { note: text }, base: { note: '' }, seq: 4, requestKey: 'k', sent: null, savedAt },
});

describe('a draft', () => {
  it('is there again until it is sent, for this person and this form only', () => {
    const storage = storageOf();
    const key = draftKey('ines', 'e1', 'step', 'intake');
    expect(writeDraft(storage, key, draft(NOW))).toBe(true);
    expect(readDraft(storage, key, NOW + DAY_MS)?.value).toEqual({ note: 'Dear Rosa' });
    expect(readDraft(storage, draftKey('paul', 'e1', 'step', 'intake'), NOW)).toBeNull();
    dropDraft(storage, key);
    expect(readDraft(storage, key, NOW)).toBeNull();
  });

  it('is forgotten after 14 days', () => {
    const storage = storageOf();
    writeDraft(storage, draftKey('ines', 'e1'), draft(NOW));
    expect(readDraft(storage, draftKey('ines', 'e1'), NOW + 15 * DAY_MS)).toBeNull();
  });

  it('makes room: of too many the oldest goes, and nothing that is not a draft', () => {
    const storage = storageOf();
    storage.setItem('upstairs.preferences', '{}');
    for (let index = 0; index < 60; index += 1) writeDraft(storage, draftKey('ines', `e${index}`), draft(NOW + index));
    expect(storage.kept.size).toBe(41);
    expect(readDraft(storage, draftKey('ines', 'e0'), NOW)).toBeNull();
    expect(readDraft(storage, draftKey('ines', 'e59'), NOW)).not.toBeNull();
    expect(storage.getItem('upstairs.preferences')).toBe('{}');
  });

  it('says where a browser does not keep it, and is no draft where it was spoilt', () => {
    const storage = storageOf(10);
    expect(writeDraft(storage, draftKey('ines', 'e1'), draft(NOW))).toBe(false);
    storage.kept.set(draftKey('ines', 'e1'), '{"value":');
    expect(readDraft(storage, draftKey('ines', 'e1'), NOW)).toBeNull();
  });
});

describe('proposed words', () => {
  it('follow what is chosen until somebody writes their own', () => {
    const first = withSuggestions({ message: { body: '' } }, {}, { '#/message/body': 'Nobody owns it' });
    const named = withSuggestions(
      first,
      { '#/message/body': 'Nobody owns it' },
      { '#/message/body': 'Anneke owns it' },
    );
    expect(named).toEqual({ message: { body: 'Anneke owns it' } });
    const edited = { message: { body: 'Anneke owns it, gladly' } };
    const later = withSuggestions(edited, { '#/message/body': 'Anneke owns it' }, { '#/message/body': 'Ravi owns it' });
    expect(later).toEqual(edited);
  });

  it('do not come back into a field that somebody has emptied', () => {
    const same = { '#/message/body': 'Anneke owns it' };
    expect(withSuggestions({ message: { body: '' } }, same, same)).toEqual({ message: { body: '' } });
  });
});

describe('a moment in somebody’s own zone', () => {
  it.each([
    ['2026-11-22T18:00', 'Europe/Berlin', '2026-11-22T17:00:00.000Z'],
    ['2026-07-22T18:00', 'Europe/Berlin', '2026-07-22T16:00:00.000Z'],
    ['2026-11-22T18:00', 'Asia/Kolkata', '2026-11-22T12:30:00.000Z'],
    // An hour that the clocks leave out, and one that they show twice.
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
  ])('%s in %s', (wall, zone, iso) => expect(new Date(momentAt(wall, zone) ?? 0).toISOString()).toBe(iso));

  it('is none where nothing was typed', () => {
    expect(momentAt('', 'UTC')).toBeNull();
    expect(wallClock(NOW, 'America/New_York')).toBe('2026-11-22T08:02');
  });

  it('offers what lies ahead for a promise, and what lies behind for a call', () => {
    const evening = Date.parse('2026-11-22T18:30:00Z');
    expect(comingMoments(evening, 'Europe/Berlin').map(({ label }) => label)).not.toContain('today 18:00');
    expect(comingMoments(NOW, 'Europe/Berlin')[0]).toEqual({
      label: 'today 18:00',
      atMs: Date.parse('2026-11-22T17:00Z'),
    });
    expect(passedMoments(NOW, NOW - 30 * 60_000).map(({ label }) => label)).toEqual(['15 min ago']);
  });
});
