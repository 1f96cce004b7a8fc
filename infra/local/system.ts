import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { startMailSink } from '../mail-sink';
import { noteLocalServers } from '../../services/shared/local-servers';
import { SetupFailure } from '../processes/failure';
import { repository } from './folders';
import { startDatabase, startTemporal } from './databases';
import { startIdentity } from './identity';
import { startServices } from './services';
import type { Settings } from './settings';
import type { Supervisor } from './supervisor';

/** What a started system tells about itself. */
export interface StartedSystem {
  temporalUi: string | null;
}

/** Starts everything in order: the databases, the schema, the mail sink, the identity provider, the services. */
export async function startSystem(settings: Settings, supervisor: Supervisor): Promise<StartedSystem> {
  const { say } = supervisor;
  const timed = async <T>(what: string, work: Promise<T>): Promise<T> => {
    const startedAt = performance.now();
    const result = await work;
    say(`${what} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
    return result;
  };
  // In this order they are stopped last: first Temporal, then Postgres.
  const databaseUrl = await timed('Postgres is up', startDatabase(settings, supervisor));
  const [temporal, signIn] = await Promise.all([
    timed('Temporal is up', startTemporal(settings, supervisor)),
    startIdentity(settings, supervisor),
    timed('The database is up to date', prepareDatabase(databaseUrl, settings)),
  ]);
  noteLocalServers(settings.data, { databaseUrl, temporalAddress: temporal.address });
  const smtpUrl = await mailServer(settings, databaseUrl, supervisor);
  await timed('The services are up', startServices(settings, { databaseUrl, temporal, smtpUrl, signIn }, supervisor));
  return { temporalUi: temporal.uiUrl };
}

async function prepareDatabase(databaseUrl: string, { demo, keysFile }: Settings): Promise<void> {
  const program = path.join(repository, 'dist/infra/prepare.js');
  const env = { ...process.env, DATABASE_URL: databaseUrl };
  try {
    await promisify(execFile)(process.execPath, [program, ...(demo ? [keysFile] : [])], { env });
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    throw new SetupFailure(`The database could not be prepared: ${stderr?.trim() ?? String(error)}`, { cause: error });
  }
}

async function mailServer({ config }: Settings, databaseUrl: string, supervisor: Supervisor): Promise<string> {
  if (config.smtpUrl) return config.smtpUrl;
  const sink = await startMailSink({ databaseUrl });
  supervisor.adopt(sink);
  return sink.url;
}
