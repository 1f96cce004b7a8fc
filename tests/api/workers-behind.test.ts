import { hostname } from 'node:os';
import { DEFAULT_PLAN } from '../../domain/steps/plan';
import { workersBehind } from '../../services/shared/workers-behind';
import type { World } from '../support/world';
import { createWorld } from '../support/world';
import { eventually } from '../workflows/eventually';
import { HOWARD, MARGUERITE, PolicyDesk } from './policy-desk';
import { slugOf } from './stories';
import { validatedApi, type ValidatedApi } from './validated-request';

const WITH_LEGAL_REVIEW = DEFAULT_PLAN.flatMap((name) =>
  name === 'customer-update' ? ['legal-review', name] : [name],
);

/** As long as a worker waits for a task before it asks again. */
const LONG_POLL_MS = 60_000;

let world: World;
let api: ValidatedApi;
let desk: PolicyDesk;
beforeAll(async () => {
  world = await createWorld({ services: ['api'] });
  api = await validatedApi(world);
  desk = new PolicyDesk(api);
});
afterAll(() => world.close());

/** A worker of a release that knows the shipped steps only asks for work, until it is told to stop. */
async function earlierWorkerPolls(stopping: AbortSignal): Promise<void> {
  const { client, namespace } = world;
  const identity = `upstairs-notifier ${hostname()}/7 steps:${DEFAULT_PLAN.join(',')}`;
  const request = { namespace, taskQueue: { name: 'notifications' }, identity };
  void client
    .withAbortSignal(stopping, () =>
      client.withDeadline(Date.now() + LONG_POLL_MS, () => client.workflowService.pollActivityTaskQueue(request)),
    )
    .catch(() => undefined);
  await eventually(
    () => workersBehind(client, WITH_LEGAL_REVIEW),
    (behind) => behind.length > 0,
    'the earlier worker among those who poll',
  );
}

test('a plan with a new step is not approved while a worker of an earlier release is at work', async () => {
  const draft = await desk.drafted(HOWARD, 'Legal sees it first', await desk.changed({ plan: WITH_LEGAL_REVIEW }));
  await desk.decided(HOWARD, draft, 'submit');
  const stopping = new AbortController();
  await earlierWorkerPolls(stopping.signal);
  const refused = await desk.asked(MARGUERITE, draft);
  stopping.abort();
  expect([refused.status, slugOf(refused)]).toEqual([409, 'workers-behind']);
  expect(refused.text).toContain('legal-review');
  expect(refused.text).toContain(`${hostname()}/7`);
  expect((await desk.versions()).filter(({ current }) => current)).toHaveLength(1);
});

test('a plan of steps that it knows is approved at once', async () => {
  const order = ['intake', 'solution', 'investigation', 'customer-update', 'closure', 'check-in'];
  const approved = await desk.inForce('The solution first', await desk.changed({ plan: order }));
  expect(approved.state).toBe('approved');
});
