import { useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { keys } from '../../api/keys';
import { request, withQuery } from '../../api/request';
import { useLive } from '../../live/live-context';
import { Paced } from '../../live/paced';
import { rowsQuery, type Row, type RowPage, type RowsWanted } from './board-rows';
import { patchPages } from './patch-pages';
import { compareRows } from './row-order';

/** The API gives so many by their ids; where more have changed, the lists are read anew. */
const MOST_IDS = 50;
/** What was read while a page was under way may have been written over by it. */
const AGAIN_MS = 1_000;

/** The lists that are on screen. */
export interface LiveLists {
  /** What all of them have in common. */
  wanted: RowsWanted;
  /** One for each of these stages, or a single one of all. */
  stages: readonly string[] | null;
}

/** Keeps the lists on screen as they are in truth: whatever an event touches is read again, and nothing else. */
export function useLiveRows(lists: LiveLists): void {
  const client = useQueryClient();
  const keeper = useRef<RowKeeper>(undefined);
  const latest = useRef(lists);
  useEffect(() => {
    latest.current = lists;
  });
  useEffect(() => {
    const mine = new RowKeeper(client, () => latest.current);
    keeper.current = mine;
    return () => mine.close();
  }, [client]);
  useLive(({ id }) => keeper.current?.take(id));
}

class RowKeeper {
  private changed = new Set<string>();
  private again: ReturnType<typeof setTimeout> | undefined;
  private readonly paced = new Paced(() => this.renew());
  private readonly seen = () => this.changed.size > 0 && this.paced.ask();

  constructor(
    private readonly client: QueryClient,
    private readonly lists: () => LiveLists,
  ) {
    document.addEventListener('visibilitychange', this.seen);
  }

  take(id: string): void {
    this.changed.add(id);
    this.paced.ask();
  }

  close(): void {
    document.removeEventListener('visibilitychange', this.seen);
    clearTimeout(this.again);
    this.paced.close();
  }

  /** A page that nobody sees only remembers what it will have to read. */
  private async renew(): Promise<void> {
    if (document.hidden || this.changed.size === 0) return;
    const ids = this.changed;
    this.changed = new Set();
    const underWay = this.client.isFetching({ queryKey: keys.board() }) > 0;
    if (ids.size > MOST_IDS) return this.readAll();
    try {
      await this.read(ids);
    } catch {
      return this.readAll();
    }
    if (underWay || this.client.isFetching({ queryKey: keys.board() }) > 0) this.readAgain(ids);
  }

  private async read(ids: ReadonlySet<string>): Promise<void> {
    const { wanted, stages } = this.lists();
    const { filters, sort } = wanted;
    const query = { ...filters, sort, id: [...ids], limit: MOST_IDS };
    const { items } = await request<RowPage>(withQuery('/v1/escalations', query));
    const compare = compareRows(sort, performance.now());
    const put = (list: RowsWanted, fresh: readonly Row[]) =>
      this.client.setQueryData<InfiniteData<RowPage, string | null>>(
        rowsQuery(list).queryKey,
        (data) => data && patchPages(data, ids, fresh, compare),
      );
    if (!stages) put(wanted, items);
    for (const stage of stages ?? [])
      put(
        ofStage(wanted, stage),
        items.filter((row) => row.stage === stage),
      );
  }

  private readAll(): Promise<void> {
    return this.client.invalidateQueries({ queryKey: keys.board() });
  }

  private readAgain(ids: ReadonlySet<string>): void {
    clearTimeout(this.again);
    for (const id of ids) this.changed.add(id);
    this.again = setTimeout(() => this.paced.ask(), AGAIN_MS);
  }
}

/** What the column of a stage shows. */
export function ofStage(wanted: RowsWanted, stage: string): RowsWanted {
  return { ...wanted, filters: { ...wanted.filters, stage } };
}
