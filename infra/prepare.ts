import { existsSync } from 'node:fs';
import { messageOf } from './processes/failure';
import { seedDemo } from '../services/shared/store/demo-seed';
import { openDatabase } from '../services/shared/store/database';
import { migrate } from '../services/shared/store/migrate';
import { rebuildWhereOutdated } from '../services/shared/store/rebuild';

/** Brings the database and its read model up to date, with the demo's people where a file for their keys is named and not there yet. */
async function prepare(databaseUrl: string, keysFile: string | undefined): Promise<void> {
  await migrate(databaseUrl);
  await foldAnew(databaseUrl);
  if (keysFile && !existsSync(keysFile)) await seedDemo(databaseUrl, keysFile);
}

async function foldAnew(databaseUrl: string): Promise<void> {
  const database = openDatabase(databaseUrl);
  try {
    const folded = await rebuildWhereOutdated(database);
    if (folded) console.log(`The read model was folded anew: ${folded} escalations.`);
  } finally {
    await database.close();
  }
}

// A program of its own, so that what it loads does not stay in the launcher for as long as the system runs.
prepare(process.env.DATABASE_URL ?? '', process.argv[2]).catch((error: unknown) => {
  console.error(messageOf(error));
  process.exit(1);
});
