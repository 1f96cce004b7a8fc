import type { ColumnType } from 'kysely';
import type { CustomValues } from '../../../domain/custom-values';
import type { Escalation, RungWatch } from '../../../domain/escalation/state';

/** What schema `read` holds: folded from the journal, droppable, rebuilt by `upstairs rebuild`. */
export interface ReadTables {
  'read.escalations': EscalationRow & { search: ColumnType<string, never, never> };
  'read.clocks': ClockRow;
  'read.commitments': CommitmentRow;
  'read.approvals': ApprovalRow;
  'read.tasks': TaskRow;
  'read.participants': ParticipantRow;
  'read.inbox': InboxRow;
  'read.messages': MessageRow;
}

/** One escalation: what lists filter and sort by, and the folded state whole. */
export interface EscalationRow {
  id: string;
  ref: string;
  status: string;
  stage: string | null;
  level: string;
  score: number;
  owner_id: string | null;
  owner_name: string | null;
  account_id: string;
  account_name: string;
  tier: string | null;
  door: string;
  severity: string;
  root_cause: string | null;
  external_ref: string | null;
  breached: boolean;
  quiet: boolean;
  unheard: boolean;
  next_due_at: number | null;
  due_at: number | null;
  raised_at: number;
  received_at: number;
  closed_at: number | null;
  settled_at: number | null;
  raised_by: string;
  csm_id: string | null;
  contact_name: string | null;
  contact_email: string | null;
  acknowledged_at: number | null;
  umbrella_id: string | null;
  merged_into_id: string | null;
  policy_version: number;
  escalation_manager_id: string | null;
  sponsor_id: string | null;
  team_ids: readonly string[];
  /** Whom its state knows: everybody of whose changes it is told. */
  known_ids: readonly string[];
  pauses: number;
  /** The pauses that are over. */
  paused_ms: number;
  paused_since: number | null;
  paused_until: number | null;
  set_level: string | null;
  set_until: number | null;
  offered_to: string | null;
  custom: CustomValues;
  summary: string;
  search_text: string;
  state: Escalation;
  seq: number;
  last_at: number;
  last_recorded_at: number;
}

/** One clock of an escalation with its chain. */
export interface ClockRow {
  escalation_id: string;
  id: string;
  kind: string;
  cycle: number;
  anchor_at: number;
  budget_ms: number;
  /** What was left of its budget when it last began to run or to rest. */
  left_ms: number;
  due_at: number;
  state: string;
  met_at: number | null;
  breached_at: number | null;
  reminded_at: number | null;
  chain_run: number | null;
  chain_fired: number | null;
  next_rung_at: number | null;
  held_until: number | null;
  /** What it does next by itself, and when; null while that is nothing. */
  next_at: number | null;
  next_rung: string | null;
  /** The highest rung that was told since it ran out, whoever took charge meanwhile; null before the first. */
  chain_rung: RungWatch['rung'] | null;
}

/** One promise to a customer. */
export interface CommitmentRow {
  escalation_id: string;
  id: string;
  text: string;
  due_at: number;
  responsible_id: string;
  made_at: number;
  state: string;
  kept_at: number | null;
  /** How often it got another date. */
  moved: number;
  remedy: boolean;
}

/** One decision that somebody is asked for. */
export interface ApprovalRow {
  escalation_id: string;
  id: string;
  kind: string;
  approver_id: string | null;
  requested_by: string;
  requested_at: number;
  state: string;
  decided_by: string | null;
  decided_at: number | null;
}

/** One task of somebody inside. */
export interface TaskRow {
  escalation_id: string;
  id: string;
  text: string;
  person_id: string;
  due_at: number;
  /** Agreed with the customer's own executive: ours to remind of, theirs to do. */
  counterpart: boolean;
  state: string;
  done_at: number | null;
}

/** That a person takes part in an escalation. */
export interface ParticipantRow {
  escalation_id: string;
  person_id: string;
}

/** One word to one of us. */
export interface InboxRow {
  notice_id: string;
  person_id: string;
  escalation_id: string;
  seq: number;
  kind: string;
  via: string;
  text: string;
  clock_ids: readonly string[];
  at: number;
}

/** One message, to the customer or to one of us, with how it went out. */
export interface MessageRow {
  escalation_id: string;
  id: string;
  seq: number;
  audience: 'customer' | 'us';
  kind: string;
  channel: string;
  to_id: string | null;
  subject: string | null;
  body: string;
  at: number;
  /** `recorded` was said elsewhere; `late` is still tried after the policy's time; the others speak for themselves. */
  state: 'recorded' | 'pending' | 'late' | 'sent' | 'failed';
  message_id: string | null;
  settled_at: number | null;
  failure: string | null;
}

/** Rows of each table, as a fold gives them. */
export interface ReadRows {
  escalations: EscalationRow[];
  clocks: ClockRow[];
  commitments: CommitmentRow[];
  approvals: ApprovalRow[];
  tasks: TaskRow[];
  participants: ParticipantRow[];
  inbox: InboxRow[];
  messages: MessageRow[];
}

/** The name of a table of the read model. */
export type ReadTable = keyof ReadRows;

/** What tells the rows of each table apart. */
export const READ_KEYS = {
  escalations: ['id'],
  clocks: ['escalation_id', 'id'],
  commitments: ['escalation_id', 'id'],
  approvals: ['escalation_id', 'id'],
  tasks: ['escalation_id', 'id'],
  participants: ['escalation_id', 'person_id'],
  inbox: ['notice_id'],
  messages: ['escalation_id', 'id'],
} as const satisfies { readonly [T in ReadTable]: readonly (keyof ReadRows[T][number])[] };

/** Every table of the read model. */
export const READ_TABLES = Object.keys(READ_KEYS) as ReadTable[];

/** No rows at all. */
export function noRows(): ReadRows {
  return {
    escalations: [],
    clocks: [],
    commitments: [],
    approvals: [],
    tasks: [],
    participants: [],
    inbox: [],
    messages: [],
  };
}
