import { permissionTable } from '../../domain/authority';
import { COMMANDS } from '../../domain/commands/commands';
import type { Role } from '../../domain/people';
import { MAY_OWN, ROLES } from '../../domain/people';
import { STEPS } from '../../domain/steps/plan';
import type { Who } from '../../domain/steps/step';
import { code, generatedFrom, table } from './markdown';
import { whoInWords } from './who-in-words';

/** What each role is for. A role without its sentence does not compile. */
const MEANINGS: Readonly<Record<Role, string>> = {
  agent: 'Tier 1. Raises, sees what they raised, never acknowledges.',
  owner: 'Senior. May be named as the one owner of an escalation.',
  manager: 'Support manager. Acknowledges, names the owner, is the first rung of a chain.',
  director: 'Director. All that a manager may; the second rung.',
  vp: 'VP of Support. All that a manager may; the third rung.',
  csm: 'Customer success manager. Is consulted, and does the check-in of their accounts.',
  contributor: 'A person of another function (engineering, product, finance …). Sees what they take part in.',
  'escalation-manager':
    'Coordinates inside. Sees every escalation; on one that they are named for they give every command that a manager may.',
  executive: 'May sponsor an escalation or an account, never owns one. Reads.',
  admin: 'Keeps people, policies and keys.',
};

interface Right {
  name: string;
  kind: string;
  who: readonly Who[];
}

/** docs/roles.md: who may do what, from the definitions that the domain itself decides by. */
export const roleMatrixGenerator = {
  path: 'docs/roles.md',
  content(): string {
    return [
      generatedFrom('domain/people.ts, domain/authority.ts and the `by` of each step and command'),
      '# Roles',
      'A person may hold several roles, and has one function, a manager and a time zone. The tables below are made from ' +
        'the definitions that decide: the API, the workflow and these pages cannot differ.',
      table(
        ['Role', 'What it is for'],
        ROLES.map((role) => [code(role), MEANINGS[role]]),
      ),
      `To be named as owner somebody needs one of: ${MAY_OWN.map(code).join(', ')}.`,
      '## Beyond one escalation',
      matrix(
        permissionTable().map(({ permission, roles }) =>
          right(permission, '', roles === 'anyone' ? ['anyone'] : roles),
        ),
      ),
      'Who does not see all escalations sees those that they take part in: who raised it, its owner, who acknowledged it, ' +
        "the account's CSM, its team, sponsor and manager, and whoever promised the customer something or has a task. What somebody may not see answers as if it did " +
        'not exist.',
      '## On one escalation',
      'Some rights come with a role, others with a place in this one escalation: being its owner, the CSM of its account, ' +
        'or the person whom one of its running clocks watches.',
      matrix([
        ...Object.values(STEPS).map(({ name, by }) => right(name, 'step', by)),
        ...Object.values(COMMANDS).map(({ name, by }) => right(name, 'command', by)),
      ]),
      'The order of the steps and the state of the escalation count too: `actions` in its JSON lists what the caller may ' +
        'do at this moment.',
    ].join('\n\n');
  },
};

function right(name: string, kind: string, who: readonly Who[]): Right {
  return { name, kind, who };
}

/** One row a right, one column a role, and a last one for what comes with a place. */
function matrix(rights: readonly Right[]): string {
  const kinds = rights.some(({ kind }) => kind !== '');
  const head = ['', ...(kinds ? ['Kind'] : []), ...ROLES, 'And'];
  const rows = rights.map(({ name, kind, who }) => {
    const everybody = who.includes('anyone');
    const marks = ROLES.map((role) => (everybody || who.includes(role) ? 'yes' : ''));
    const places = who.filter((one) => one.startsWith('the-'));
    return [code(name), ...(kinds ? [kind] : []), ...marks, whoInWords(places)];
  });
  return table(head, rows);
}
