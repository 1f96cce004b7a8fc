import type { SavedView } from '../../../../api/views/saved-view.schema';
import { parseSearch, stringifySearch } from '../../app/search';
import type { BoardSearch } from './board-search';

/** How it is shown is not what is shown. */
const NOT_THE_VIEW = new Set(['layout', 'folded']);
/** What holds without being said. */
const USUAL: Readonly<Record<string, string>> = { open: 'true', sort: 'urgency' };

/** The address of a saved view; how the board is laid out stays, where the view does not say it. */
export function addressOf({ search }: SavedView, { layout, folded }: BoardSearch): BoardSearch {
  // The values are still text: the route reads them, as it reads those of any link.
  return { layout, folded, ...parseSearch(search) };
}

/** What is saved of the view on screen: its query, without the question mark. */
export function searchToSave(search: BoardSearch): string {
  return stringifySearch({ ...search, folded: undefined }).slice(1);
}

/** Whether a saved view shows what is on screen. */
export function isShown({ search }: SavedView, shown: BoardSearch): boolean {
  return essence(parseSearch(search)) === essence(parseSearch(stringifySearch(shown)));
}

function essence(parameters: Readonly<Record<string, string>>): string {
  const told = Object.entries(parameters).filter(([name, value]) => !NOT_THE_VIEW.has(name) && USUAL[name] !== value);
  return JSON.stringify(told.sort(([a], [b]) => (a < b ? -1 : 1)));
}
