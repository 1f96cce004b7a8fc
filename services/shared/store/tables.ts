import type { Generated, JSONColumnType } from 'kysely';
import type { EscalationEvent } from '../../../domain/escalation/events';
import type { Policy } from '../../../domain/policy';
import type { PolicyDocument } from '../../../domain/policy/policy.schema';
import type { Absence, Actor, Role } from '../../../domain/people';
import type { DraftState } from './policy-drafts';
import type { ReadTables } from './read-tables';

/** What schema `upstairs` holds: everything that must never be lost. Timestamps are read as epoch milliseconds. */
interface MemoryTables {
  'upstairs.journal': JournalTable;
  'upstairs.raises': RaisesTable;
  'upstairs.people': PeopleTable;
  'upstairs.directory': Omit<PeopleTable, 'created_at'> & { absences: readonly Absence[] | null };
  'upstairs.directory_version': { version: number };
  'upstairs.accounts': AccountsTable;
  'upstairs.policies': PoliciesTable;
  'upstairs.policy_drafts': PolicyDraftsTable;
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
  left_at: Generated<number | null>;
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
  sponsor_id: Generated<string | null>;
  sponsor_facing: Generated<string | null>;
  created_at: Generated<number>;
}

interface PoliciesTable {
  version: number;
  body: JSONColumnType<Policy>;
  /** As people wrote it; null where it was not written as a document. */
  spec: JSONColumnType<PolicyDocument> | null;
  created_at: Generated<number>;
  effective_from: Generated<number>;
  drafted_by: string | null;
  approved_by: string | null;
  note: string | null;
}

interface PolicyDraftsTable {
  id: string;
  title: string;
  body: JSONColumnType<PolicyDocument>;
  based_on: number;
  state: DraftState;
  revision: number;
  author_id: string;
  writer_ids: string[];
  created_at: number;
  changed_at: number;
  changed_by: string;
  decided_by: string | null;
  decided_at: number | null;
  note: string | null;
  version: number | null;
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
