import type { Person } from '../../../domain/people';
import { visibleAmong } from '../../shared/store/escalations';
import type { ApiDeps } from '../deps';
import { iso } from '../views/moments';
import type { EventStream, StreamPatience } from './event-stream';

/** So many events are read and written at a time: all that is ever held for one reader. */
const BATCH = 100;
const PAUSE_AFTER_ERROR_MS = 2_000;

/** One reader of the journal's events. */
export interface Reader {
  stream: EventStream;
  patience: StreamPatience;
  /** Aborted when the process is to end. */
  stopping: AbortSignal;
  /** Who reads, asked anew at every heartbeat; null once their key no longer holds. */
  person: () => Promise<Person | null>;
  /** The position after which to begin. */
  position: number;
}

/** Writes every event that this person may see, as it happens, until they leave or the process ends. */
export async function follow(deps: ApiDeps, reader: Reader): Promise<void> {
  const { stream, patience, stopping } = reader;
  const over = AbortSignal.any([stream.over, stopping]);
  let { position } = reader;
  let person = await reader.person();
  while (person && !over.aborted) {
    const heard = deps.stream.heard;
    try {
      const read = await writeNext(deps, stream, person, position);
      await stream.ready();
      if (read !== null) position = read;
      else if (!(await deps.stream.changedSince(heard, patience.heartbeatMs, over))) {
        stream.heartbeat(position);
        person = await reader.person();
      }
    } catch (error) {
      deps.log.warn({ err: error }, 'a stream waits for the database');
      await deps.stream.changedSince(heard, PAUSE_AFTER_ERROR_MS, over);
    }
  }
}

/** Writes the next batch; the position after it, or null where there is nothing new. */
async function writeNext(deps: ApiDeps, stream: EventStream, person: Person, position: number): Promise<number | null> {
  const entries = await deps.stream.read(position, BATCH);
  const ids = [...new Set(entries.map(({ escalationId }) => escalationId))];
  const visible = await visibleAmong(deps.database, person, ids);
  for (const { position: id, escalationId, seq, type, at } of entries) {
    if (visible.has(escalationId)) stream.send('escalation', id, { id: escalationId, seq, type, at: iso(at) });
  }
  return entries.at(-1)?.position ?? null;
}
