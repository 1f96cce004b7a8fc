import type { Database } from './database';

/** How somebody wants the console. */
export interface Preferences {
  theme: 'system' | 'light' | 'dark';
  times: 'relative' | 'absolute';
  /** A name of the time zone database; null: the browser's. */
  timeZone: string | null;
  hour12: boolean | null;
  reducedMotion: boolean;
  tourSeen: boolean;
}

const UNCHANGED: Preferences = {
  theme: 'system',
  times: 'relative',
  timeZone: null,
  hour12: null,
  reducedMotion: false,
  tourSeen: false,
};

/** Somebody's preferences; who never set any has those that come with Upstairs. */
export async function readPreferences(db: Database, personId: string): Promise<Preferences> {
  const row = await db.query
    .selectFrom('upstairs.preferences')
    .select('body')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return { ...UNCHANGED, ...(row?.body as Partial<Preferences> | undefined) };
}

/** Replaces somebody's preferences. */
export async function writePreferences(db: Database, personId: string, preferences: Preferences): Promise<void> {
  await db.pool.query(
    `insert into upstairs.preferences (person_id, body) values ($1, $2)
      on conflict (person_id) do update set body = excluded.body, changed_at = now()`,
    [personId, JSON.stringify(preferences)],
  );
}
