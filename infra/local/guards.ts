import { accessSync, constants, mkdirSync } from 'node:fs';
import path from 'node:path';
import { messageOf, SetupFailure } from '../processes/failure';
import { takeLock } from '../processes/lock';
import { isPortFree, loopbackHosts } from '../processes/ports';
import type { RunFolder } from '../processes/run-folder';
import type { Settings } from './settings';

/** Makes sure that the data folder is there, ours to write, and used by nobody else; answers what releases it. */
export function holdDataFolder({ data }: Settings): () => void {
  try {
    // Postgres, which as root runs as another user, must be able to pass through; what is secret has its own mode.
    mkdirSync(data, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    accessSync(data, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new SetupFailure(
      `The data folder ${data} cannot be used: ${messageOf(error)}. Mend that, or name another one in UPSTAIRS_DATA.`,
      { cause: error },
    );
  }
  return takeLock(
    path.join(data, 'lock'),
    (pid, since) =>
      `Upstairs is already running on the data folder ${data} (process ${pid}, since ${since}). Stop that one first, or ` +
      'start this one on other ones with UPSTAIRS_DATA and UPSTAIRS_PORT.',
  );
}

/** Ends what a killed run left running, since it holds the ports and the databases. */
export async function endLeftovers(runFolder: RunFolder, say: (line: string) => void): Promise<void> {
  const names = await runFolder.endLeftovers();
  if (names.length > 0) say(`The last run was killed and left ${names.join(', ')} running: ended.`);
}

/** Fails with a sentence where somebody else listens on our port. */
export async function checkPort({ port, config }: Settings): Promise<void> {
  const loopback = loopbackHosts();
  const hosts = config.hosts.filter((host) => host !== '::1' || loopback.includes('::1'));
  for (const host of hosts) {
    if (await isPortFree(port, host)) continue;
    throw new SetupFailure(
      `Port ${port} on ${host} is taken by another program. Stop that one, or choose another port, for example:\n` +
        `  UPSTAIRS_PORT=${port + 1} npm start`,
    );
  }
}
