import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../services/shared/store/database';
import { currentPolicy } from '../../services/shared/store/policies';
import { documentOfWritten } from '../../services/shared/policies/written-policy';
import startServers from '../../tests/support/global-setup';
import stopServers from '../../tests/support/global-teardown';
import type { World } from '../../tests/support/world';
import { createWorld } from '../../tests/support/world';
import { MemoryWatch, residentBytes } from '../sse/resident';
import { recordLives } from './recorded-lives';

/** As many as are wanted, or fewer: `npm run bench -- what-if 1000`. */
const ESCALATIONS = Number(process.argv[2] ?? 10_000);
const DAYS = 90;
const LIMIT_S = 30;
const MB = 1024 * 1024;
const ASK_EVERY_MS = 50;

/** Tries a draft on ten thousand recorded escalations, and what the API answers others meanwhile. */
async function main(): Promise<void> {
  await startServers();
  const world = await createWorld();
  const db = openDatabase(world.databaseUrl, { connections: 8 });
  try {
    const began = performance.now();
    const events = await recordLives(db, ESCALATIONS, DAYS);
    console.log(`${ESCALATIONS} escalations with ${events} events, recorded in ${seconds(began)} s`);
    await world.start('api');
    const pid = world.service('api').process.pid ?? 0;
    const draft = await draftOf(world, documentOfWritten(await currentPolicy(db)));
    const before = await residentBytes(pid);
    const memory = new MemoryWatch(pid, 200);
    const others = askMeanwhile(world);
    const tryFrom = performance.now();
    const { lines, result } = await tryDraft(world, draft);
    const took = seconds(tryFrom);
    const slowest = await others.end();
    const grew = (memory.end() - before) / MB;
    console.log(`what-if: ${took} s (limit ${LIMIT_S}), ${lines} lines of progress, ${result.differing} differ`);
    console.log(
      `memory of the API: ${Math.round(grew)} MB more; the slowest other answer took ${Math.round(slowest)} ms`,
    );
    if (Number(took) > LIMIT_S || result.escalations !== ESCALATIONS) process.exitCode = 1;
  } finally {
    await db.close();
    await world.close();
    await stopServers();
  }
}

const seconds = (from: number) => ((performance.now() - from) / 1_000).toFixed(1);

function keyOf(world: World, personId: string): string {
  return world.people.find(({ id }) => id === personId)?.key ?? '';
}

async function post(world: World, path: string, body: unknown): Promise<Response> {
  const headers = { authorization: `Bearer ${keyOf(world, 'director-howard')}`, 'content-type': 'application/json' };
  const response = await fetch(world.apiUrl + path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response;
}

async function draftOf(world: World, document: object): Promise<string> {
  const clocks = { intake: { budget: 'PT1H' }, investigation: { budget: 'PT2H' }, approval: { budget: 'PT2H' } };
  const policy = { ...document, rungEvery: 'PT20M', clocks };
  const response = await post(world, '/v1/policy-drafts', { title: 'Faster', policy });
  return ((await response.json()) as { id: string }).id;
}

interface Tried {
  lines: number;
  result: { escalations: number; differing: number };
}

async function tryDraft(world: World, id: string): Promise<Tried> {
  const response = await post(world, `/v1/policy-drafts/${id}/what-if`, { days: DAYS + 1 });
  const lines = (await response.text()).trim().split('\n');
  const { result } = JSON.parse(lines.at(-1) ?? '{}') as Partial<Tried>;
  if (!result) throw new Error(`it ended with ${lines.at(-1)}`);
  return { lines: lines.length - 1, result };
}

/** Somebody else asks for something small again and again. */
function askMeanwhile(world: World): { end: () => Promise<number> } {
  let slowest = 0;
  let ended = false;
  const asking = (async () => {
    while (!ended) {
      const from = performance.now();
      await fetch(`${world.apiUrl}/healthz`).then((response) => response.text());
      slowest = Math.max(slowest, performance.now() - from);
      await sleep(ASK_EVERY_MS);
    }
  })();
  return {
    end: async () => {
      ended = true;
      await asking;
      return slowest;
    },
  };
}

void main();
