import { may, type Permission } from '../../../domain/authority';
import { Problem } from '../problems/problem';
import type { Caller } from './endpoint';

/** What each permission is called where it is refused. */
const IN_WORDS: Readonly<Record<Permission, string>> = {
  raise: 'Raising an escalation',
  import: 'Raising quietly, from an older list,',
  'see-all': 'Seeing every escalation',
  'see-people': 'Seeing the directory',
  'keep-shared-views': 'Changing what others share',
  'keep-directory': 'Changing people and accounts',
  'keep-absences': 'Saying that somebody else is away',
  'keep-duty-rota': 'Writing the duty rota',
  'draft-policies': 'Drafting a policy',
  'approve-policies': 'Approving a policy',
  'keep-keys': 'Handling keys',
};

/** Refuses whose roles do not allow it (domain/authority.ts). */
export function requirePermission({ person }: Caller, permission: Permission): void {
  if (!may(person, permission)) throw new Problem('not-allowed', `${IN_WORDS[permission]} is not for ${person.name}.`);
}
