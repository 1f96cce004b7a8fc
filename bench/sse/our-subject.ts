import type { Database } from '../../services/shared/store/database';
import { openDatabase } from '../../services/shared/store/database';
import { visibleAmong } from '../../services/shared/store/escalations';
import { record } from '../../services/shared/store/recording';
import { note, person, raised } from '../../tests/store/told';
import type { World } from '../../tests/support/world';
import { createWorld } from '../../tests/support/world';
import { sharedNowMs } from './clock';
import type { Happening } from './messages';
import type { Subject } from './subject';
import { EVENTS_A_BATCH } from './subject';

const ESCALATIONS = 12;
const RAISERS = ['agent-tomasz', 'agent-lakshmi'];
const FILL_BATCH = 500;

/** An API process on a journal of its own. */
export interface OurSubject extends Subject {
  world: World;
}

interface Subjected {
  id: string;
  seq: number;
}

/**
 * Starts the API on a journal of so many events; its listeners are the people of the demo, over and over: some see all,
 * some only what they raised.
 */
export async function ourSubject(history: number): Promise<OurSubject> {
  const world = await createWorld();
  const db = openDatabase(world.databaseUrl, { connections: 4 });
  const escalations = await raiseAll(db);
  let turn = 0;
  const next = async (events: number): Promise<Happening[]> => {
    const escalation = escalations[(turn += 1) % escalations.length] as Subjected;
    return recordNotes(db, escalation, events);
  };
  for (let told = 0; told < history; told += FILL_BATCH) await next(FILL_BATCH);
  await world.start('api');
  return {
    ...{ name: 'Upstairs', world, url: `${world.apiUrl}/v1/stream`, pid: world.service('api').process.pid ?? 0 },
    eyes: (count) =>
      Array.from({ length: count }, (_, index) => {
        const { id, key } = world.people[index % world.people.length] as World['people'][number];
        return { personId: id, headers: { authorization: `Bearer ${key}` } };
      }),
    happen: () => next(EVENTS_A_BATCH),
    visible: () => visibleToEach(db, world, escalations),
    async close() {
      await db.close();
      await world.close();
    },
  };
}

async function raiseAll(db: Database): Promise<Subjected[]> {
  const all: Subjected[] = [];
  for (let index = 0; index < ESCALATIONS; index += 1) {
    const byId = RAISERS[index % RAISERS.length] as string;
    const { id, seq } = await raised(db, { id: `bench-${index}`, byId, at: Date.now() });
    all.push({ id, seq });
  }
  return all;
}

/** By the one place that writes to the journal, as every change comes. */
async function recordNotes(db: Database, escalation: Subjected, count: number): Promise<Happening[]> {
  const { id, seq } = escalation;
  const at = Date.now();
  const events = Array.from({ length: count }, (_, index) =>
    note(seq + 1 + index, `a note of the bench, number ${seq + 1 + index}`, at),
  );
  await record(db, { escalationId: id, events, recordedAt: at });
  const recordedAtMs = sharedNowMs();
  escalation.seq += count;
  return events.map((event) => ({ key: `${id}:${event.seq}`, escalationId: id, recordedAtMs }));
}

async function visibleToEach(
  db: Database,
  { people }: World,
  escalations: readonly Subjected[],
): Promise<Record<string, string[] | null>> {
  const ids = escalations.map(({ id }) => id);
  const entries = people.map(async ({ id }) => {
    const seen = await visibleAmong(db, await person(db, id), ids);
    return [id, seen.size === ids.length ? null : [...seen]] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
