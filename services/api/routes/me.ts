import { z } from 'zod';
import { may, permissionTable } from '../../../domain/authority';
import { COMMANDS } from '../../../domain/commands/commands';
import { holdsAny, MAY_OWN, type Person } from '../../../domain/people';
import { STEPS } from '../../../domain/steps/plan';
import type { Who } from '../../../domain/steps/step';
import { endpoint, ok, type AnyEndpoint } from '../http/endpoint';
import { personViews } from '../views/person-view';
import { personSchema } from '../views/person.schema';

const meSchema = z
  .object({
    ...personSchema.shape,
    may: z
      .array(
        z.object({
          name: z.string(),
          kind: z.enum(['step', 'command']),
          as: z.array(z.string()).describe('By which role or place: `the-owner` only where I own it'),
        }),
      )
      .describe('What I may do at all; `actions` of an escalation says what I may do there now'),
    permissions: z.array(z.string()).describe('What my roles allow beyond one escalation'),
  })
  .meta({ id: 'Me' });

/** `GET /v1/me`. */
export const meEndpoint: AnyEndpoint = endpoint({
  id: 'getMe',
  method: 'get',
  path: '/v1/me',
  tag: 'Me',
  summary: 'Who I am and what I may do',
  answers: { 200: { description: 'Me.', schema: meSchema } },
  problems: [],
  handle: async ({ deps, caller: { person } }) =>
    ok({
      ...(await personViews(deps.database, [person], Date.now()))[0],
      may: [...mayOf(person, 'step', Object.values(STEPS)), ...mayOf(person, 'command', Object.values(COMMANDS))],
      permissions: permissionTable().flatMap(({ permission }) => (may(person, permission) ? [permission] : [])),
    }),
});

function mayOf(person: Person, kind: 'step' | 'command', all: readonly { name: string; by: readonly Who[] }[]) {
  return all
    .map(({ name, by }) => ({ name, kind, as: by.filter((who) => couldBe(person, who)) }))
    .filter(({ as }) => as.length > 0);
}

/** Whether somebody holds this role, or could hold this place. */
function couldBe(person: Person, who: Who): boolean {
  switch (who) {
    case 'anyone':
    case 'the-responsible':
    case 'the-approver':
    case 'the-raiser':
      return true;
    case 'the-owner':
    case 'the-solver':
    case 'the-offered':
      return holdsAny(person, MAY_OWN);
    case 'the-csm':
      return holdsAny(person, ['csm']);
    default:
      return holdsAny(person, [who]);
  }
}
