import type { ClientBase } from 'pg';
import type { EscalationEvent } from '../../../domain/escalation/events';
import type { Escalation } from '../../../domain/escalation/state';
import { keepAccountSponsor } from './account-sponsors';
import { canonicalJson, sha256, storable } from './canonical';
import { transact } from './database';
import type { Database } from './database';
import { readRecorded } from './journal';
import { beginRecording } from './locks';
import { project } from './projection';
import type { Climbed } from './projection-chains';
import type { Folded, Projection } from './projection';
import { messagesSettledBy } from './projection-messages';
import type { MessageRow } from './read-tables';
import { writeReadModel } from './write-read-model';

/** A batch of events of one escalation, and the wall clock moment of writing them down. */
export interface Recording {
  escalationId: string;
  events: readonly EscalationEvent[];
  recordedAt: number;
}

/** An escalation after a recording. */
export interface Recorded {
  state: Escalation;
  lastRecordedAt: number;
}

/** Two different events claim the same place in a journal: never to be repaired by a retry. */
export class JournalConflict extends Error {
  constructor(
    readonly escalationId: string,
    readonly seq: number,
  ) {
    super(`the journal of ${escalationId} already holds another event ${seq}`);
    this.name = 'JournalConflict';
  }
}

/** Events that come before these are missing. */
export class JournalGap extends Error {
  constructor(
    readonly escalationId: string,
    readonly expectedSeq: number,
    readonly seq: number,
  ) {
    super(`the journal of ${escalationId} waits for event ${expectedSeq}, not ${seq}`);
    this.name = 'JournalGap';
  }
}

/**
 * Appends events to the journal and folds them into the read model, in one transaction. Events that the journal holds
 * already are skipped, so any number of writers may record the same ones, at once or again.
 * @throws JournalConflict where the journal holds another event under a seq, JournalGap where earlier ones are missing.
 */
export async function record(db: Database, recording: Recording): Promise<Recorded> {
  const hashed = recording.events.map((given) => {
    const event = storable(given);
    return { event, hash: hashOf(event) };
  });
  return transact(db, (client) => append(client, recording, hashed), beginRecording(recording.escalationId));
}

/** The hash of an event's own content: who wrote it down when does not count. */
export function hashOf({ seq, type, at, actor, data }: EscalationEvent): string {
  return sha256(canonicalJson({ seq, type, at, actor, data }));
}

interface Hashed {
  event: EscalationEvent;
  hash: string;
}

async function append(client: ClientBase, recording: Recording, hashed: Hashed[]): Promise<Recorded> {
  const { escalationId, recordedAt } = recording;
  const known = await readKnown(client, escalationId, hashed);
  const fresh = freshOf(escalationId, known, hashed);
  const stale = known.row?.seq !== known.journalSeq && known.journalSeq > 0;
  const before = stale ? await refold(client, escalationId) : foldedOf(known);
  if (fresh.length === 0) {
    if (!before) throw new JournalGap(escalationId, 1, 0);
    return { state: before.state, lastRecordedAt: before.lastRecordedAt };
  }
  const projection = project(
    before,
    fresh.map(({ event }) => ({ event, recordedAt })),
  );
  await writeReadModel(client, 'read', { ...projection, searchChanged: searchChanged(before, projection) });
  const { account } = projection.after.state.complaint;
  await keepAccountSponsor(
    client,
    account.id,
    fresh.map(({ event }) => event),
  );
  await appendToJournal(client, recording, fresh);
  return { state: projection.after.state, lastRecordedAt: projection.after.lastRecordedAt };
}

function searchChanged(before: Folded | null, { after }: Projection): boolean {
  return before?.state.complaint !== after.state.complaint;
}

/** Those that the journal lacks, after checking that the others are the ones it holds. */
function freshOf(escalationId: string, known: Known, hashed: Hashed[]): Hashed[] {
  let next = known.journalSeq + 1;
  return hashed.filter(({ event: { seq }, hash }) => {
    if (seq <= known.journalSeq) {
      if (known.hashes?.[seq] !== hash) throw new JournalConflict(escalationId, seq);
      return false;
    }
    if (seq !== next) throw new JournalGap(escalationId, next, seq);
    next += 1;
    return true;
  });
}

interface Known {
  row: { state: Escalation; seq: number; lastRecordedAt: number } | null;
  journalSeq: number;
  /** By seq, of those that are offered again. */
  hashes: Record<number, string> | null;
  /** How far the chains went, by clock. */
  climbed: Climbed | null;
  messages: MessageRow[] | null;
}

const READ_KNOWN = `select
  (select json_build_object('state', state, 'seq', seq, 'lastRecordedAt', last_recorded_at)
    from read.escalations where id = $1) as row,
  coalesce((select max(seq) from upstairs.journal where escalation_id = $1), 0) as "journalSeq",
  (select json_object_agg(seq, hash) from upstairs.journal where escalation_id = $1 and seq = any($2)) as hashes,
  (select json_object_agg(id, chain_rung) from read.clocks where escalation_id = $1 and chain_rung is not null) as climbed,
  (select json_agg(messages) from read.messages where escalation_id = $1 and id = any($3)) as messages`;

/** A statement of its own after the lock was had: it sees what the holder before committed. */
async function readKnown(client: ClientBase, escalationId: string, hashed: Hashed[]): Promise<Known> {
  const seqs = hashed.map(({ event }) => event.seq);
  const messageIds = hashed.flatMap(({ event }) => messagesSettledBy(event));
  const values = [escalationId, seqs, messageIds];
  const { rows } = await client.query<Known>({ name: 'recording.known', text: READ_KNOWN, values });
  return rows[0] as Known;
}

function foldedOf({ row, climbed, messages }: Known): Folded | null {
  return (
    row && { ...row, climbed: climbed ?? {}, messages: new Map(messages?.map((message) => [message.id, message])) }
  );
}

/** The read model lags behind the journal only where somebody dropped it: what is missing is folded anew. */
async function refold(client: ClientBase, escalationId: string): Promise<Folded> {
  const projection = project(null, await readRecorded(client, [escalationId]));
  await writeReadModel(client, 'read', { ...projection, searchChanged: true });
  return projection.after;
}

const APPEND = `insert into upstairs.journal (escalation_id, seq, type, at, recorded_at, actor, data, hash)
  select escalation_id, seq, type, at, recorded_at, actor, data, hash
  from json_populate_recordset(null::upstairs.journal, $1::json)`;

/** Last in the transaction: whoever appends holds up all others until the commit. */
async function appendToJournal(client: ClientBase, { escalationId, recordedAt }: Recording, fresh: Hashed[]) {
  const rows = fresh.map(({ event: { seq, type, at, actor, data }, hash }) => ({
    escalation_id: escalationId,
    seq,
    type,
    at,
    recorded_at: recordedAt,
    actor,
    data,
    hash,
  }));
  await client.query({ name: 'recording.append', text: APPEND, values: [JSON.stringify(rows)] });
}
