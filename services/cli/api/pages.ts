import type { ApiClient, Query } from './client';
import type { Page } from './views';

/** Every item of a list, page after page. */
export async function* allItems<Item>(api: ApiClient, path: string, query: Query): AsyncGenerator<Item> {
  let cursor: string | null | undefined;
  do {
    const page: Page<Item> = await api.get(path, { ...query, cursor: cursor ?? undefined });
    yield* page.items;
    cursor = page.nextCursor;
  } while (cursor !== null && cursor !== undefined);
}
