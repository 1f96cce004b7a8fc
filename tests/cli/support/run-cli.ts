import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { repository } from '../../../infra/local/folders';
import type { World } from '../../support/world';

/** What a command line did. */
export interface CliResult {
  code: number;
  stdout: string;
  stderr: string;
}

/** The variables with which the CLI reaches a world, and nothing else of ours. */
export function cliEnv(world: World | null): NodeJS.ProcessEnv {
  const bare = { PATH: process.env.PATH, HOME: '/nowhere', TZ: 'UTC' };
  if (!world) return { ...bare, UPSTAIRS_DATA: '/nowhere', UPSTAIRS_API: 'http://127.0.0.1:9' };
  return {
    ...bare,
    UPSTAIRS_API: world.apiUrl,
    UPSTAIRS_DATA: world.folder,
    DATABASE_URL: world.databaseUrl,
    TEMPORAL_ADDRESS: world.temporalAddress,
    TEMPORAL_NAMESPACE: world.namespace,
  };
}

/** Starts the compiled CLI as its users do: a process of its own. */
export function startCli(env: NodeJS.ProcessEnv, args: readonly string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [path.join(repository, 'dist/services/cli/main.js'), ...args], { env });
}

/** Runs a command line to its end. */
export async function runCli(env: NodeJS.ProcessEnv, args: readonly string[], stdin = ''): Promise<CliResult> {
  const child = startCli(env, args);
  const result = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (result.stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (result.stderr += String(chunk)));
  // A command that reads no stdin may have ended before it is written.
  child.stdin.on('error', () => undefined);
  child.stdin.end(stdin);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code: code ?? -1, ...result };
}
