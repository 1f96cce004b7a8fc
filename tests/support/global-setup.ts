import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { repository } from '../../infra/local/folders';
import type { TestServers } from './servers';
import { startTestServers } from './servers';

declare global {
  var upstairsTestServers: TestServers | undefined;
}

/** Builds what is stale (services under test run compiled) and starts the servers that all test files share. */
export default async function globalSetup(): Promise<void> {
  execFileSync(process.execPath, [path.join(repository, 'infra/bootstrap.mjs'), 'build'], { stdio: 'pipe' });
  const servers = await startTestServers();
  globalThis.upstairsTestServers = servers;
  process.env.UPSTAIRS_TEST_TEMPORAL = servers.temporalAddress;
  process.env.UPSTAIRS_TEST_DATABASE = servers.templateUrl;
  process.env.UPSTAIRS_TEST_KEYS = servers.keysFile;
}
