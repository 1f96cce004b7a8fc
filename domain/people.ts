/** What a person may be in the company; one person may hold several. */
export type Role =
  | 'agent'
  | 'owner'
  | 'manager'
  | 'director'
  | 'vp'
  | 'csm'
  | 'contributor'
  | 'escalation-manager'
  | 'executive'
  | 'admin';

/** All roles, in the order in which they are shown. */
export const ROLES: readonly Role[] = [
  'agent',
  'owner',
  'manager',
  'director',
  'vp',
  'csm',
  'contributor',
  'escalation-manager',
  'executive',
  'admin',
];

/**
 * A time zone with its UTC offsets written out (`[from, offsetMinutes]`, ascending), so that the pure core
 * can tell somebody's local hour without a time zone database, which may differ between two replays.
 */
export interface Zone {
  name: string;
  offsets: readonly (readonly [fromMs: number, offsetMinutes: number])[];
}

/** A person as the directory knows them; the snapshot of those who matter travels in the escalation's state. */
export interface Person {
  id: string;
  name: string;
  title: string;
  email: string;
  roles: readonly Role[];
  function: string;
  managerId: string | null;
  zone: Zone;
  /** Away people own nothing new and are passed over by a chain. */
  available: boolean;
  /** When they are away, and who is told in their place; absent: never. */
  absences?: readonly Absence[];
  /** Since when they are with the company no more. */
  leftAt?: number;
}

/** Somebody is away, end excluded; ownership stays theirs, word goes to the delegate. */
export interface Absence {
  fromAt: number;
  untilAt: number;
  delegateId: string | null;
}

/** Whether somebody is here at a moment: not marked as away, not in an absence, and still with the company. */
export function isHere({ available, absences = [], leftAt }: Person, at: number): boolean {
  if (!available || (leftAt !== undefined && leftAt <= at)) return false;
  return !absences.some(({ fromAt, untilAt }) => fromAt <= at && at < untilAt);
}

/** Who did something, as the directory had them at that moment. */
export interface Actor {
  id: string;
  name: string;
  title: string;
  roles: readonly Role[];
}

/** People by id, with the version of the directory that they were read from. */
export interface DirectoryExcerpt {
  version: number;
  people: readonly Person[];
}

/** The roles from manager upwards: those who hold others to their clocks. */
export const MANAGER_UPWARDS: readonly Role[] = ['manager', 'director', 'vp'];

/** Those who may be named as owner: senior people, never tier 1. */
export const MAY_OWN: readonly Role[] = ['owner', 'manager', 'director', 'vp'];

/** Whether somebody holds at least one of these roles. */
export function holdsAny(person: { roles: readonly Role[] }, roles: readonly Role[]): boolean {
  return person.roles.some((role) => roles.includes(role));
}

/** The person as they are written on the timeline. */
export function asActor(person: Person): Actor {
  return { id: person.id, name: person.name, title: person.title, roles: person.roles };
}
