import { runner } from 'node-pg-migrate';
import { migrationsFolder } from './migration-files';

/** Brings a database to the schema of this release; waits where another process is at it. */
export async function migrate(databaseUrl: string): Promise<void> {
  await run(databaseUrl, 'up', Infinity);
}

/** Takes the newest migrations back, all of them where no number is given: everything that they hold is lost. */
export async function migrateDown(databaseUrl: string, count = Infinity): Promise<void> {
  await run(databaseUrl, 'down', count);
}

async function run(databaseUrl: string, direction: 'up' | 'down', count: number): Promise<void> {
  const problems: string[] = [];
  const silent = () => undefined;
  try {
    await runner({
      databaseUrl,
      dir: migrationsFolder(),
      direction,
      count,
      migrationsTable: 'upstairs_migrations',
      singleTransaction: true,
      advisoryLockMode: 'wait',
      logger: { debug: silent, info: silent, warn: silent, error: (problem) => problems.push(problem) },
    });
  } catch (error) {
    throw new Error(`the database could not be migrated: ${[...problems, String(error)].join('\n')}`, { cause: error });
  }
}
