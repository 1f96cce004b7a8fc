import { PatientCaller } from './patient-caller';
import type { RunningSystem } from './running-system';

/** A demo person who calls the API. */
export interface Player {
  id: string;
  name: string;
  title: string;
  api: PatientCaller;
}

/** Those who act in the faults. */
export interface Cast {
  agent: Player;
  manager: Player;
  owner: Player;
  csm: Player;
}

/** The cast from the system's demo people. */
export function castOf(system: RunningSystem): Cast {
  const player = (role: string): Player => {
    const { id, name, title, key } = system.keyOf(role);
    return { id, name, title, api: new PatientCaller(system.url, key) };
  };
  return { agent: player('agent'), manager: player('manager'), owner: player('owner'), csm: player('csm') };
}
