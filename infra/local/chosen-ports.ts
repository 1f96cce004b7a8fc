import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort, isPortFree } from '../processes/ports';

/** The ports that the embedded servers listen on. */
type Listener = 'postgres' | 'temporal' | 'temporalUi' | 'identity';
type Ports<L extends Listener> = Record<L, number>;

const usual: Partial<Record<Listener, number>> = { temporalUi: 8233 };
const tries = 3;

/**
 * Starts a server on free ports: those of the last run where nobody has taken them, so that links and open tabs stay
 * good. Where somebody else takes one before the server has it, others are chosen.
 */
export async function onFreePorts<L extends Listener, T>(
  data: string,
  listeners: readonly L[],
  start: (ports: Ports<L>) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const ports = await choose(data, listeners);
    try {
      return await start(ports);
    } catch (error) {
      const free = await Promise.all(listeners.map((listener) => isPortFree(ports[listener])));
      if (attempt === tries || free.every(Boolean)) throw error;
    }
  }
}

async function choose<L extends Listener>(data: string, listeners: readonly L[]): Promise<Ports<L>> {
  const file = path.join(data, 'ports.json');
  const ports = { ...usual, ...readLast(file) };
  for (const listener of listeners) ports[listener] = await freePort(ports[listener]);
  // Read anew: another server may have been given its port meanwhile.
  writeFileSync(file, JSON.stringify({ ...readLast(file), ...pick(ports, listeners) }));
  return pick(ports, listeners);
}

function pick<L extends Listener>(ports: Partial<Record<Listener, number>>, listeners: readonly L[]): Ports<L> {
  return Object.fromEntries(listeners.map((listener) => [listener, ports[listener]])) as Ports<L>;
}

function readLast(file: string): Partial<Record<Listener, number>> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Record<Listener, number>>;
  } catch {
    return {};
  }
}
