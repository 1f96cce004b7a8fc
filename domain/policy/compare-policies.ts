import { counted } from '../counted';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../duration';
import { parseIsoDuration } from '../iso-duration';
import type { PolicyDocument } from './policy.schema';

/** One thing that two policies say differently, in words; null where one of them does not say it at all. */
export interface PolicyDifference {
  /** Where it stands: `clocks › investigation › budget`. */
  path: string;
  before: string | null;
  after: string | null;
}

/** Everything that differs, in the order of the document. */
export function comparePolicies(before: PolicyDocument, after: PolicyDocument): PolicyDifference[] {
  const [was, is] = [said(before), said(after)];
  const paths = [...new Set([...is.keys(), ...was.keys()])];
  return paths.flatMap((path) => {
    const [one, other] = [was.get(path) ?? null, is.get(path) ?? null];
    return one === other ? [] : [{ path, before: one, after: other }];
  });
}

type Leaves = Map<string, string>;

function said(document: PolicyDocument): Leaves {
  const leaves: Leaves = new Map();
  const { variants, ...rest } = document;
  for (const [key, value] of Object.entries(rest)) collect(leaves, [key], value);
  variants.forEach((variant, index) => {
    const name = `for ${placesOf(variant)}`;
    const same = variants.slice(0, index).filter((other) => `for ${placesOf(other)}` === name).length;
    collect(leaves, [same > 0 ? `${name} (${same + 1})` : name], variant.terms);
  });
  return leaves;
}

function placesOf({ levels, tiers }: PolicyDocument['variants'][number]): string {
  return [levels?.join(' and ') ?? 'every level', tiers ? tiers.join(' and ') : 'every tier'].join(', ');
}

/** What `null` means where it is more than nothing. */
const NULLS: Readonly<Record<string, string>> = { calendar: 'every hour counts', credit: 'without limit' };

function collect(leaves: Leaves, path: readonly string[], value: unknown): void {
  if (Array.isArray(value)) collectList(leaves, path, value);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) collect(leaves, [...path, key], part);
  } else {
    const words = inWords(path, value);
    if (words !== null) leaves.set(path.map(spelled).join(' › '), words);
  }
}

/** Things with a name are compared by it, closed days one by one, all else as a whole. */
function collectList(leaves: Leaves, path: readonly string[], list: readonly unknown[]): void {
  for (const item of list.filter(isObject)) {
    const { name, from, to, ...rest } = item;
    if (typeof name === 'string') collect(leaves, [...path, name], rest);
    else collect(leaves, [...path, `${String(from)} to ${String(to)}`], rest.title ?? true);
  }
  if (list.length === 0 || list.some(isObject)) return;
  const words = list.map((item) => (Array.isArray(item) ? item.join('–') : itemInWords(path, item)));
  leaves.set(path.map(spelled).join(' › '), words.join(', '));
}

/** Days of the week by their names, ISO 8601: 1 is Monday. */
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function itemInWords(path: readonly string[], item: unknown): string {
  return (path.at(-1) === 'days' && DAYS[Number(item) - 1]) || String(item);
}

/** When word may reach somebody, as the loudness of a level says it. */
const HOURS: Readonly<Record<string, string>> = {
  any: 'at any hour',
  waking: 'in waking hours',
  business: 'in business hours',
};

function inWords(path: readonly string[], value: unknown): string | null {
  const [key = '', above = '', further = ''] = path.toReversed();
  if (value === undefined) return null;
  if (value === null) return NULLS[key] ?? NULLS[above] ?? null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (path[0] === 'loudness' && typeof value === 'string') return HOURS[value] ?? value;
  if ((key === 'fromHour' || key === 'toHour') && typeof value === 'number')
    return `${String(value).padStart(2, '0')}:00`;
  if (key === 'reminderAtShare') return `${Number(value) * 100} %`;
  if (further === 'credit' && typeof value === 'number') return `${grouped(value)} ${key}`;
  const ms = typeof value === 'string' && isDuration(key, above) ? parseIsoDuration(value) : null;
  return ms === null ? `${value as string | number}` : lengthInWords(ms);
}

const DURATIONS = ['budget', 'reminderSparesActive', 'rungEvery', 'bundledEvery', 'takeCharge', 'longestPause'].concat([
  'undeliveredAfter',
  'checkInRetryAfter',
]);

function isDuration(key: string, above: string): boolean {
  return above === 'keepInformed' || DURATIONS.includes(key);
}

const PARTS = [
  [DAY_MS, 'day'],
  [HOUR_MS, 'hour'],
  [MINUTE_MS, 'minute'],
  [SECOND_MS, 'second'],
] as const;

/** A length of time in all of its parts: what is cut off could be the difference. */
function lengthInWords(ms: number): string {
  let rest = ms;
  const words = PARTS.flatMap(([size, name]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count > 0 ? [counted(count, name)] : [];
  });
  return words.length > 0 ? words.join(' ') : 'no time';
}

/** Minor units with two decimals and grouped thousands. */
function grouped(minorUnits: number): string {
  const [whole = '', cents = ''] = (minorUnits / 100).toFixed(2).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
}

/** A field's name as people read it; names of clocks and calendars have no capitals. */
function spelled(key: string): string {
  return /^[a-z]+(?:[A-Z][a-z]+)+$/.test(key) ? key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`) : key;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
