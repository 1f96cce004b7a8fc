import type { InfiniteData } from '@tanstack/react-query';
import type { Row, RowPage } from './board-rows';

type Pages = InfiniteData<RowPage, string | null>;

/**
 * The pages of a list after some escalations have changed: each stands where it belongs now, or nowhere. What belongs
 * behind the last page that was read is left to the page that will bring it.
 * @param changed the ids of those that may have changed
 * @param fresh those of them that the list still holds, as they are now
 */
export function patchPages(
  data: Pages,
  changed: ReadonlySet<string>,
  fresh: readonly Row[],
  compare: (a: Row, b: Row) => number,
): Pages {
  const pages = data.pages.map((page) =>
    page.items.some(({ id }) => changed.has(id))
      ? { ...page, items: page.items.filter(({ id }) => !changed.has(id)) }
      : page,
  );
  for (const row of fresh) put(pages, row, compare);
  return { ...data, pages };
}

function put(pages: RowPage[], row: Row, compare: (a: Row, b: Row) => number): void {
  const found = pages.findIndex(({ items }) => {
    const last = items.at(-1);
    return last !== undefined && compare(row, last) < 0;
  });
  const index = found >= 0 ? found : pages.length - 1;
  const page = pages[index];
  if (!page || (found < 0 && page.nextCursor !== null)) return;
  const at = page.items.findIndex((other) => compare(row, other) < 0);
  const items = [...page.items];
  items.splice(at < 0 ? items.length : at, 0, row);
  pages[index] = { ...page, items };
}
