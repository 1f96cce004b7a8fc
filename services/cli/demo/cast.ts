import { wrongUsage } from '../failure';
import type { DemoPerson } from '../api/demo-people';

/** The people of the demo by the part that they play. */
export interface Cast {
  agent: DemoPerson;
  manager: DemoPerson;
  director: DemoPerson;
  vp: DemoPerson;
  owner: DemoPerson;
  /** Another owner, for those cases that change hands. */
  deputy: DemoPerson;
  csm: DemoPerson;
  engineer: DemoPerson;
}

/** Gives each part to somebody who holds its role. */
export function castFrom(people: readonly DemoPerson[]): Cast {
  const holding = (role: string) => people.filter((person) => person.roles.includes(role));
  const owners = [...holding('owner')].sort((a, b) => a.roles.length - b.roles.length);
  const engineers = people.filter((person) => /engineering/i.test(person.function));
  return {
    agent: named('agent', holding('agent')[0]),
    manager: named('manager', holding('manager')[0]),
    director: named('director', holding('director')[0]),
    vp: named('vp', holding('vp')[0]),
    owner: named('owner', owners[0]),
    deputy: named('owner', owners[1] ?? holding('manager')[0]),
    csm: named('csm', holding('csm')[0]),
    engineer: named('contributor', engineers[0] ?? holding('contributor')[0]),
  };
}

function named(role: string, person: DemoPerson | undefined): DemoPerson {
  return person ?? wrongUsage(`The demo needs somebody with the role ${role} in demo-keys.json, and there is nobody.`);
}
