import { freePort } from '../../infra/processes/ports';
import type { World } from '../support/world';
import { validatedApi, type ValidatedApi } from './validated-request';

/** Another API of the same world, to which one of its servers is not there. */
export async function apiWithout(world: World, variables: Readonly<Record<string, string>>): Promise<ValidatedApi> {
  const port = await freePort();
  await world.start('api', { ...variables, UPSTAIRS_PORT: String(port) });
  const elsewhere = { ...world, apiUrl: `http://127.0.0.1:${port}` };
  while (!(await fetch(`${elsewhere.apiUrl}/healthz`).catch(() => null))) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return validatedApi(elsewhere);
}
