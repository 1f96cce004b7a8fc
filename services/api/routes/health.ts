import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import { ESCALATIONS_QUEUE, NOTIFICATIONS_QUEUE } from '../../../workflows/names';
import type { ApiDeps } from '../deps';
import { endpoint, ok, type AnyEndpoint } from '../http/endpoint';

const PROBE_TIMEOUT_MS = 2_000;

/** temporal.api.enums.v1.TaskQueueType */
const WORKFLOW_QUEUE = 1;
const ACTIVITY_QUEUE = 2;

const dependencySchema = z
  .object({
    state: z.enum(['up', 'down']),
    latencyMs: z.number().optional(),
    detail: z.string().optional().describe('What is wrong, in one sentence'),
  })
  .meta({ id: 'Dependency' });

const readinessSchema = z
  .object({
    status: z.enum(['ready', 'not-ready']),
    dependencies: z.object({
      postgres: dependencySchema,
      temporal: dependencySchema,
      worker: dependencySchema.describe('Whether anybody works on escalations'),
      notifier: dependencySchema.describe('Whether anybody sends mail and does what steps do to the world'),
    }),
  })
  .meta({ id: 'Readiness' });

type Dependency = z.infer<typeof dependencySchema>;

/** Alive, and ready with the state of each dependency. */
export const healthEndpoints: readonly AnyEndpoint[] = [
  endpoint({
    id: 'healthz',
    method: 'get',
    path: '/healthz',
    tag: 'System',
    summary: 'Whether this process lives',
    answers: { 200: { description: 'It does.', schema: z.object({ status: z.literal('alive') }) } },
    problems: [],
    public: true,
    handle: () => ok({ status: 'alive' }),
  }),
  endpoint({
    id: 'readyz',
    method: 'get',
    path: '/readyz',
    tag: 'System',
    summary: 'Whether all of it is ready, with the state of each dependency',
    answers: {
      200: { description: 'Everything that is needed answers.', schema: readinessSchema },
      503: { description: 'Something does not answer; reading may go on.', schema: readinessSchema },
    },
    problems: [],
    public: true,
    handle: async ({ deps }) => {
      const readiness = await readinessOf(deps);
      return { status: readiness.status === 'ready' ? 200 : 503, body: readiness };
    },
  }),
];

async function readinessOf(deps: ApiDeps): Promise<z.infer<typeof readinessSchema>> {
  const [postgres, temporal, worker, notifier] = await Promise.all([
    probe('the database does not answer', () => deps.database.pool.query('select 1')),
    probe('the workflow engine does not answer', () => deps.temporal.workflowService.getSystemInfo({})),
    probe('no worker asks for escalations', () => polled(deps, ESCALATIONS_QUEUE, WORKFLOW_QUEUE)),
    probe('no notifier asks for work', () => polled(deps, NOTIFICATIONS_QUEUE, ACTIVITY_QUEUE)),
  ]);
  const dependencies = { postgres, temporal, worker, notifier };
  const ready = Object.values(dependencies).every(({ state }) => state === 'up');
  return { status: ready ? 'ready' : 'not-ready', dependencies };
}

/** The reason for a failure goes to the log of whoever runs it, not to whoever asks. */
async function probe(trouble: string, ask: () => Promise<unknown>): Promise<Dependency> {
  const startedAt = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(trouble)), PROBE_TIMEOUT_MS);
  });
  try {
    await Promise.race([ask(), tooLate]);
    return { state: 'up', latencyMs: Math.round(performance.now() - startedAt) };
  } catch {
    return { state: 'down', detail: trouble };
  } finally {
    clearTimeout(timer);
  }
}

/** The server remembers a poller for five minutes, so a restarting worker does not flap here. */
async function polled(deps: ApiDeps, taskQueue: string, taskQueueType: number): Promise<void> {
  const { pollers } = await deps.temporal.workflowService.describeTaskQueue({
    namespace: deps.temporal.options.namespace,
    taskQueue: { name: taskQueue },
    taskQueueType,
  });
  if (!pollers?.length) throw new Error('nobody polls');
}
