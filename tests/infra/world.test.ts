import type { World } from '../support/world';
import { createWorld } from '../support/world';

describe('a whole system on the shared servers', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ services: ['worker', 'notifier', 'api'] });
  });
  afterAll(() => world.close());

  const as = (role: string): Record<string, string> => {
    const person = world.people.find(({ roles }) => (roles as readonly string[]).includes(role));
    return { authorization: `Bearer ${person?.key ?? ''}`, 'content-type': 'application/json' };
  };

  test('is ready, with its workers at work', async () => {
    const answer = await fetch(`${world.apiUrl}/readyz`);
    expect(answer.status).toBe(200);
  });

  test('raises an escalation whose two hours pass by the time machine', async () => {
    const raised = await fetch(`${world.apiUrl}/v1/escalations`, {
      method: 'POST',
      headers: as('agent'),
      body: JSON.stringify({ account: { name: 'Northwind' }, summary: 'Charged twice', door: 'api' }),
    });
    expect(raised.status).toBe(201);
    const { id } = (await raised.json()) as { id: string };
    const moved = await fetch(`${world.apiUrl}/v1/time-machine`, {
      method: 'POST',
      headers: as('manager'),
      body: JSON.stringify({ escalationId: id, duration: 'PT2H1M' }),
    });
    expect(moved.status).toBe(200);
    const { clocks } = (await moved.json()) as { clocks: { id: string; state: string }[] };
    expect(clocks.find((clock) => clock.id === 'intake')?.state).toBe('breached');
  });

  test('brings a killed worker back', async () => {
    const worker = world.service('worker').process;
    const pid = worker.pid;
    if (pid) process.kill(pid, 'SIGKILL');
    await worker.untilReady(() => Promise.resolve(worker.pid !== null && worker.pid !== pid), 10_000);
    expect(worker.pid).not.toBe(pid);
  });
});
