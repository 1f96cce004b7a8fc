import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { onFreePorts } from '../../infra/local/chosen-ports';
import { isAlive, markOf } from '../../infra/processes/identity';
import { takeLock } from '../../infra/processes/lock';
import { ManagedProcess } from '../../infra/processes/managed-process';
import { freePort, isPortFree } from '../../infra/processes/ports';
import { RunFolder } from '../../infra/processes/run-folder';
import { until } from '../../infra/processes/waiting';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'upstairs-processes-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sleeper = (): number => spawn('sleep', ['60'], { detached: true, stdio: 'ignore' }).pid ?? -1;

describe('a lock file', () => {
  const take = (): (() => void) => takeLock(path.join(folder, 'lock'), (pid) => `held by ${pid}`);

  test('is refused while a living process holds it, and can be had when it was given back', () => {
    const release = take();
    expect(take).toThrow(`held by ${process.pid}`);
    release();
    take()();
    expect(existsSync(path.join(folder, 'lock'))).toBe(false);
  });

  test.each([
    ['a process that is gone', { pid: 4_194_303, began: 'x', since: 'y' }],
    ['a process whose pid another one has got', { pid: process.pid, began: 'earlier', since: 'y' }],
  ])('of %s is mended', (_whose, holder) => {
    writeFileSync(path.join(folder, 'lock'), JSON.stringify(holder));
    take()();
  });

  test('that was cut off while it was written is mended', () => {
    writeFileSync(path.join(folder, 'lock'), '{"pid":');
    take()();
  });
});

describe('the run folder', () => {
  test('ends what a killed run left, and nothing that only has its pid', async () => {
    const [left, stranger] = [sleeper(), sleeper()];
    const runFolder = new RunFolder(folder);
    runFolder.note('worker', left, 'SIGTERM');
    writeFileSync(
      path.join(folder, 'api.json'),
      JSON.stringify({ pid: stranger, began: 'earlier', signal: 'SIGTERM' }),
    );
    const mark = markOf(left);
    expect(await runFolder.endLeftovers()).toEqual(['worker']);
    expect(mark && isAlive(mark)).toBe(false);
    expect(markOf(stranger)).not.toBeNull();
    process.kill(stranger);
  });
});

describe('a managed process', () => {
  const managed = (script: string): ManagedProcess =>
    new ManagedProcess(
      {
        name: 'thing',
        file: process.execPath,
        args: ['-e', script],
        env: process.env,
        logFile: path.join(folder, 'thing.log'),
        stopSignal: 'SIGTERM',
        graceMs: 300,
      },
      new RunFolder(path.join(folder, 'run')),
      () => undefined,
    );

  test('comes back when it is killed, and stays away when it is stopped', async () => {
    const thing = managed('setInterval(() => {}, 1000)');
    thing.start();
    expect(await until(() => Promise.resolve(thing.pid !== null), 5_000, 10)).toBe(true);
    const first = thing.pid;
    if (first) process.kill(first, 'SIGKILL');
    expect(await until(() => Promise.resolve(thing.pid !== null && thing.pid !== first), 5_000, 10)).toBe(true);
    await thing.stop();
    expect(thing.pid).toBeNull();
    expect(existsSync(path.join(folder, 'run/thing.json'))).toBe(false);
  });

  test('that does not heed its signal is killed', async () => {
    const thing = managed("process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1000)");
    thing.start();
    const log = (): string => readFileSync(path.join(folder, 'thing.log'), 'utf8');
    expect(await until(() => Promise.resolve(thing.pid !== null && log().includes('up')), 5_000, 10)).toBe(true);
    await thing.stop();
    expect(thing.pid).toBeNull();
  });

  test('that never comes up is given up, with the end of its log', async () => {
    const thing = managed("console.error('no such database'); process.exit(3)");
    thing.start();
    await expect(thing.untilReady(() => Promise.resolve(false), 30_000)).rejects.toThrow(
      /does not start.*no such database/s,
    );
    await thing.stop();
  });
});

test('a port that somebody listens on is not free, and another one is chosen', async () => {
  const server = createServer();
  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
  );
  expect(await isPortFree(port)).toBe(false);
  expect(await freePort(port)).not.toBe(port);
  await new Promise((resolve) => server.close(resolve));
  expect(await freePort(port)).toBe(port);
});

test('a server whose port is taken before it has it gets another one, and the same one the next time', async () => {
  const given: number[] = [];
  const thief = createServer();
  const start = async ({ postgres }: { postgres: number }): Promise<number> => {
    given.push(postgres);
    if (given.length > 1) return postgres;
    await new Promise<void>((resolve) => thief.listen(postgres, '127.0.0.1', resolve));
    throw new Error('address already in use');
  };
  const port = await onFreePorts(folder, ['postgres'], start);
  expect(given).toHaveLength(2);
  expect(port).not.toBe(given[0]);
  expect(await onFreePorts(folder, ['postgres'], start)).toBe(port);
  await new Promise((resolve) => thief.close(resolve));
});
