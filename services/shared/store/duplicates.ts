import { sql } from 'kysely';
import type { SqlBool } from 'kysely';
import type { Person } from '../../../domain/people';
import { foldName } from './accounts';
import type { Database } from './database';
import { matchingEscalations } from './escalations';

/** What may point to an escalation that is there already. */
export interface DuplicateQuery {
  visibleTo: Person;
  accountName?: string | undefined;
  email?: string | undefined;
  /** Beginnings of words, lower case, of letters and digits only; two of them must be there. */
  stems: readonly string[];
}

/** An escalation that one of them points to. */
export interface DuplicateRow {
  id: string;
  ref: string;
  summary: string;
  account_id: string;
  account_name: string;
  contact_email: string | null;
  status: string;
  stage: string | null;
  level: string;
  raised_at: number;
  owner_id: string | null;
  owner_name: string | null;
}

const COLUMNS = [
  ...(['id', 'ref', 'summary', 'account_id', 'account_name', 'contact_email'] as const),
  ...(['status', 'stage', 'level', 'raised_at', 'owner_id', 'owner_name'] as const),
] as const;

/** The newest of each kind are enough to choose five from. */
const NEWEST = 60;

/** Escalations of the same account, of the same contact, or with like words, each once. */
export async function duplicateCandidates(db: Database, query: DuplicateQuery): Promise<DuplicateRow[]> {
  const { visibleTo, accountName, email, stems } = query;
  const newest = (condition: ReturnType<typeof sql<SqlBool>>, open?: boolean) =>
    matchingEscalations(db, { visibleTo, ...(open && { open }) })
      .where(condition)
      .select(COLUMNS)
      .orderBy('raised_at', 'desc')
      .orderBy('id', 'desc')
      .limit(NEWEST)
      .execute();
  const found = await Promise.all([
    accountName === undefined ? [] : newest(ofAccount(accountName)),
    email === undefined ? [] : newest(ofContact(email)),
    stems.length < 2 ? [] : newest(sql<SqlBool>`search @@ to_tsquery('simple', ${anyTwoOf(stems)})`, true),
  ]);
  return [...new Map(found.flat().map((row) => [row.id, row])).values()];
}

function ofAccount(name: string) {
  return sql<SqlBool>`account_id = (select id from upstairs.accounts where folded_name = ${foldName(name)})`;
}

/** The text search finds the address fast, the column tells whose it is. */
function ofContact(email: string) {
  return sql<SqlBool>`search @@ plainto_tsquery('simple', ${email}) and lower(contact_email) = lower(${email})`;
}

function anyTwoOf(stems: readonly string[]): string {
  const pairs = stems.flatMap((one, index) => stems.slice(index + 1).map((other) => `('${one}':* & '${other}':*)`));
  return pairs.join(' | ');
}
