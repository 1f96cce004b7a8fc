import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { dataFolder, repository } from '../../infra/local/folders';
import { freePort, isPortFree } from '../../infra/processes/ports';
import { findTemporal } from '../../infra/temporal/find';

const readyWithinMs = 60_000;

interface Started {
  npm: ChildProcess;
  output(): string;
  ended: Promise<number | null>;
}

let data: string;
let port: number;
let temporal: string;
beforeAll(async () => {
  data = mkdtempSync(path.join(os.tmpdir(), 'upstairs-start-'));
  chmodSync(data, 0o711);
  port = await freePort();
  temporal = await findTemporal(dataFolder(), () => undefined);
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

function start(env: Record<string, string> = {}): Started {
  const variables = { UPSTAIRS_DATA: data, UPSTAIRS_PORT: String(port), TEMPORAL_CLI: temporal, ...env };
  const npm = spawn('npm', ['start'], { cwd: repository, env: { ...process.env, NODE_ENV: '', ...variables } });
  let text = '';
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { npm, output: () => text, ended: new Promise((resolve) => npm.once('close', resolve)) };
}

async function untilReady(started: Started): Promise<void> {
  const deadline = Date.now() + readyWithinMs;
  while (!started.output().includes(`Upstairs is ready at http://localhost:${port}`)) {
    if (Date.now() > deadline || started.npm.exitCode !== null) throw new Error(started.output());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function stop({ npm, ended }: Started): Promise<number | null> {
  npm.kill('SIGTERM');
  return ended;
}

describe('npm start', () => {
  test('says when it is ready, refuses a second start beside it, and stops with nothing left behind', async () => {
    const system = start();
    await untilReady(system);
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);

    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`Upstairs is already running on the data folder ${data}`);

    const elsewhere = mkdtempSync(path.join(os.tmpdir(), 'upstairs-start-'));
    const third = start({ UPSTAIRS_DATA: elsewhere });
    expect(await third.ended).toBe(1);
    expect(third.output()).toContain(`Port ${port} on 127.0.0.1 is taken`);
    rmSync(elsewhere, { recursive: true });

    const stoppedAt = Date.now();
    expect(await stop(system)).toBe(0);
    expect(Date.now() - stoppedAt).toBeLessThan(10_000);
    expect(readdirSync(path.join(data, 'run'))).toEqual([]);
    expect(readdirSync(data)).not.toContain('lock');
    expect(await isPortFree(port)).toBe(true);
  });

  test('clears up after a run that was killed, and is ready again', async () => {
    const killed = start();
    await untilReady(killed);
    const pids = readdirSync(path.join(data, 'run')).length;
    expect(pids).toBe(6);
    // The launcher itself, whose pid its lock names; npm only waits for it.
    const { pid } = JSON.parse(readFileSync(path.join(data, 'lock'), 'utf8')) as { pid: number };
    process.kill(pid, 'SIGKILL');
    await killed.ended;

    const again = start();
    await untilReady(again);
    expect(again.output()).toContain('The last run was killed and left');
    expect(await stop(again)).toBe(0);
    expect(readdirSync(path.join(data, 'run'))).toEqual([]);
  });

  test.each([
    [{ UPSTAIRS_PORT: 'many' }, 'UPSTAIRS_PORT: expected a port number'],
    [{ NODE_ENV: 'production' }, 'name one in SMTP_URL'],
    [{ TEMPORAL_CLI: '/nowhere/temporal' }, 'TEMPORAL_CLI names /nowhere/temporal'],
  ])('with %j says what is wrong', async (env, sentence) => {
    const refused = start(env);
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toContain(sentence);
  });
});
