import type { BoardSearch } from './board-search';
import { FILTERS, valuesOf, withValues, type FilterDefinition } from './filter-definitions';

/** Whom and what one may name in a query by another word than its id. */
export interface QueryNames {
  /** The id of whoever has this id or name. */
  personId: (text: string) => string | null;
  accountId: (text: string) => string | null;
  accountName: (id: string) => string | null;
}

/** A typed query, understood. */
export interface ReadQuery {
  /** The filters and words that it says; all others are absent. */
  filters: BoardSearch;
  /** What of it makes no sense, in sentences. */
  problems: string[];
  /** Accounts that it names and that nobody has looked up yet. */
  accountsToFind: string[];
}

const TOKEN = /(?<word>[a-z]+):(?:"(?<quoted>[^"]*)"?|(?<plain>\S*))|"[^"]*"?|\S+/giu;
const DURATION = /^(?:(?<days>\d{1,3})d)?(?:(?<hours>\d{1,3})h)?(?:(?<minutes>\d{1,3})m)?$/i;
const LONGEST_Q = 300;

/** Reads `level:P1,P2 owner:me overdue:true words`. */
export function readQueryText(text: string, names: QueryNames): ReadQuery {
  const read: ReadQuery = { filters: {}, problems: [], accountsToFind: [] };
  const words: string[] = [];
  for (const token of text.matchAll(TOKEN)) {
    const { word = '', quoted, plain = '' } = token.groups ?? {};
    const filter = FILTERS.find((one) => one.word === word.toLowerCase());
    if (!filter) words.push(token[0]);
    else take(read, filter, quoted === undefined ? plain.split(',') : [quoted], names);
  }
  const q = words.join(' ').slice(0, LONGEST_Q);
  if (q) read.filters = { ...read.filters, q };
  return read;
}

/** The same turned round: what the address says, as one would type it. */
export function writeQueryText(search: BoardSearch, names: QueryNames): string {
  const parts = FILTERS.flatMap((filter) => {
    const values = valuesOf(search, filter).map((value) => written(filter, value, names));
    const several = values.some((value) => /[\s,"]/.test(value)) ? values : [values.join(',')];
    return values.length === 0 ? [] : several.map((value) => `${filter.word}:${quotedIfNeeded(value, values.length)}`);
  });
  return [...parts, search.q ?? ''].filter(Boolean).join(' ');
}

function take(read: ReadQuery, filter: FilterDefinition, given: readonly string[], names: QueryNames): void {
  const values = [...valuesOf(read.filters, filter)];
  for (const text of given.map((one) => one.trim()).filter(Boolean)) {
    const value = valueOf(filter, text, names);
    if (value !== null) values.push(value);
    else if (filter.kind === 'account') read.accountsToFind.push(text);
    else read.problems.push(complaint(filter, text));
  }
  read.filters = withValues(read.filters, filter, [...new Set(values)]);
}

function valueOf(filter: FilterDefinition, text: string, names: QueryNames): string | null {
  if (filter.kind === 'person') return text === 'me' ? text : names.personId(text);
  if (filter.kind === 'account') return names.accountId(text);
  if (filter.kind === 'day') return isDay(text) ? text : null;
  if (filter.kind === 'words') return filter.pattern?.test(text) ? text : null;
  const folded = text.toLowerCase();
  const known = filter.options.find(({ value, label, typed }) =>
    [value, label, typed].some((one) => one?.toLowerCase() === folded),
  );
  return known?.value ?? (filter.name === 'due_within' ? durationOf(text) : null);
}

function written(filter: FilterDefinition, value: string, names: QueryNames): string {
  if (filter.kind === 'account') return names.accountName(value) ?? value;
  const typed = filter.options.find((option) => option.value === value)?.typed;
  return typed ?? (filter.name === 'due_within' ? value.replace(/^P|T/g, '').toLowerCase() : value);
}

function quotedIfNeeded(text: string, count: number): string {
  return /[\s"]/.test(text) || (count === 1 && text.includes(',')) ? `"${text.replaceAll('"', '')}"` : text;
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

/** `2h30m` as ISO 8601. */
function durationOf(text: string): string | null {
  const match = text === '' ? null : DURATION.exec(text);
  if (!match) return null;
  const { days, hours, minutes } = match.groups ?? {};
  const time = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}`;
  return `P${days ? `${days}D` : ''}${time ? `T${time}` : ''}`;
}

function complaint({ kind, label, options, example }: FilterDefinition, text: string): string {
  if (kind === 'person') return `Nobody is called “${text}”.`;
  if (kind === 'day') return `“${text}” is no day such as 2026-11-22.`;
  if (kind === 'words') return `${label} cannot be “${text}”; it looks like ${example}.`;
  const some = options.slice(0, 6).map(({ value, typed }) => typed ?? value);
  return `${label} cannot be “${text}”; it may be ${some.join(', ')}${options.length > some.length ? ' …' : ''}.`;
}
