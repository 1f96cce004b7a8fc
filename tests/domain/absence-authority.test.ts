import { mayNameDelegate, mayWriteAbsences } from '../../domain/absence-authority';
import type { Person } from '../../domain/people';
import { plainCompany } from './support/company';

const people = plainCompany();
const one = (id: string) => people[id] as Person;
const writes = (writer: string, person: string) => mayWriteAbsences({ people }, one(writer), one(person));
const names = (writer: string, person: string, delegateId: string) =>
  mayNameDelegate({ people }, one(writer), one(person), delegateId);

describe('who says that somebody is away', () => {
  it.each([
    ['olu', 'olu', 'of themselves'],
    ['ana', 'ana', 'of themselves, tier 1 too'],
    ['mia', 'olu', 'a manager of whoever reports to them'],
    ['mia', 'max', 'a manager of another manager'],
    ['mia', 'cleo', 'a manager of somebody in another line'],
    ['vera', 'dora', 'a VP of a director'],
    ['axel', 'vera', 'an admin of anybody'],
  ])('%s of %s: %s', (writer, person) => expect(writes(writer, person)).toBe(true));

  it.each([
    ['olu', 'ona', 'nobody else, without leading anybody'],
    ['mia', 'dora', 'no manager of the director above them'],
    ['max', 'vera', 'no manager of the VP above them'],
    ['dora', 'xena', 'no director of an executive in no line of theirs'],
    ['hugo', 'dora', 'no manager of a director in another line'],
    ['xena', 'vera', 'no executive, who keeps no absences'],
  ])('%s not of %s: %s', (writer, person) => expect(writes(writer, person)).toBe(false));

  it('nobody of whoever is above them, where that one has no higher role', () => {
    const lines = { people: { ...people, max: { ...one('max'), managerId: 'hugo' } } };
    expect(mayWriteAbsences(lines, one('max'), one('hugo'))).toBe(false);
    expect(mayWriteAbsences(lines, one('hugo'), one('max'))).toBe(true);
  });

  it('names themselves to stand in only for those below them, as an admin too', () => {
    expect([names('mia', 'olu', 'mia'), names('vera', 'olu', 'vera')]).toEqual([true, true]);
    expect([names('mia', 'max', 'mia'), names('axel', 'vera', 'axel')]).toEqual([false, false]);
    expect([names('mia', 'max', 'ona'), names('axel', 'vera', 'dora'), names('olu', 'olu', 'ona')]).toEqual([
      ...[true, true, true],
    ]);
  });
});
