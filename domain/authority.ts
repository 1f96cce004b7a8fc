import type { Role } from './people';
import { holdsAny, MANAGER_UPWARDS } from './people';

/** What is not tied to one escalation, and who may do it. Steps and commands say it in their definitions. */
const PERMISSIONS = {
  /** Anyone, or customers are lost (docs/process.md "What counts as an escalation"). */
  raise: 'anyone',
  /** Bring in an older list, quiet until it is activated. */
  import: [...MANAGER_UPWARDS, 'admin'],
  'see-all': ['owner', ...MANAGER_UPWARDS, 'csm', 'escalation-manager', 'executive', 'admin'],
  'see-people': 'anyone',
  /** Change and delete the saved views that others share. */
  'keep-shared-views': MANAGER_UPWARDS,
  'keep-directory': ['admin'],
  /** Say of others that they are away, where absence-authority.ts has nothing against it; of oneself anyone may. */
  'keep-absences': [...MANAGER_UPWARDS, 'admin'],
  'keep-duty-rota': [...MANAGER_UPWARDS, 'admin'],
  /** Write drafts of a policy, and try them on what was. */
  'draft-policies': ['director', 'vp', 'admin'],
  /** Put the draft of another person in force, or send it back. */
  'approve-policies': ['director', 'vp', 'admin'],
  'keep-keys': ['admin'],
} as const satisfies Record<string, 'anyone' | readonly Role[]>;

/** Something that a role allows beyond one escalation. */
export type Permission = keyof typeof PERMISSIONS;

/** Whether somebody's roles allow it. */
export function may(person: { roles: readonly Role[] }, permission: Permission): boolean {
  const roles: 'anyone' | readonly Role[] = PERMISSIONS[permission];
  return roles === 'anyone' || holdsAny(person, roles);
}

/** Each permission with the roles that hold it; the docs show it. */
export function permissionTable(): { permission: Permission; roles: readonly Role[] | 'anyone' }[] {
  return Object.entries(PERMISSIONS).map(([permission, roles]) => ({ permission: permission as Permission, roles }));
}

/** What decides whether somebody sees an escalation. */
export interface Sight {
  raisedById: string;
  participantIds: readonly string[];
}

/** Whether somebody sees an escalation: whoever sees all, who raised it, and who takes part in it. */
export function maySee(person: { id: string; roles: readonly Role[] }, sight: Sight): boolean {
  return may(person, 'see-all') || sight.raisedById === person.id || sight.participantIds.includes(person.id);
}
