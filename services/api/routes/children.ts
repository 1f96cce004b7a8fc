import { checkAdopts } from '../../../domain/commands/peers/children';
import type { Escalation } from '../../../domain/escalation/state';
import { Rejected } from '../../../domain/rejection';
import { idsUnder, listedByIds, visibleAmong } from '../../shared/store/escalations';
import { acknowledgeChildren, previewAcknowledgment } from '../children/acknowledge-children';
import { raiseChildren } from '../children/raise-children';
import { requireEscalation } from '../escalations';
import { endpoint, ok, type AnyEndpoint } from '../http/endpoint';
import { itemViews } from '../listed-escalations';
import { fromRejection } from '../problems/problem';
import {
  acknowledgedChildrenSchema,
  acknowledgeSchema,
  acknowledgmentPreviewSchema,
  childrenSchema,
  raiseChildrenSchema,
  raisedChildrenSchema,
} from '../views/children.schema';

const ID = 'The id or the ref of the umbrella';
const PATH = '/v1/escalations/{id}/children';

/** One outage, many accounts: those under an umbrella, raised and acknowledged in one go. */
export const childrenEndpoints: readonly AnyEndpoint[] = [
  endpoint({
    id: 'listChildren',
    method: 'get',
    path: PATH,
    tag: 'Escalations',
    summary: 'The escalations under an umbrella, and where each stands',
    params: { id: ID },
    answers: { 200: { description: 'In the order in which they were raised.', schema: childrenSchema } },
    problems: ['not-found'],
    handle: async ({ deps: { database }, deps, params, caller: { person } }) => {
      const { state } = await requireEscalation(deps, params.id ?? '', person);
      const ids = await idsUnder(database, state.id);
      const visible = await visibleAmong(database, person, ids);
      const rows = await listedByIds(
        database,
        ids.filter((id) => visible.has(id)),
      );
      return ok({ count: ids.length, items: await itemViews(database, rows) });
    },
  }),
  endpoint({
    id: 'raiseChildren',
    method: 'post',
    path: PATH,
    tag: 'Escalations',
    summary: 'Raise an escalation for each account that an outage has reached',
    description:
      'Each is an escalation of its own, with its own acknowledgment, promises, update, closure and check-in; the investigation and the solution are those of the umbrella. With an Idempotency-Key a retry raises none twice, and the same `externalRef` never does.',
    params: { id: ID },
    body: raiseChildrenSchema,
    answers: { 200: { description: 'What became of each item, in their order.', schema: raisedChildrenSchema } },
    problems: ['not-found', 'not-joinable'],
    idempotent: true,
    handle: async ({ deps, params, body, caller, retry }) => {
      const { state } = await requireEscalation(deps, params.id ?? '', caller.person);
      requireRoom(state, body.items.length);
      const items = await raiseChildren(deps, state, body.items, { caller, retry });
      const count = (outcome: string) => items.filter((item) => item.outcome === outcome).length;
      return ok({ created: count('created'), exists: count('exists'), refused: count('refused'), items });
    },
  }),
  endpoint({
    id: 'acknowledgeChildren',
    method: 'post',
    path: `${PATH}/acknowledge`,
    tag: 'Escalations',
    summary: 'Acknowledge each escalation under an umbrella by a template that names its customer',
    description:
      'Each gets an intake of its own, by the same rules and with its own record, and its contact a mail that names them. Those that are acknowledged already are left alone, and said so.',
    params: { id: ID },
    body: acknowledgeSchema,
    answers: { 200: { description: 'What became of each.', schema: acknowledgedChildrenSchema } },
    problems: ['not-found', 'template-wrong'],
    idempotent: true,
    handle: async ({ deps, params, body, caller, retry }) => {
      const { state } = await requireEscalation(deps, params.id ?? '', caller.person);
      const items = await acknowledgeChildren(deps, state, body, { caller, retry });
      const count = (outcome: string) => items.filter((item) => item.outcome === outcome).length;
      return ok({ acknowledged: count('acknowledged'), skipped: count('skipped'), refused: count('refused'), items });
    },
  }),
  endpoint({
    id: 'previewChildrenAcknowledgment',
    method: 'post',
    path: `${PATH}/acknowledge/preview`,
    tag: 'Escalations',
    summary: 'What the first of them would get; nothing is sent',
    params: { id: ID },
    body: acknowledgeSchema,
    answers: { 200: { description: 'The first text, to the letter.', schema: acknowledgmentPreviewSchema } },
    problems: ['not-found', 'template-wrong'],
    handle: async ({ deps, params, body, caller }) => {
      const { state } = await requireEscalation(deps, params.id ?? '', caller.person);
      return ok(await previewAcknowledgment(deps, state, body, caller));
    },
  }),
];

function requireRoom(umbrella: Escalation, more: number): void {
  try {
    checkAdopts(umbrella, more);
  } catch (error) {
    throw error instanceof Rejected ? fromRejection(error.rejection) : error;
  }
}
