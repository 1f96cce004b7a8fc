import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { SetupFailure } from './failure';
import { endProcess, markOf } from './identity';
import { lastLines, openLog } from './log-file';
import type { RunFolder } from './run-folder';
import { pause } from './waiting';

/** A program that is to run for as long as the system does. */
export interface ProcessSpec {
  name: string;
  file: string;
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  /** The account it runs as, where this is not our own. */
  account?: { uid: number; gid: number };
  cwd?: string;
  logFile: string;
  stopSignal: NodeJS.Signals;
  /** How long it gets to end in order. */
  graceMs: number;
  /** Mends what a killed run may have left in the way; before every start. */
  beforeStart?: () => Promise<void>;
}

const longestPauseMs = 5_000;
const steadyAfterMs = 30_000;
/** A program that ends so often before it was ready will not come up by trying on. */
const givesUpAfter = 3;

/** Keeps one program running in a process group of its own, and starts it again when it ends by itself. */
export class ManagedProcess {
  private child: ChildProcess | null = null;
  private readonly stopping = new AbortController();
  private exits = 0;
  private running: Promise<void> | null = null;

  constructor(
    private readonly spec: ProcessSpec,
    private readonly runFolder: RunFolder,
    private readonly say: (line: string) => void,
  ) {}

  start(): void {
    this.running ??= this.keepRunning();
  }

  /** The pid of the program as it runs now; null between an end and the next start. */
  get pid(): number | null {
    return this.child?.exitCode === null && this.child.signalCode === null ? (this.child.pid ?? null) : null;
  }

  /** Resolves once `check` says yes; fails when the program keeps ending, or the time is up. */
  async untilReady(check: () => Promise<boolean>, withinMs: number): Promise<void> {
    const deadline = Date.now() + withinMs;
    while (!(await check())) {
      if (this.stopping.signal.aborted) return;
      if (this.exits >= givesUpAfter) throw this.failure('does not start');
      if (Date.now() > deadline) throw this.failure(`is not ready after ${withinMs / 1000} s`);
      await pause(50, this.stopping.signal);
    }
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    const pid = this.child?.pid;
    const mark = pid === undefined ? null : markOf(pid);
    if (mark) await endProcess(mark, this.spec.stopSignal, this.spec.graceMs);
    await this.running;
  }

  private async keepRunning(): Promise<void> {
    let pauseMs = 250;
    while (!this.stopping.signal.aborted) {
      const startedAt = Date.now();
      const ending = await this.runOnce();
      this.runFolder.forget(this.spec.name);
      if (this.stopping.signal.aborted) return;
      this.exits += 1;
      if (Date.now() - startedAt > steadyAfterMs) pauseMs = 250;
      this.say(`${this.spec.name} ended (${ending}); starting it again. Its log: ${this.spec.logFile}`);
      await pause(pauseMs, this.stopping.signal);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    }
  }

  /** Answers how it ended. */
  private async runOnce(): Promise<string> {
    try {
      await this.spec.beforeStart?.();
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    if (this.stopping.signal.aborted) return 'not started';
    const { file, args, env, account, cwd, logFile, name, stopSignal } = this.spec;
    const log = openLog(logFile);
    const child = spawn(file, args, { env, cwd, ...account, detached: true, stdio: ['ignore', log, log] });
    closeSync(log);
    this.child = child;
    if (child.pid !== undefined) this.runFolder.note(name, child.pid, stopSignal);
    return new Promise((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
    });
  }

  private failure(what: string): SetupFailure {
    const { name, logFile } = this.spec;
    return new SetupFailure(`${name} ${what}. The end of its log, ${logFile}:\n${lastLines(logFile)}`);
  }
}
