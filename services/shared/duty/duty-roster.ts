import type { DutyShift } from '../../../domain/duty';
import type { DirectoryExcerpt } from '../../../domain/people';
import type { Database } from '../store/database';
import { feedShifts, readRota } from '../store/duty';
import { directoryVersion, excerpt } from '../store/people';
import { writtenShifts, type Stretch } from './written-shifts';

const DAY_MS = 24 * 60 * 60 * 1_000;
/** So far ahead escalations know the rota, and with so many shifts at most. */
const WRITTEN_MS = 35 * DAY_MS;
const MOST_WRITTEN = 100;

/** The directory as an escalation gets it: its people, and who is on duty when. */
export type DirectoryWithDuty = DirectoryExcerpt & { duty: readonly DutyShift[] };

/** The rota as it is written out for a time. */
export async function shiftsWithin(db: Database, stretch: Stretch): Promise<DutyShift[]> {
  const { rota } = await readRota(db);
  return writtenShifts(rota, await feedShifts(db, stretch), stretch);
}

/** The shifts that escalations know from a moment on, the earliest first. */
export async function shiftsAhead(db: Database, at: number): Promise<DutyShift[]> {
  return (await shiftsWithin(db, { fromAt: at, toAt: at + WRITTEN_MS })).slice(0, MOST_WRITTEN);
}

/**
 * These people with everybody above them and who stands in for them, and the rota from a moment on with its people.
 * @param at the escalation's own now, epoch milliseconds
 */
export async function directoryWithDuty(
  db: Database,
  peopleIds: readonly string[],
  at: number,
): Promise<DirectoryWithDuty> {
  // Read before the rota: what changes meanwhile is told by the next one who asks.
  const version = await directoryVersion(db);
  const duty = await shiftsAhead(db, at);
  const { people } = await excerpt(db, [...peopleIds, ...duty.map(({ personId }) => personId)]);
  return { version, people, duty };
}
