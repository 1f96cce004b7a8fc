import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ROLES, type Role } from '../../domain/people';

const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  roles: z.array(z.enum(ROLES as [Role, ...Role[]])),
  function: z.string().nullable(),
  email: z.string().optional(),
});

const fileSchema = z.object({ people: z.array(personSchema) });

/** Somebody whom one can be in the demo. */
export type DemoPerson = z.infer<typeof personSchema>;

/** The people of the demo, from the file that holds their keys; none while it is being written. */
export function readPeople(keysFile: string): DemoPerson[] {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(keysFile, 'utf8'))).people;
  } catch {
    return [];
  }
}

/** People under a heading. */
export interface Group {
  title: string;
  people: readonly DemoPerson[];
}

/** The headings with the roles under them; whoever holds several stands under the first. */
const HEADINGS: readonly [title: string, roles: readonly Role[]][] = [
  ['Leadership', ['executive', 'vp', 'director']],
  ['Managers', ['manager', 'escalation-manager']],
  ['Owners', ['owner']],
  ['Customer success', ['csm']],
  ['Support agents', ['agent']],
  ['Other functions', ['contributor']],
  ['Administration', ['admin']],
];

/** People in their groups, in the order of their roles; empty ones are left out. */
export function groupsOf(people: readonly DemoPerson[]): Group[] {
  const grouped = HEADINGS.map(([title, roles]) => ({ title, people: [] as DemoPerson[], roles }));
  for (const person of people) grouped.find(({ roles }) => rankIn(roles, person) >= 0)?.people.push(person);
  for (const group of grouped) group.people.sort((one, other) => rankIn(group.roles, one) - rankIn(group.roles, other));
  return grouped.filter((group) => group.people.length > 0);
}

function rankIn(roles: readonly Role[], person: DemoPerson): number {
  return roles.findIndex((role) => person.roles.includes(role));
}
