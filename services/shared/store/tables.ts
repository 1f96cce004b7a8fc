import type { Generated, JSONColumnType } from 'kysely';
import type { EscalationEvent } from '../../../domain/escalation/events';
import type { Policy } from '../../../domain/policy';
import type { Actor, Role } from '../../../domain/people';
import type { ReadTables } from './read-tables';

/** What schema `upstairs` holds: everything that must never be lost. Timestamps are read as epoch milliseconds. */
interface MemoryTables {
  'upstairs.journal': JournalTable;
  'upstairs.raises': RaisesTable;
  'upstairs.people': PeopleTable;
  'upstairs.directory_version': { version: number };
  'upstairs.accounts': AccountsTable;
  'upstairs.policies': PoliciesTable;
  'upstairs.api_keys': ApiKeysTable;
  'upstairs.idempotency_keys': IdempotencyKeysTable;
  'upstairs.inbox_reads': { person_id: string; notice_id: string; read_at: Generated<number> };
  'upstairs.demo_mails': DemoMailsTable;
  'upstairs.saved_views': SavedViewsTable;
  'upstairs.preferences': { person_id: string; body: unknown; changed_at: Generated<number> };
}

/** Every table, as kysely sees it. */
export type Tables = MemoryTables & ReadTables;

interface JournalTable {
  escalation_id: string;
  seq: number;
  type: string;
  at: number;
  recorded_at: number;
  actor: Actor | null;
  data: unknown;
  hash: string;
  position: Generated<number>;
}

interface RaisesTable {
  escalation_id: string;
  number: number;
  ref: Generated<string>;
  external_ref: string | null;
  events: JSONColumnType<EscalationEvent[]>;
  created_at: Generated<number>;
}

interface PeopleTable {
  id: string;
  name: string;
  title: string;
  email: string;
  roles: Role[];
  function: string;
  manager_id: string | null;
  zone: string;
  available: boolean;
  created_at: Generated<number>;
}

interface AccountsTable {
  id: string;
  name: string;
  folded_name: string;
  tier: string | null;
  arr_amount: number | null;
  arr_currency: string | null;
  customer_since: string | null;
  csm_id: string | null;
  created_at: Generated<number>;
}

interface PoliciesTable {
  version: number;
  body: JSONColumnType<Policy>;
  created_at: Generated<number>;
}

interface ApiKeysTable {
  id: string;
  person_id: string;
  label: string;
  hash: string;
  created_at: Generated<number>;
  revoked_at: number | null;
}

interface IdempotencyKeysTable {
  principal: string;
  route: string;
  key: string;
  body_hash: string;
  lease: string;
  lease_until: number;
  status: number | null;
  response: unknown;
  created_at: Generated<number>;
}

interface SavedViewsTable {
  id: string;
  owner_id: string;
  name: string;
  search: string;
  shared: boolean;
  created_at: Generated<number>;
}

interface DemoMailsTable {
  id: Generated<number>;
  message_id: string;
  mail: JSONColumnType<{ from: string; to: string; subject: string; text: string }>;
  at: number;
}
