import { accountRows } from '../../services/console/src/pages/children/account-list';
import { byDay } from '../../services/console/src/pages/duty/duty-days';
import { durationWords, typedDuration } from '../../services/console/src/pages/policies/duration-words';
import { typedRanges } from '../../services/console/src/pages/policies/week-words';
import { lineAt, parsedDocument, withValueAt } from '../../services/console/src/pages/policies/written-document';

describe('a list of accounts', () => {
  it('is read with quotes, headings, empty lines, and by the delimiter that it has', () => {
    const rows = accountRows('Account;Contact;Mail\r\n"Sud; Ost ""Co""";Ada;ada@x.example\r\n\r\nWest;;\r\n');
    expect(rows).toEqual([
      { line: 2, account: 'Sud; Ost "Co"', contact: 'Ada', mail: 'ada@x.example', wrong: null },
      { line: 4, account: 'West', contact: '', mail: '', wrong: null },
    ]);
  });

  it('names what is wrong in a line', () => {
    const rows = accountRows(['Acme,,', ',Ada,', 'acme,,', 'West,Ada,ada', 'East,a,a@b.example,more'].join('\n'));
    expect(rows.map(({ wrong }) => wrong)).toEqual([
      null,
      'has no account',
      'this account stands further up already',
      '“ada” is no mail address',
      'has more than three columns',
    ]);
  });

  it('counts lines over a cell with a line end in it', () => {
    expect(accountRows('"Two\nlines",,\nWest,,').map(({ line }) => line)).toEqual([1, 3]);
  });
});

it('a length of time is read as people write it, and written so again', () => {
  expect(['3 d 4h', '90 min', 'PT2H', 'p1d'].map(typedDuration)).toEqual(['P3DT4H', 'PT1H30M', 'PT2H', 'P1D']);
  expect(['soon', '3', 'h', '3 d and 4 h'].map(typedDuration)).toEqual([null, null, null, null]);
  expect(['P3DT4H', 'PT0S', 'later'].map(durationWords)).toEqual(['3 d 4 h', '0 min', 'later']);
});

it('the hours of a day are read as people write them', () => {
  expect(typedRanges('9:00-12:00, 13:00–17:30')).toEqual([
    ['09:00', '12:00'],
    ['13:00', '17:30'],
  ]);
  expect([typedRanges(''), typedRanges('nine to five'), typedRanges('9:00-12:00,')]).toEqual([[], null, null]);
});

it('a shift over midnight stands on both days of a zone, one that ends at midnight on its own only', () => {
  const stretch = { onShift: null, answers: null, by: null, gap: true };
  const days = byDay(
    [
      { ...stretch, from: '2026-11-23T21:00:00Z', until: '2026-11-24T05:00:00Z' },
      { ...stretch, from: '2026-11-24T05:00:00Z', until: '2026-11-24T23:00:00Z' },
    ],
    'Europe/Berlin',
  );
  expect(days.map(({ day, stretches }) => [day, ...stretches.map((one) => `${one.fromClock}-${one.toClock}`)])).toEqual(
    [
      ['2026-11-23', '22:00-24:00'],
      ['2026-11-24', '00:00-06:00', '06:00-24:00'],
    ],
  );
});

describe('the text of a policy', () => {
  const policy = { rungEvery: 'PT30M', clocks: { intake: { budget: 'PT2H' } }, variants: [] };

  it('is changed in one place, and all else keeps its place', () => {
    const changed = withValueAt(policy, ['clocks', 'intake', 'budget'], 'PT3H');
    expect(JSON.stringify(changed)).toBe(JSON.stringify(policy).replace('PT2H', 'PT3H'));
    expect(withValueAt(policy, ['clocks', 'intake'], undefined)).toEqual({ ...policy, clocks: {} });
    expect(withValueAt({}, ['keepInformed', 'P1'], 'P1D')).toEqual({ keepInformed: { P1: 'P1D' } });
  });

  it('has a line for what the server points at, or for the nearest that is there', () => {
    expect(lineAt(policy, '#/policy/clocks/intake/budget')).toBe(5);
    expect(lineAt(policy, '#/policy/clocks/intake/calendar')).toBe(4);
    expect(lineAt(policy, '#/policy/missing')).toBeNull();
  });

  it('tells the line where it is no JSON', () => {
    expect(parsedDocument('{\n "a": 1,\n "b" 2\n}')).toEqual({ wrong: 'This is not JSON: look at line 3.' });
    expect(parsedDocument('[]')).toEqual({ wrong: 'It has to be one JSON object.' });
  });
});
