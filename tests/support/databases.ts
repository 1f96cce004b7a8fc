import { Client } from 'pg';

/** Clones the migrated template into a database of that name; answers its URL. */
export async function cloneDatabase(name: string): Promise<string> {
  const template = new URL(process.env.UPSTAIRS_TEST_DATABASE ?? '');
  await execute(`create database "${name}" template "${template.pathname.slice(1)}"`);
  template.pathname = `/${name}`;
  return template.href;
}

/** Drops the database, whoever is connected. */
export async function dropDatabase(name: string): Promise<void> {
  await execute(`drop database if exists "${name}" with (force)`);
}

async function execute(sql: string): Promise<void> {
  const admin = new URL(process.env.UPSTAIRS_TEST_DATABASE ?? '');
  admin.pathname = '/postgres';
  const client = new Client({ connectionString: admin.href });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
