import { findCommand } from '../../../domain/commands/commands';
import { commandSchemas } from '../../../domain/commands/schemas';
import { asActor, type Person } from '../../../domain/people';
import { findStep } from '../../../domain/steps/plan';
import { stepSchemas } from '../../../domain/steps/schemas';
import type { RejectionType } from '../../../domain/rejection';
import { namedPeople } from '../../shared/named-people';
import { excerpt } from '../../shared/store/people';
import { record } from '../../shared/store/recording';
import type { ApiDeps } from '../deps';
import { requireEscalation, viewFor } from '../escalations';
import { endpoint, ok, type Answer, type AnyEndpoint, type Call } from '../http/endpoint';
import { Problem } from '../problems/problem';
import { escalationSchema } from '../views/escalation.schema';
import { perform } from '../workflow/perform';
import { updateIdOf } from '../workflow/update-id';

const ID = 'Its id or its ref';

const REFUSALS: readonly RejectionType[] = [
  'not-allowed',
  'not-in-plan',
  'too-early',
  'already-done',
  'not-open',
  'not-now',
  'unknown-person',
  'not-eligible',
  'unavailable-person',
  'invalid-content',
  'contact-missing',
];

/** What only some of them refuse with. */
const OWN_REFUSALS: Readonly<Record<string, readonly RejectionType[]>> = {
  intake: ['acknowledgment-incomplete', 'acknowledgment-impersonal'],
  closure: ['commitments-open'],
  'check-in': ['no-csm'],
  'keep-commitment': ['unknown-commitment'],
  'take-charge': ['unknown-clock'],
};

/** An operation for every step and every command, and the answer to names that are none. */
export const actEndpoints: readonly AnyEndpoint[] = [
  ...Object.entries(stepSchemas).map(([name, body]) => act('step', name, body, findStep(name))),
  ...Object.entries(commandSchemas).map(([name, body]) => act('command', name, body, findCommand(name))),
];

type Kind = 'step' | 'command';

function act(
  kind: Kind,
  name: string,
  body: AnyEndpoint['body'],
  definition: { title: string; help: string } | undefined,
): AnyEndpoint {
  return endpoint<unknown, unknown>({
    id: `${kind}.${name}`,
    method: 'post',
    path: `/v1/escalations/{id}/${kind}s/${name}`,
    tag: kind === 'step' ? 'Steps' : 'Commands',
    summary: definition?.title ?? name,
    description: definition?.help,
    params: { id: ID },
    body,
    answers: { 200: { description: 'The escalation as it is now.', schema: escalationSchema } },
    problems: ['not-found', ...REFUSALS, ...(OWN_REFUSALS[name] ?? [])],
    idempotent: true,
    handle: (call) => performFor(call, name),
  });
}

/** Sends it to the workflow, writes down what followed, and answers with the escalation after it. */
async function performFor(
  { deps, params, body, caller, retry }: Call<unknown, unknown>,
  name: string,
): Promise<Answer> {
  const { person } = caller;
  const { state } = await requireEscalation(deps, params.id ?? '', person);
  const message = await stamped(deps, person, body);
  const outcome = await perform(deps, state, { name, updateId: updateIdOf(caller, retry), args: [message] });
  const stored = await record(deps.database, {
    escalationId: state.id,
    events: outcome.events,
    recordedAt: Date.now(),
  });
  return ok(viewFor(stored, person));
}

/** Who asks, and everybody whom the body names with those above them, as the directory knows them now. */
async function stamped(deps: ApiDeps, person: Person, body: unknown) {
  const directory = await excerpt(deps.database, [person.id, ...namedPeople(body)]);
  return { ...(body as Record<string, unknown>), by: asActor(person), directory };
}

/** Steps and commands that nobody knows. */
export const unknownActEndpoints: readonly AnyEndpoint[] = (['steps', 'commands'] as const).map((kind) =>
  endpoint<unknown, unknown>({
    id: `unknown.${kind}`,
    method: 'post',
    path: `/v1/escalations/{id}/${kind}/{name}`,
    tag: 'Commands',
    summary: 'Not known',
    answers: {},
    problems: ['unknown-command'],
    hidden: true,
    handle: ({ params: { name = '' } }) => {
      throw new Problem('unknown-command', `There is no ${kind.slice(0, -1)} "${name.slice(0, 60)}".`);
    },
  }),
);
