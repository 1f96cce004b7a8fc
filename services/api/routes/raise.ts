import { raiseSchema } from '../../../domain/intake.schema';
import { isVisibleTo } from '../../shared/store/escalations';
import { viewFor } from '../escalations';
import { endpoint, type AnyEndpoint } from '../http/endpoint';
import { Problem } from '../problems/problem';
import { raiseEscalation } from '../raise/raise-escalation';
import { escalationSchema } from '../views/escalation.schema';
import { escalationIdOf } from '../workflow/update-id';

/** `POST /v1/escalations`. */
export const raiseEndpoint: AnyEndpoint = endpoint({
  id: 'raise',
  method: 'post',
  path: '/v1/escalations',
  tag: 'Escalations',
  summary: 'Raise an escalation',
  description:
    'Anyone may raise one. The same `externalRef` again answers with the escalation that exists. `contact.email` is needed before the first message by mail, and can be added by `amend`.',
  body: raiseSchema,
  answers: {
    201: { description: 'Raised: its workflow runs.', schema: escalationSchema, headers: { Location: 'Its address' } },
    200: {
      description: 'The escalation that has this external reference already.',
      schema: escalationSchema,
      headers: { Location: 'Its address' },
    },
  },
  problems: [
    'receipt-in-future',
    'not-allowed',
    'unknown-person',
    'not-eligible',
    'raised-already',
    'unknown-field',
    'invalid-content',
  ],
  idempotent: true,
  handle: async ({ deps, body, caller, retry }) => {
    const id = escalationIdOf(caller, retry, Date.now());
    const { outcome, stored } = await raiseEscalation(deps, id, body, caller);
    if (!isVisibleTo(stored.state, caller.person)) {
      throw new Problem('raised-already', 'Somebody else has raised this external reference already.');
    }
    return {
      status: outcome === 'created' ? 201 : 200,
      headers: { Location: `/v1/escalations/${stored.state.id}` },
      body: await viewFor(deps, stored, caller.person),
    };
  },
});
