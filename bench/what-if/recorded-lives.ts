import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { DAY_MS, MINUTE_MS } from '../../domain/duration';
import type { EscalationEvent } from '../../domain/escalation/events';
import type { Database } from '../../services/shared/store/database';
import { record } from '../../services/shared/store/recording';
import type { Sequence } from '../../tests/domain/support/sequence';
import { live, sequences } from '../../tests/domain/support/sequence';

const AT_ONCE = 8;
const SEED = 20_261_122;

/** From where the worlds of sequences count their minutes. */
const WORLDS_BEGIN = Date.UTC(2026, 0);

/** What every life is called in its own world. */
const LIFE_ID = /0199-story/g;
const LIFE_REF = /UP-1042/g;

/** Writes the journals of so many lives down, each begun within the last days; gives the number of their events. */
export async function recordLives(db: Database, count: number, days: number): Promise<number> {
  const lives = fc.sample(sequences, { seed: SEED, numRuns: count });
  const now = Date.now();
  let written = 0;
  for (let begun = 0; begun < count; begun += AT_ONCE) {
    const batch = lives
      .slice(begun, begun + AT_ONCE)
      .map((sequence, index) => lived(sequence, begun + index, now, days));
    await Promise.all(batch.map(({ escalationId, events }) => record(db, { escalationId, events, recordedAt: now })));
    written += batch.reduce((sum, { events }) => sum + events.length, 0);
  }
  return written;
}

function lived(sequence: Sequence, index: number, now: number, days: number) {
  const agoMs = ((index * 7_919) % (days * 24 * 60 - 60)) * MINUTE_MS + 30 * MINUTE_MS;
  const startMin = Math.floor((now - Math.min(agoMs, days * DAY_MS) - WORLDS_BEGIN) / MINUTE_MS);
  const { events } = live({ ...sequence, world: { ...sequence.world, startMin } }, []);
  const escalationId = randomUUID();
  const own = JSON.stringify(events)
    .replace(LIFE_ID, escalationId)
    .replace(LIFE_REF, `UP-${100_000 + index}`);
  return { escalationId, events: JSON.parse(own) as EscalationEvent[] };
}
