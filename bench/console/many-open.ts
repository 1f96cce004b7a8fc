import { randomUUID } from 'node:crypto';
import type { Database } from '../../services/shared/store/database';
import { record } from '../../services/shared/store/recording';
import { raising } from '../../tests/store/told';

const AT_ONCE = 8;
const MINUTE_MS = 60_000;
const severities = ['billing', 'data', 'outage', 'defect', 'usability', 'other'] as const;

/** Writes so many open escalations down, each decided by the core and recorded as the API does; no workflow runs. */
export async function writeManyOpen(db: Database, count: number): Promise<void> {
  const now = Date.now();
  for (let begun = 0; begun < count; begun += AT_ONCE) {
    const batch = Array.from({ length: Math.min(AT_ONCE, count - begun) }, (_, index) => begun + index);
    await Promise.all(batch.map((index) => writeOne(db, index, now)));
  }
}

async function writeOne(db: Database, index: number, now: number): Promise<void> {
  const id = randomUUID();
  const at = now - (index % 119) * MINUTE_MS;
  const events = await raising(db, {
    ...{ id, at, accountName: `Customer ${index % 400}`, severity: severities[index % severities.length] },
    summary: `Complaint ${index}: invoice ${index * 7} was collected twice and nobody answers`,
  });
  await record(db, { escalationId: id, events, recordedAt: at });
}
