import path from 'node:path';
import { repository } from './folders';
import type { Settings } from './settings';
import type { Supervisor } from './supervisor';
import type { ManagedProcess } from '../processes/managed-process';
import type { StartedTemporal } from './databases';

const readyWithinMs = 90_000;
/** Small heaps for a laptop: after an import of 1,200 escalations the worker stays at 0.3 GB, where it took 0.5. */
const nodeOptions = ['--max-semi-space-size=4', '--max-old-space-size=256'];

/** What the services are told of the servers around them. */
export interface Surroundings {
  databaseUrl: string;
  temporal: StartedTemporal;
  smtpUrl: string;
  /** How people sign in, where this is not in our own environment already. */
  signIn: Readonly<Record<string, string>>;
}

/** Starts the services and resolves when the API says that it, both workers and the servers are ready. */
export async function startServices(settings: Settings, around: Surroundings, supervisor: Supervisor): Promise<void> {
  const env = environment(settings, around);
  const start = (name: string, graceMs: number): ManagedProcess =>
    supervisor.add({
      name,
      file: process.execPath,
      args: [...nodeOptions, path.join(repository, 'dist/services', name, 'main.js')],
      env,
      cwd: repository,
      logFile: path.join(settings.logs, `${name}.log`),
      stopSignal: 'SIGTERM',
      graceMs,
    });
  // The API last, so that it is stopped first and nothing is accepted that nobody would carry out.
  const worker = start('worker', 4_000);
  const notifier = start('notifier', 4_000);
  const api = start('api', 3_000);
  // Its readiness covers the two others, so each of the three is watched for failing to start.
  let ready = false;
  const check = async (): Promise<boolean> => (ready ||= await isReady(settings));
  await Promise.all([api, worker, notifier].map((service) => service.untilReady(check, readyWithinMs)));
}

function environment(settings: Settings, { databaseUrl, temporal, smtpUrl, signIn }: Surroundings): NodeJS.ProcessEnv {
  return {
    ...withoutTemporalSettings(process.env, settings),
    UPSTAIRS_PORT: String(settings.port),
    UPSTAIRS_DATA: settings.data,
    UPSTAIRS_DEMO: settings.demo ? '1' : '0',
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_UI_URL: temporal.uiUrl ?? '',
    SMTP_URL: smtpUrl,
    ...signIn,
  };
}

/** A cluster's key or certificates in this shell are not meant for the server that we start ourselves. */
function withoutTemporalSettings(env: NodeJS.ProcessEnv, { config }: Settings): NodeJS.ProcessEnv {
  if (config.temporalAddress) return env;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('TEMPORAL_')));
}

async function isReady({ port, config }: Settings): Promise<boolean> {
  const host = config.hosts.find((each) => each !== '0.0.0.0' && each !== '::') ?? '127.0.0.1';
  const authority = host.includes(':') ? `[${host}]` : host;
  try {
    const answer = await fetch(`http://${authority}:${port}/readyz`, { signal: AbortSignal.timeout(2_000) });
    await answer.body?.cancel();
    return answer.status === 200;
  } catch {
    return false;
  }
}
