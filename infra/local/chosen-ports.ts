import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../processes/ports';

/** The ports of the embedded servers. */
export interface ChosenPorts {
  postgres: number;
  temporal: number;
  temporalUi: number;
}

/** Free ports: those of the last run where nobody has taken them, so that links and open tabs stay good. */
export async function choosePorts(data: string): Promise<ChosenPorts> {
  const file = path.join(data, 'ports.json');
  const last = readLast(file);
  const ports = {
    postgres: await freePort(last.postgres),
    temporal: await freePort(last.temporal),
    temporalUi: await freePort(last.temporalUi ?? 8233),
  };
  writeFileSync(file, JSON.stringify(ports));
  return ports;
}

function readLast(file: string): Partial<ChosenPorts> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<ChosenPorts>;
  } catch {
    return {};
  }
}
