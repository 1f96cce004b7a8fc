import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const schema = z.object({ databaseUrl: z.string(), temporalAddress: z.string() });

/** How the servers of a local system are reached by what is started beside it. */
export type LocalServers = z.infer<typeof schema>;

/** Writes them down in the data folder, for its owner only: the database's address holds a password. */
export function noteLocalServers(dataFolder: string, servers: LocalServers): void {
  const file = fileIn(dataFolder);
  writeFileSync(`${file}.new`, JSON.stringify(servers), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** The servers of the local system with this data folder, as its last start wrote them down; null where it never ran. */
export function readLocalServers(dataFolder: string): LocalServers | null {
  try {
    return schema.parse(JSON.parse(readFileSync(fileIn(dataFolder), 'utf8')));
  } catch {
    return null;
  }
}

function fileIn(dataFolder: string): string {
  return join(dataFolder, 'servers.json');
}
