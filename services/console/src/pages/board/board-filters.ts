import { momentAt } from '../../forms/zoned-time';
import type { BoardSearch } from './board-search';

/** The board's filters as the API takes them. */
export type BoardFilters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The totals at the top that filter when they are pressed. */
const TOGGLES = ['overdue', 'due_within', 'acknowledged', 'unheard', 'promised_today'] as const;

const DAY_MS = 86_400_000;
const NOT_FILTERS = new Set(['layout', 'sort', 'folded']);

/** What the API is asked for: what is open, unless the address says otherwise. */
export function apiFilters(search: BoardSearch, timeZone: string): BoardFilters {
  const { open = search.status ? 'any' : 'true', raised_from, raised_to, ...rest } = search;
  const plain = Object.entries(rest).filter(([name, value]) => !NOT_FILTERS.has(name) && value !== undefined);
  return {
    ...(Object.fromEntries(plain) as BoardFilters),
    ...(open !== 'any' && { open }),
    ...(raised_from && { raised_from: dayBegins(raised_from, timeZone, 0) }),
    ...(raised_to && { raised_to: dayBegins(raised_to, timeZone, 1) }),
  };
}

/** The same without what the totals at the top add: their counts stay while one goes from one to the other. */
export function withoutToggles(search: BoardSearch): BoardSearch {
  return { ...search, ...Object.fromEntries(TOGGLES.map((name) => [name, undefined])) };
}

/** Only how it is shown: no filter at all. */
export function withoutFilters({ layout, sort, folded }: BoardSearch): BoardSearch {
  return { layout, sort, folded };
}

/** Whether anything is filtered beyond what the board leaves out by itself. */
export function isFiltered(search: BoardSearch): boolean {
  const { open, ...rest } = search;
  const others = Object.entries(rest).some(([name, value]) => !NOT_FILTERS.has(name) && value !== undefined);
  return others || (open !== undefined && open !== 'true');
}

/** When a day of a zone begins, so many days later. */
function dayBegins(day: string, timeZone: string, later: number): string | undefined {
  const that = new Date(Date.parse(`${day}T12:00Z`) + later * DAY_MS).toISOString().slice(0, 10);
  const at = momentAt(`${that}T00:00`, timeZone);
  return at === null ? undefined : new Date(at).toISOString();
}
