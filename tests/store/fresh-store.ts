import { randomBytes } from 'node:crypto';
import type { Database, DatabaseOptions } from '../../services/shared/store/database';
import { openDatabase } from '../../services/shared/store/database';
import { cloneDatabase, dropDatabase } from '../support/databases';

/** A database of a test's own with the demo's people in it. */
export interface FreshStore {
  db: Database;
  close(): Promise<void>;
}

/** Makes one; a Temporal server is not needed for what the store does. */
export async function freshStore(options?: DatabaseOptions): Promise<FreshStore> {
  const name = `s_${randomBytes(6).toString('hex')}`;
  const db = openDatabase(await cloneDatabase(name), options);
  return {
    db,
    close: async () => {
      await db.close();
      await dropDatabase(name);
    },
  };
}
