import { randomBytes, randomUUID } from 'node:crypto';
import type { Person } from '../../../domain/people';
import { sha256 } from './canonical';
import type { Database } from './database';
import { personOf } from './people';

/** A key as it is listed: never the key itself. */
export interface ApiKey {
  id: string;
  personId: string;
  label: string;
  createdAt: number;
  revokedAt: number | null;
}

/** A new key, shown this once. */
export interface CreatedKey {
  id: string;
  key: string;
}

/** Makes a key for a person: 256 random bits, of which only the hash is kept. */
export async function createKey(db: Database, personId: string, label: string): Promise<CreatedKey> {
  const key = `up_${randomBytes(32).toString('base64url')}`;
  const id = randomUUID();
  await db.query
    .insertInto('upstairs.api_keys')
    .values({ id, person_id: personId, label, hash: sha256(key), revoked_at: null })
    .execute();
  return { id, key };
}

/** Whose key this is, or null where it is unknown or revoked. */
export async function findPersonByKey(db: Database, key: string): Promise<{ keyId: string; person: Person } | null> {
  const row = await db.query
    .selectFrom('upstairs.api_keys as api_key')
    .innerJoin('upstairs.people as people', 'people.id', 'api_key.person_id')
    .selectAll('people')
    .select('api_key.id as key_id')
    .where('api_key.hash', '=', sha256(key))
    .where('api_key.revoked_at', 'is', null)
    .executeTakeFirst();
  return row ? { keyId: row.key_id, person: personOf(row) } : null;
}

/** Revokes a key for good; false where there is none that still holds. */
export async function revokeKey(db: Database, id: string): Promise<boolean> {
  const revoked = await db.pool.query(
    'update upstairs.api_keys set revoked_at = now() where id = $1 and revoked_at is null',
    [id],
  );
  return revoked.rowCount === 1;
}

/** All keys, or those of one person, the newest first. */
export async function listKeys(db: Database, personId?: string): Promise<ApiKey[]> {
  let select = db.query
    .selectFrom('upstairs.api_keys')
    .select(['id', 'person_id as personId', 'label', 'created_at as createdAt', 'revoked_at as revokedAt'])
    .orderBy('created_at', 'desc')
    .orderBy('id');
  if (personId !== undefined) select = select.where('person_id', '=', personId);
  return select.execute();
}
