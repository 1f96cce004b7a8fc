import { setTimeout as pause } from 'node:timers/promises';
import type { ClientBase } from 'pg';
import type { Escalation } from '../../../domain/escalation/state';
import { withConnection } from './database';
import type { Database } from './database';
import { differingPaths } from './differences';
import type { Difference } from './differences';
import { readRecorded } from './journal';
import { project, projectAll } from './projection';
import type { RecordedEvent } from './projection';
import { READ_KEYS, READ_TABLES } from './read-tables';
import type { ReadTable } from './read-tables';
import { countJournalled, journalledIds } from './rebuild';
import type { Progress } from './rebuild';
import { hashOf } from './recording';

/** What a verification compares besides the journal and the read model. */
export interface VerificationOptions {
  /** The state that the escalation's workflow holds; null where it has ended and is no longer kept. */
  workflowState?: (escalationId: string) => Promise<Escalation | null>;
  onProgress?: (progress: Progress) => void;
}

/** What was compared, and every place where it differs; without differences all is well. */
export interface Verification {
  escalations: number;
  events: number;
  workflows: number;
  differences: Difference[];
}

/** Whoever reads more of them has seen enough. */
const MOST_DIFFERENCES = 1_000;

/**
 * Compares, for every escalation, what follows from its journal with the rows of the read model and with the state of
 * its workflow. Each batch is read from one moment, so recording may go on meanwhile.
 */
export async function verifyReadModel(db: Database, options: VerificationOptions = {}): Promise<Verification> {
  const { workflowState, onProgress } = options;
  return withConnection(db, async (client) => {
    const result: Verification = { escalations: 0, events: 0, workflows: 0, differences: [] };
    const total = await countJournalled(client);
    for await (const ids of journalledIds(client)) {
      const { events, differences } = await atOneMoment(client, () => verifyBatch(client, ids));
      result.events += events;
      result.escalations += ids.length;
      result.differences.push(...differences);
      for (const id of ids) {
        const compared = workflowState ? await verifyWorkflow(client, id, workflowState) : null;
        if (compared) result.workflows += 1;
        result.differences.push(...(compared ?? []));
      }
      onProgress?.({ done: result.escalations, total: Math.max(total, result.escalations) });
      if (result.differences.length >= MOST_DIFFERENCES) return result;
    }
    result.differences.push(...(await findStrays(client)));
    return result;
  });
}

async function atOneMoment<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin isolation level repeatable read read only');
  try {
    return await work();
  } finally {
    await client.query('rollback');
  }
}

async function verifyBatch(client: ClientBase, ids: string[]) {
  const recorded = await readRecorded(client, ids);
  const expected = projectAll(recorded);
  const differences = await verifyHashes(client, ids, recorded);
  for (const table of READ_TABLES) {
    const rows = await readRows(client, table, ids);
    differences.push(...compareRows(table, expected[table], rows));
  }
  return { events: recorded.length, differences };
}

type Row = Readonly<Record<string, unknown>>;

/** As JSON, where a bigint is a plain number; what Postgres makes of other columns is no part of the fold. */
async function readRows(client: ClientBase, table: ReadTable, ids: string[]): Promise<Row[]> {
  const column = table === 'escalations' ? 'id' : 'escalation_id';
  const { rows } = await client.query<{ row: Row }>(
    `select to_jsonb(found) - 'search' as row from read.${table} as found where ${column} = any($1)`,
    [ids],
  );
  return rows.map(({ row }) => row);
}

function compareRows(table: ReadTable, expected: readonly object[], found: readonly Row[]): Difference[] {
  const keyed = (rows: readonly object[]) => new Map(rows.map((row) => [keyOf(table, row as Row), row as Row]));
  const [wanted, there] = [keyed(expected), keyed(found)];
  return [...new Set([...wanted.keys(), ...there.keys()])].flatMap((key) => {
    const [expectedRow, foundRow] = [wanted.get(key), there.get(key)];
    const row = expectedRow ?? foundRow;
    const escalationId = String(row?.escalation_id ?? row?.id);
    return [...differingPaths(expectedRow, foundRow)].map(({ path, ...values }) => ({
      escalationId,
      where: `read.${table} ${key}${path ? `/${path}` : ''}`,
      ...values,
    }));
  });
}

function keyOf(table: ReadTable, row: Row): string {
  return READ_KEYS[table].map((column: string) => String(row[column])).join(' ');
}

/** The journal itself: every event still has the hash that it was written with, and none is missing. */
async function verifyHashes(
  client: ClientBase,
  ids: string[],
  recorded: readonly (RecordedEvent & { escalationId: string })[],
) {
  const { rows } = await client.query<{ hash: string }>(
    'select hash from upstairs.journal where escalation_id = any($1) order by escalation_id, seq',
    [ids],
  );
  let expectedSeq = 0;
  return recorded.flatMap(({ escalationId, event }, index): Difference[] => {
    expectedSeq = recorded[index - 1]?.escalationId === escalationId ? expectedSeq + 1 : 1;
    const where = `upstairs.journal ${event.seq}`;
    const [expected, found] = [rows[index]?.hash, hashOf(event)];
    return [
      ...(expected === found ? [] : [{ escalationId, where: `${where}/hash`, expected, found }]),
      ...(event.seq === expectedSeq ? [] : [{ escalationId, where, expected: expectedSeq, found: event.seq }]),
    ];
  });
}

const TRIES = 20;
const BETWEEN_TRIES_MS = 250;

/** A workflow may be ahead of its journal for as long as its recording takes. Null where there is none any more. */
async function verifyWorkflow(
  client: ClientBase,
  escalationId: string,
  ask: NonNullable<VerificationOptions['workflowState']>,
): Promise<Difference[] | null> {
  for (let tries = 1; ; tries += 1) {
    const found = await ask(escalationId);
    if (!found) return null;
    const expected = project(null, await readRecorded(client, [escalationId])).after.state;
    if (expected.seq === found.seq || tries === TRIES) {
      return [...differingPaths(expected, found)].map(({ path, ...values }) => ({
        escalationId,
        where: `workflow ${path}`,
        ...values,
      }));
    }
    await pause(BETWEEN_TRIES_MS);
  }
}

/** Rows of escalations that the journal knows nothing of. */
async function findStrays(client: ClientBase): Promise<Difference[]> {
  const strays: Difference[] = [];
  for (const table of READ_TABLES) {
    const column = table === 'escalations' ? 'id' : 'escalation_id';
    const { rows } = await client.query<{ id: string }>(
      `select distinct ${column} as id from read.${table} as found
        where not exists (select from upstairs.journal where escalation_id = found.${column} and seq = 1)
        limit ${MOST_DIFFERENCES}`,
    );
    strays.push(
      ...rows.map(({ id }) => ({ escalationId: id, where: `read.${table}`, expected: undefined, found: 'a row' })),
    );
  }
  return strays;
}
