import { z } from 'zod';
import { ROLES, type Person, type Role } from '../../../domain/people';
import { identifier, line, mailAddress } from '../../../domain/text.schema';
import type { OidcConfig } from '../../shared/sign-in-config';
import type { Database } from '../../shared/store/database';
import { findPeopleByEmail, findPerson, setRoles, upsertPeople } from '../../shared/store/people';
import { isZone } from '../../shared/store/zones';
import { SignInFailure } from './failure';

type Claims = Readonly<Record<string, unknown>>;

/**
 * Who of the directory this is. Where roles come with the claims, they replace those of the directory, and somebody new
 * is added to it.
 * @throws SignInFailure where it is nobody, or somebody without a role.
 */
export async function personOfClaims(db: Database, config: OidcConfig, claims: Claims): Promise<Person> {
  const named = await find(db, config, claims);
  const leftAt = named.person?.leftAt;
  if (leftAt !== undefined && leftAt <= Date.now())
    throw new SignInFailure('unknown-person', 'they have left the company');
  if (config.rolesClaim === null) {
    if (!named.person) throw new SignInFailure('unknown-person', 'nobody in the directory has the id that was claimed');
    return named.person;
  }
  const roles = rolesOf(config, config.rolesClaim, claims);
  if (!named.person && roles.length > 0) return add(db, named.id, roles, claims);
  // Also where none is left: what the provider took away no longer counts in any other session or key.
  if (named.person) await setRoles(db, named.person.id, roles);
  if (!named.person || roles.length === 0) throw new SignInFailure('no-role', 'none of the groups gives a role');
  return { ...named.person, roles };
}

async function find(
  db: Database,
  { personClaim }: OidcConfig,
  claims: Claims,
): Promise<{ id: string; person: Person | null }> {
  const value = claims[personClaim];
  if (typeof value !== 'string' || value === '' || value.length > 254) {
    throw new SignInFailure('unknown-person', `the claim ${personClaim} is missing or no text`);
  }
  if (personClaim !== 'email') return { id: value, person: await findPerson(db, value) };
  if (claims.email_verified === false) throw new SignInFailure('mail-unverified', 'email_verified is false');
  const [person = null, another] = await findPeopleByEmail(db, value);
  if (another) throw new SignInFailure('unknown-person', 'several people of the directory have that mail address');
  return { id: value.toLowerCase(), person };
}

/** The roles that the groups of a person give; a claim that does not come at all takes nothing from anybody. */
function rolesOf({ roleMap }: OidcConfig, rolesClaim: string, claims: Claims): Role[] {
  const claimed = claims[rolesClaim] ?? rolesClaim.split('.').reduce(memberOf, claims as unknown);
  const groups = typeof claimed === 'string' ? [claimed] : claimed;
  if (!Array.isArray(groups)) throw new SignInFailure('no-role', `the claim ${rolesClaim} is missing or no list`);
  const given = new Set(
    groups.flatMap((group) => (Object.hasOwn(roleMap, String(group)) ? roleMap[String(group)] : [])),
  );
  return ROLES.filter((role) => given.has(role));
}

function memberOf(from: unknown, name: string): unknown {
  return typeof from === 'object' && from !== null && Object.hasOwn(from, name)
    ? (from as Record<string, unknown>)[name]
    : undefined;
}

const newcomer = z.object({ id: identifier, name: line(200), title: line(200), email: mailAddress });

async function add(db: Database, id: string, roles: readonly Role[], claims: Claims): Promise<Person> {
  const parsed = newcomer.safeParse({
    id,
    name: claims.name ?? claims.preferred_username ?? claims.email,
    // The directory may say more of them later; the first role is what is known now.
    title: claims.title ?? titleOf(roles[0] as Role),
    email: claims.email,
  });
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path }) => path.join('.')).join(', ');
    throw new SignInFailure('unknown-person', `somebody new, whose claims do not say enough to add them: ${fields}`);
  }
  const zone = typeof claims.zoneinfo === 'string' && isZone(claims.zoneinfo) ? claims.zoneinfo : 'UTC';
  const facts = { ...parsed.data, roles, function: 'support', managerId: null, zone, available: true };
  await upsertPeople(db, [facts]);
  const person = await findPerson(db, id);
  if (!person) throw new Error(`${id} was added to the directory and is not in it`);
  return person;
}

function titleOf(role: Role): string {
  const words = role === 'vp' ? 'VP' : role.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
