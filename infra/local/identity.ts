import path from 'node:path';
import { onFreePorts } from './chosen-ports';
import { repository } from './folders';
import type { Settings } from './settings';
import type { Supervisor } from './supervisor';

const readyWithinMs = 30_000;
const askWithinMs = 2_000;
/** It holds the sign-ins of a few minutes and nothing else. */
const nodeOptions = ['--max-semi-space-size=1', '--max-old-space-size=64'];

/**
 * The demo's identity provider, started: what the other services are told of it. Nothing where a provider is named, or
 * outside of the demo.
 */
export async function startIdentity(settings: Settings, supervisor: Supervisor): Promise<Record<string, string>> {
  const { config, data, demo, logs, port: apiPort } = settings;
  if (config.signIn.provider || !demo) return {};
  return onFreePorts(data, ['identity'], async ({ identity: port }) => {
    const issuer = `http://127.0.0.1:${port}`;
    const told = { UPSTAIRS_OIDC_ISSUER: issuer, UPSTAIRS_OIDC_PROVIDER_NAME: 'the demo' };
    const spec = {
      name: 'identity',
      file: process.execPath,
      args: [...nodeOptions, path.join(repository, 'dist/services/identity/main.js')],
      env: { ...process.env, UPSTAIRS_PORT: String(apiPort), UPSTAIRS_DATA: data, UPSTAIRS_DEMO: '1', ...told },
      cwd: repository,
      logFile: path.join(logs, 'identity.log'),
      stopSignal: 'SIGTERM',
      graceMs: 2_000,
    } as const;
    await supervisor.addAndAwait(spec, () => answers(`${issuer}/.well-known/openid-configuration`), readyWithinMs);
    return told;
  });
}

async function answers(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(askWithinMs) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}
