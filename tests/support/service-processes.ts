import path from 'node:path';
import { repository } from '../../infra/local/folders';
import type { Supervisor } from '../../infra/local/supervisor';
import type { ManagedProcess } from '../../infra/processes/managed-process';
import { ESCALATIONS_QUEUE, NOTIFICATIONS_QUEUE } from '../../workflows/names';
import type { World } from './world';

/** Our processes. */
export type ServiceName = 'api' | 'worker' | 'notifier' | 'identity';

/** One of our processes, started as in production; it is started again when it is killed. */
export interface ServiceProcess {
  name: ServiceName;
  process: ManagedProcess;
  logFile: string;
}

/** As the protocol numbers task queue types. */
const WORKFLOW_TASKS = 1;
const ACTIVITY_TASKS = 2;
const readyWithinMs = 30_000;

/** This release, compiled. */
export const THIS_RELEASE = path.join(repository, 'dist');

/**
 * Starts the compiled service with those variables and nothing else of ours from the environment.
 * @param release the compiled files it runs on
 */
export function startService(
  name: ServiceName,
  variables: Readonly<Record<string, string>>,
  folder: string,
  supervisor: Supervisor,
  release = THIS_RELEASE,
): ServiceProcess {
  const logFile = path.join(folder, `${name}.log`);
  const managed = supervisor.add({
    name,
    file: process.execPath,
    args: [path.join(release, 'services', name, 'main.js')],
    env: { PATH: process.env.PATH, HOME: folder, ...variables },
    cwd: repository,
    logFile,
    stopSignal: 'SIGTERM',
    graceMs: 10_000,
  });
  return { name, process: managed, logFile };
}

/** Resolves when the service does its work: the API answers, a worker asks for tasks, the provider says what it offers. */
export async function untilReady({ name, process: managed }: ServiceProcess, world: World): Promise<void> {
  const checks: Record<ServiceName, () => Promise<boolean>> = {
    api: () => answers(`${world.apiUrl}/healthz`),
    worker: () => polls(world, ESCALATIONS_QUEUE, WORKFLOW_TASKS),
    notifier: () => polls(world, NOTIFICATIONS_QUEUE, ACTIVITY_TASKS),
    identity: () => answers(`${world.identityUrl}/.well-known/openid-configuration`),
  };
  await managed.untilReady(checks[name], readyWithinMs);
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

async function polls({ client, namespace }: World, name: string, taskQueueType: number): Promise<boolean> {
  const { pollers } = await client.workflowService.describeTaskQueue({ namespace, taskQueue: { name }, taskQueueType });
  return (pollers?.length ?? 0) > 0;
}
