import { sql } from 'kysely';
import type { Policy } from '../../../domain/policy';
import { SHIPPED_POLICY } from '../../../domain/shipped-policy';
import type { Database } from './database';
import { listPeople } from './people';

/** A policy with the moment from which it has held. */
export interface StoredPolicy {
  policy: Policy;
  createdAt: number;
}

/** The policy that new escalations are raised under: the newest, or the shipped one with every manager on duty. */
export async function currentPolicy(db: Database): Promise<Policy> {
  const [newest] = await listPolicies(db, 1);
  if (newest) return newest.policy;
  const managers = await listPeople(db, { role: 'manager' });
  return { ...SHIPPED_POLICY, dutyManagerIds: managers.map(({ id }) => id) };
}

/** The policies so far, the newest first. */
export async function listPolicies(db: Database, limit = 100): Promise<StoredPolicy[]> {
  const rows = await db.query
    .selectFrom('upstairs.policies')
    .select(['version', 'body', 'created_at'])
    .orderBy('version', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ policy: { ...row.body, version: row.version }, createdAt: row.created_at }));
}

/** Puts a policy in force under the next version. Those that escalations were raised under stay as they are. */
export async function savePolicy(db: Database, policy: Omit<Policy, 'version'>): Promise<Policy> {
  const row = await db.query
    .insertInto('upstairs.policies')
    .values({
      version: sql<number>`(select coalesce(max(version), 0) + 1 from upstairs.policies)`,
      body: JSON.stringify({ ...policy, version: undefined }),
    })
    .returning('version')
    .executeTakeFirstOrThrow();
  return { ...policy, version: row.version };
}
