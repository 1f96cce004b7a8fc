import { findCommand } from '../../../domain/commands/commands';
import { commandSchemas } from '../../../domain/commands/schemas';
import { findStep } from '../../../domain/steps/plan';
import { stepSchemas } from '../../../domain/steps/schemas';
import type { RejectionType } from '../../../domain/rejection';
import { requireEscalation, viewFor } from '../escalations';
import { endpoint, ok, type Answer, type AnyEndpoint, type Call } from '../http/endpoint';
import { Problem } from '../problems/problem';
import { escalationSchema } from '../views/escalation.schema';
import { actOn } from '../workflow/act-on';
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
  'merging',
];

const PROMISES: readonly RejectionType[] = ['remedy-undecided', 'promise-before-tasks', 'unknown-task'];

/** What only some of them refuse with. */
const OWN_REFUSALS: Readonly<Record<string, readonly RejectionType[]>> = {
  intake: ['acknowledgment-incomplete', 'acknowledgment-impersonal'],
  closure: ['commitments-open'],
  'check-in': ['no-csm'],
  'keep-commitment': ['unknown-commitment'],
  investigation: ['shared-step'],
  solution: ['shared-step', 'needs-approval', 'remedy-undecided', 'unknown-approval'],
  'customer-update': PROMISES,
  'interim-update': ['remedy-undecided'],
  'add-commitment': PROMISES,
  'move-commitment': ['unknown-commitment', ...PROMISES],
  'replace-commitment': ['unknown-commitment', ...PROMISES],
  'request-approval': ['own-approval'],
  'decide-approval': ['unknown-approval', 'own-approval', 'beyond-authority'],
  'withdraw-approval': ['unknown-approval'],
  'take-charge': ['unknown-clock'],
  'add-task': ['unknown-task'],
  'change-task': ['unknown-task', 'task-cycle'],
  'complete-task': ['unknown-task'],
  'drop-task': ['unknown-task'],
  merge: ['merged-already', 'merges-cross', 'not-mergeable', 'unknown-escalation'],
  link: ['unknown-escalation'],
  'join-umbrella': ['not-joinable', 'unknown-escalation'],
  pause: ['not-asked', 'paused-already', 'remedy-undecided'],
  'override-priority': ['would-breach'],
  amend: ['unknown-field'],
  'resolve-at-once': [
    ...['acknowledgment-incomplete', 'acknowledgment-impersonal', 'needs-approval', 'shared-step'],
    ...['unknown-approval', 'field-missing', ...PROMISES],
  ] as RejectionType[],
  'reapply-policy': ['unknown-policy', 'would-breach'],
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
  const before = await requireEscalation(deps, params.id ?? '', person);
  const stored = await actOn(deps, before, person, { name, body, updateId: updateIdOf(caller, retry) });
  return ok(await viewFor(deps, stored, person));
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
