import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const repository = path.resolve(__dirname, __dirname.includes(`${path.sep}dist${path.sep}`) ? '../../..' : '../..');
const READY_WITHIN_MS = 120_000;

/** The processes that the faults end without warning. */
export type Victim = 'worker' | 'notifier' | 'api' | 'temporal' | 'postgres';

/** A whole system as `npm start` runs it, on a data folder and a port of its own. */
export class RunningSystem {
  private constructor(
    readonly url: string,
    readonly data: string,
    private readonly launcher: ChildProcess,
    private readonly output: string[],
  ) {}

  /** Starts a system and resolves when it says that it is ready. */
  static async start(): Promise<RunningSystem> {
    const data = mkdtempSync(path.join(tmpdir(), 'upstairs-faults-'));
    const port = await freePort();
    const env = { ...process.env, UPSTAIRS_PORT: String(port), UPSTAIRS_DATA: data, LOG_LEVEL: 'warn' };
    const launcher = spawn(process.execPath, ['infra/bootstrap.mjs', 'start'], { cwd: repository, env });
    const output: string[] = [];
    for (const stream of [launcher.stdout, launcher.stderr]) stream.on('data', (chunk) => output.push(String(chunk)));
    const system = new RunningSystem(`http://localhost:${port}`, data, launcher, output);
    await system.untilReady();
    return system;
  }

  /** The key of the first demo person with this role. */
  keyOf(role: string): { id: string; key: string; name: string; title: string } {
    const { people } = JSON.parse(readFileSync(path.join(this.data, 'demo-keys.json'), 'utf8')) as {
      people: { id: string; key: string; name: string; title: string; roles: string[] }[];
    };
    const person = people.find(({ roles }) => roles.includes(role));
    if (!person) throw new Error(`no demo person is a ${role}`);
    return person;
  }

  /** Ends a process without warning, as kill -9 does; the launcher starts it again. */
  kill(victim: Victim): boolean {
    const pid = this.pidOf(victim);
    if (pid === null) return false;
    process.kill(pid, 'SIGKILL');
    return true;
  }

  /** Whether a process runs that is not the one of this pid. */
  pidOf(victim: Victim): number | null {
    try {
      const { pid } = JSON.parse(readFileSync(path.join(this.data, 'run', `${victim}.json`), 'utf8')) as {
        pid: number;
      };
      process.kill(pid, 0);
      return pid;
    } catch {
      return null;
    }
  }

  /** Runs a command of the CLI against this system and answers what it printed. */
  async cli(...args: string[]): Promise<{ code: number; output: string }> {
    const env = { ...process.env, UPSTAIRS_DATA: this.data, UPSTAIRS_API: this.url };
    const child = spawn(process.execPath, ['dist/services/cli/main.js', ...args], { cwd: repository, env });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
    const [code] = (await once(child, 'close')) as [number | null];
    return { code: code ?? -1, output };
  }

  /** Stops it in order and removes what it kept. */
  async stop(): Promise<void> {
    if (this.launcher.exitCode === null) {
      const ended = once(this.launcher, 'exit');
      this.launcher.kill('SIGTERM');
      await ended;
    }
    rmSync(this.data, { recursive: true, force: true });
  }

  private async untilReady(): Promise<void> {
    const deadline = Date.now() + READY_WITHIN_MS;
    while (!this.output.join('').includes('Upstairs is ready at')) {
      if (this.launcher.exitCode !== null || Date.now() > deadline) {
        throw new Error(`the system did not start:\n${this.output.join('')}`);
      }
      await pause(100);
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
