import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Client } from '@temporalio/client';
import { startMailSink } from '../../infra/mail-sink';
import { Supervisor } from '../../infra/local/supervisor';
import { RunFolder } from '../../infra/processes/run-folder';
import { freePort } from '../../infra/processes/ports';
import { connectTemporal } from '../../services/shared/temporal-client';
import { cloneDatabase, dropDatabase } from './databases';
import { registerNamespace } from './namespaces';
import type { DemoPerson } from './demo-people';
import { readDemoPeople } from './demo-people';
import type { ServiceName, ServiceProcess } from './service-processes';
import { startService, untilReady } from './service-processes';

/** What a world is to have besides its own database, namespace and mail sink. */
export interface WorldOptions {
  /** Our processes, started as they run in production; `api`, `worker` and `notifier` make a whole system, `identity` lets people sign in. */
  services?: readonly ServiceName[];
  /** Further variables for them. */
  env?: Readonly<Record<string, string>>;
}

/** A system of a test's own on the shared servers: nobody else's data, workflows or queues are in it. */
export interface World {
  databaseUrl: string;
  temporalAddress: string;
  namespace: string;
  /** A Temporal client on that namespace. */
  client: Client;
  smtpUrl: string;
  /** Where the API listens, once it was started. */
  apiUrl: string;
  /** Where the identity provider listens, once it was started. */
  identityUrl: string;
  /** The demo's people with their keys. */
  people: readonly DemoPerson[];
  /** Gone after `close`. */
  folder: string;
  /** Starts one more of our processes, or one with other variables or of another release. */
  start(name: ServiceName, env?: Readonly<Record<string, string>>, release?: string): Promise<ServiceProcess>;
  service(name: ServiceName): ServiceProcess;
  close(): Promise<void>;
}

/** Makes a world: a database cloned from the migrated template, a Temporal namespace, a mail sink, the services asked for. */
export async function createWorld({ services = [], env = {} }: WorldOptions = {}): Promise<World> {
  const name = `w_${randomBytes(6).toString('hex')}`;
  const folder = mkdtempSync(path.join(path.dirname(setting('UPSTAIRS_TEST_KEYS')), 'world-'));
  copyFileSync(setting('UPSTAIRS_TEST_KEYS'), path.join(folder, 'demo-keys.json'));
  const databaseUrl = await cloneDatabase(name);
  const temporalAddress = setting('UPSTAIRS_TEST_TEMPORAL');
  const temporal = await connectTemporal({ temporalAddress, temporalNamespace: name });
  await registerNamespace(temporal.client, name);
  const supervisor = new Supervisor(new RunFolder(path.join(folder, 'run')), () => undefined);
  const sink = await startMailSink({ databaseUrl });
  const port = await freePort();
  const identityUrl = `http://127.0.0.1:${await freePort()}`;
  const running = new Map<ServiceName, ServiceProcess>();
  const variables = {
    ...{ DATABASE_URL: databaseUrl, TEMPORAL_ADDRESS: temporalAddress, TEMPORAL_NAMESPACE: name, SMTP_URL: sink.url },
    ...(services.includes('identity') ? { UPSTAIRS_OIDC_ISSUER: identityUrl } : {}),
    ...{ UPSTAIRS_PORT: String(port), UPSTAIRS_DATA: folder, UPSTAIRS_DEMO: '1', LOG_LEVEL: 'warn', ...env },
  };
  const world: World = {
    ...{ databaseUrl, temporalAddress, namespace: name, client: temporal.client, smtpUrl: sink.url, folder },
    apiUrl: `http://127.0.0.1:${port}`,
    identityUrl,
    people: readDemoPeople(path.join(folder, 'demo-keys.json')),
    async start(service, more = {}, release) {
      const started = startService(service, { ...variables, ...more }, folder, supervisor, release);
      running.set(service, started);
      await untilReady(started, world);
      return started;
    },
    service(service) {
      const found = running.get(service);
      if (!found) throw new Error(`This world has no ${service}.`);
      return found;
    },
    async close() {
      await supervisor.stop();
      await sink.stop();
      await temporal.close();
      await dropDatabase(name);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await Promise.all(services.map((service) => world.start(service)));
  return world;
}

function setting(variable: string): string {
  const value = process.env[variable];
  if (!value) throw new Error(`${variable} is not set: run this through jest, whose global set-up starts the servers.`);
  return value;
}
