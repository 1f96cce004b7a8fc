import type { LiveEvent } from '../../services/console/src/live/live-event';
import { StreamConnection } from '../../services/console/src/live/stream-connection';
import type { World } from '../support/world';
import { createWorld } from '../support/world';
import { command, raise } from './stories';
import { keyOf, validatedApi, type ValidatedApi } from './validated-request';

let world: World;
let api: ValidatedApi;
let connection: StreamConnection | null = null;

beforeAll(async () => {
  world = await createWorld({ services: ['api', 'worker'] });
  api = await validatedApi(world);
});

afterEach(() => {
  connection?.close();
  connection = null;
});

afterAll(() => world.close());

/** What a page of the console has heard. */
interface Page {
  events: LiveEvent[];
  opened: number;
  lost: number;
  sessionEnded: number;
}

function open(authorization: string, position: number | null = null): Page {
  const page: Page = { events: [], opened: 0, lost: 0, sessionEnded: 0 };
  const ears = {
    onOpen: () => (page.opened += 1),
    onEvent: (event: LiveEvent) => page.events.push(event),
    onPosition: () => undefined,
    onLost: () => (page.lost += 1),
    onSessionEnded: () => (page.sessionEnded += 1),
  };
  connection = new StreamConnection(`${world.apiUrl}/v1/stream`, position, ears, { authorization });
  return page;
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 1_500) throw new Error('it never came');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const bearer = () => `Bearer ${keyOf(world, 'manager-ines')}`;

test('the line heals itself when the API is killed, and misses nothing', async () => {
  const page = open(bearer());
  await until(() => page.opened === 1);
  const raised = await raise(api);
  await until(() => page.events.some(({ id, seq }) => id === raised.id && seq === raised.seq));
  const { process: running } = world.service('api');
  const pid = running.pid ?? 0;
  process.kill(pid, 'SIGKILL');
  await until(() => page.lost > 0 && running.pid !== null && running.pid !== pid);
  await until(() => page.opened === 2);
  const noted = await command(api, 'agent-tomasz', raised, 'add-note', { note: 'After the crash.' });
  await until(() => page.events.some(({ id, seq }) => id === raised.id && seq === noted.seq));
  const seqs = page.events.filter(({ id }) => id === raised.id).map(({ seq }) => seq);
  expect(seqs).toEqual(Array.from({ length: noted.seq }, (_, index) => index + 1));
});

test('what happened while nobody led is told to the tab that leads next, after its own position', async () => {
  const first = open(bearer());
  await until(() => first.opened === 1);
  const raised = await raise(api);
  await until(() => first.events.length >= 2);
  const heard = first.events[1]?.position ?? 0;
  connection?.close();
  const noted = await command(api, 'agent-tomasz', raised, 'add-note', { note: 'Between two tabs.' });
  const next = open(bearer(), heard);
  await until(() => next.events.some(({ id, seq }) => id === raised.id && seq === noted.seq));
  expect(next.events.every(({ position }) => position > heard)).toBe(true);
});

test('a session that holds no more is said once, and tried again only when the page asks for it', async () => {
  const page = open('Bearer up_nobody');
  await until(() => page.sessionEnded === 1);
  expect([page.opened, page.lost]).toEqual([0, 0]);
  connection?.wake();
  await until(() => page.sessionEnded === 2);
});
