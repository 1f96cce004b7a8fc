import { clockWords, type Watched } from '../words/clock-words';

/** The names of fields that only programs write. */
const FOR_PROGRAMS = /"?\b(sendAllTheSame|breachAllTheSame)\b/;

/** A refusal in words for people: what it says about fields of the API is left to programs. */
export function refusalWords(detail: string): string {
  const sentences = detail.split(/(?<=[.!?;])\s+/);
  const forPeople = sentences.filter((sentence) => !FOR_PROGRAMS.test(sentence));
  return forPeople.length > 0 ? forPeople.join(' ').replace(/;$/, '.') : detail;
}

const MOMENT = /\b\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z/g;
const CLOCK = /^([a-z-]+(?::\w+)?): (?=due )/;

/** What is wrong with a field, in words for people: its moments as they read them, a clock by what it watches. */
export function detailWords(detail: string, watched: Watched, inWords: (iso: string) => string): string {
  return detail
    .replace(CLOCK, (_whole, clockId: string) => `${clockWords(clockId, watched)}: `)
    .replaceAll(MOMENT, (moment) => inWords(moment));
}
