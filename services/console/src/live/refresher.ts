import type { Query, QueryClient } from '@tanstack/react-query';
import { keys } from '../api/keys';
import type { LiveEvent } from './live-event';
import { Paced } from './paced';

/** After a page's first connection its first answers are let through before they are asked for again. */
const SETTLE_MS = 2_000;

/** What any event may change, beside the escalation's own pages. */
const LISTS = [keys.escalations(), keys.totals(), keys.work(), keys.inbox(), ['account']] as const;
const isList = ({ queryKey }: Query) => LISTS.some(([first]) => queryKey[0] === first);

/** Renews what events have made out of date: what is on screen soon, at a bounded pace, the rest when it is looked at. */
export class Refresher {
  /** Refs and ids of escalations that have changed since they were last read. */
  private changed = new Set<string>();
  private suspects = new Set<Query>();
  private settling: ReturnType<typeof setTimeout> | undefined;
  private readonly escalations = new Paced(() => this.readEscalations());
  private readonly lists = new Paced(() => this.renew(isList));
  private readonly anew = new Paced(() => this.readSuspects());

  constructor(private readonly client: QueryClient) {}

  /** Something has happened to an escalation. */
  take({ id, ref }: LiveEvent): void {
    this.changed.add(id.toLowerCase());
    if (ref) this.changed.add(ref.toLowerCase());
    this.escalations.ask();
    this.lists.ask();
  }

  /** All that was read until now may be out of date. */
  all(healed: boolean): void {
    this.suspects = new Set(this.client.getQueryCache().findAll());
    clearTimeout(this.settling);
    if (healed) this.anew.ask();
    else this.settling = setTimeout(() => this.anew.ask(), SETTLE_MS);
  }

  /** The page is seen again: what became out of date meanwhile is read now. */
  seen(): void {
    void this.client.refetchQueries({ type: 'active', predicate: ({ state }) => state.isInvalidated });
  }

  close(): void {
    clearTimeout(this.settling);
    for (const paced of [this.escalations, this.lists, this.anew]) paced.close();
  }

  private readEscalations(): Promise<void> {
    const changed = this.changed;
    this.changed = new Set();
    const own = (query: Query) => OF_ONE.has(query.queryKey[0]) && changed.has(String(query.queryKey[1]).toLowerCase());
    return this.renew(own);
  }

  private readSuspects(): Promise<void> {
    const suspects = this.suspects;
    this.suspects = new Set();
    return this.renew((query) => suspects.has(query));
  }

  /** A tab that nobody sees only remembers what it will have to read. */
  private renew(predicate: (query: Query) => boolean): Promise<void> {
    return this.client.invalidateQueries({ predicate, refetchType: document.hidden ? 'none' : 'active' });
  }
}

const OF_ONE = new Set<unknown>(
  [keys.escalation(''), keys.timeline(''), keys.messages(''), keys.explain('')].map(([first]) => first),
);
