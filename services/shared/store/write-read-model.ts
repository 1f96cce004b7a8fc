import type { ClientBase } from 'pg';
import { sha256 } from './canonical';
import { READ_KEYS, READ_TABLES } from './read-tables';
import type { ParticipantRow, ReadRows, ReadTable } from './read-tables';

/** The schema that readers see, or the one that a rebuild fills beside it. */
export type ReadSchema = 'read' | 'read_next';

/** Which rows are written, and whether what searches look through may have changed. */
export interface ReadChange {
  rows: ReadRows;
  gone?: readonly ParticipantRow[];
  searchChanged: boolean;
}

/** Writes rows of all tables, each over what is there under its key, in one statement. */
export async function writeReadModel(client: ClientBase, schema: ReadSchema, change: ReadChange): Promise<void> {
  const parts: string[] = [];
  const values: string[] = [];
  for (const table of READ_TABLES.filter((one) => change.rows[one].length > 0)) {
    const kept = table === 'escalations' && !change.searchChanged ? ['search_text'] : [];
    values.push(JSON.stringify(change.rows[table]));
    parts.push(upsert(schema, table, Object.keys(change.rows[table][0] ?? {}), kept, values.length));
  }
  if (change.gone && change.gone.length > 0) {
    values.push(JSON.stringify(change.gone));
    parts.push(removeParticipants(schema, values.length));
  }
  if (parts.length === 0) return;
  const named = parts.map((part, index) => `part${index} as (${part})`);
  const text = `with ${named.join(', ')} select 1`;
  // Named: planned once a connection. There are only as many as kinds of events happen together.
  await client.query({ name: `read-model.${sha256(text).slice(0, 16)}`, text, values });
}

/** `kept` columns are written with a new row only: to set one would make Postgres split its text into words again. */
function upsert(schema: string, table: ReadTable, columns: string[], kept: string[], parameter: number): string {
  const key: readonly string[] = READ_KEYS[table];
  const list = columns.join(', ');
  const set = columns.filter((column) => !key.includes(column) && !kept.includes(column));
  const update = set.map((column) => `${column} = excluded.${column}`).join(', ');
  return `insert into ${schema}.${table} (${list})
    select ${list} from json_populate_recordset(null::${schema}.${table}, $${parameter}::json)
    on conflict (${key.join(', ')}) do ${set.length > 0 ? `update set ${update}` : 'nothing'}`;
}

function removeParticipants(schema: string, parameter: number): string {
  return `delete from ${schema}.participants
    using json_populate_recordset(null::${schema}.participants, $${parameter}::json) as gone
    where participants.escalation_id = gone.escalation_id and participants.person_id = gone.person_id`;
}
