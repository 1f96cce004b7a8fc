import { readFileSync } from 'node:fs';
import type { Role } from '../../domain/people';

/** Somebody of the demo, as its keys file has them (docs/api.md "Signing in"). */
export interface DemoPerson {
  id: string;
  name: string;
  title: string;
  roles: readonly Role[];
  function: string | null;
  key: string;
}

/** Reads the demo's keys file. */
export function readDemoPeople(keysFile: string): DemoPerson[] {
  return (JSON.parse(readFileSync(keysFile, 'utf8')) as { people: DemoPerson[] }).people;
}
