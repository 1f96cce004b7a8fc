import type { Client } from '@temporalio/client';
import type { Config } from '../../shared/config';
import { readLocalServers } from '../../shared/local-servers';
import { openDatabase } from '../../shared/store/database';
import type { Database } from '../../shared/store/database';
import { connectTemporal } from '../../shared/temporal-client';
import { dataFolderPath } from '../api/demo-people';
import { EXIT } from '../exit-codes';
import { CliFailure, messageOf, wrongUsage } from '../failure';

/** Where the servers behind the API are, as the configuration names them. */
export type ServersConfig = Pick<Config, 'databaseUrl' | 'temporalAddress' | 'temporalNamespace' | 'dataFolder'>;

/** The servers behind the API; Temporal is connected when it is asked for. */
export interface Servers {
  database: Database;
  temporal: () => Promise<Client>;
}

/** Works with the servers behind the API: those of the environment, else those of the local system. */
export async function withServers<T>(config: ServersConfig, work: (servers: Servers) => Promise<T>): Promise<T> {
  const local = readLocalServers(dataFolderPath(config.dataFolder));
  const databaseUrl = config.databaseUrl ?? local?.databaseUrl;
  if (databaseUrl === undefined) {
    wrongUsage(
      'No database: set DATABASE_URL, or run this beside a local system (UPSTAIRS_DATA names its data folder).',
    );
  }
  const temporalAddress = config.temporalAddress ?? local?.temporalAddress ?? null;
  const database = openDatabase(databaseUrl, { connections: 4, statementTimeoutMs: 0, name: 'upstairs-cli' });
  const closers: (() => Promise<void>)[] = [() => database.close()];
  const temporal = async () => {
    const connected = await connectTemporal({ temporalAddress, temporalNamespace: config.temporalNamespace });
    closers.push(() => connected.close());
    return connected.client;
  };
  try {
    await database.pool.query('select 1').catch((error: unknown) => unreachable(error));
    return await work({ database, temporal });
  } finally {
    for (const close of closers) await close();
  }
}

function unreachable(error: unknown): never {
  throw new CliFailure(EXIT.unreachable, `The database cannot be reached (${messageOf(error)}).`);
}
