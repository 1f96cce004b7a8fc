import type { PersonView } from '../../../api/views/person.schema';

/** So many are offered at once; whoever looks for another types a letter more. */
const MOST_SHOWN = 30;

/** Somebody who may be named, or why not. */
export interface Candidate {
  person: PersonView;
  /** null where they may be named. */
  refusal: string | null;
}

/** Those who match what was typed: first who may be named, then the others with the reason. */
export function candidates(people: readonly PersonView[], typed: string, eligible?: readonly string[]): Candidate[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  const matching = people.filter(({ name, title, id }) => {
    const text = folded(`${name} ${title} ${id}`);
    return words.every((word) => text.includes(word));
  });
  const judged = matching.map((person) => ({ person, refusal: refusalOf(person, eligible) }));
  const order = (a: Candidate, b: Candidate) =>
    Number(a.refusal !== null) - Number(b.refusal !== null) || a.person.name.localeCompare(b.person.name, 'en');
  return judged.sort(order).slice(0, MOST_SHOWN);
}

/** Somebody away, until when and who stands in; null where they are here. */
export function awayWords(
  { available, awayUntil, delegate, leftAt }: PersonView,
  inWords: (iso: string) => string,
): string | null {
  if (leftAt) return 'has left the company';
  if (available && !awayUntil) return null;
  const until = awayUntil ? ` until ${inWords(awayUntil)}` : '';
  return `away${until}${delegate ? `, ${delegate.name} stands in` : ''}`;
}

function refusalOf(person: PersonView, eligible: readonly string[] | undefined): string | null {
  if (person.leftAt) return 'has left the company';
  if (!eligible) return null;
  if (!person.roles.some((role) => eligible.includes(role))) return 'their role does not allow it';
  return person.available && !person.awayUntil ? null : 'away';
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
