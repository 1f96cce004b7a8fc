import { actionsFor } from '../../../domain/escalation/actions';
import { explainClocks } from '../../../domain/escalation/explain';
import { explainStanding } from '../../../domain/escalation/explain-terms';
import { asActor } from '../../../domain/people';
import { ownNow } from '../../shared/own-now';
import { requireEscalation } from '../escalations';
import { endpoint, ok, type AnyEndpoint } from '../http/endpoint';
import { problemType } from '../problems/catalogue';
import { explanationSchema } from '../views/explanation.schema';
import { jsonView } from '../views/json-view';
import { iso } from '../views/moments';

/** Why everything stands where it does. */
export const explainEndpoint: AnyEndpoint = endpoint({
  id: 'explain',
  method: 'get',
  path: '/v1/escalations/{id}/explain',
  tag: 'Escalations',
  summary: 'Why each clock stands where it does, and why an action is refused',
  params: { id: 'Its id or its ref' },
  answers: { 200: { description: 'The reasons.', schema: explanationSchema } },
  problems: ['not-found'],
  handle: async ({ deps, params, caller: { person } }) => {
    const { state, lastRecordedAt } = await requireEscalation(deps, params.id ?? '', person);
    const at = ownNow(state.lastAt, lastRecordedAt);
    const actions = actionsFor(state, asActor(person), at).map(({ name, kind, refusal }) => ({
      ...{ name, kind, possible: refusal === null },
      refusal: refusal && { type: problemType(refusal.type), status: refusal.status, detail: refusal.detail },
    }));
    const clocks = explainClocks(state, at).map(clockJson);
    const standing = explainStanding(state, at);
    return ok({ id: state.id, ref: state.ref, now: iso(at), standing, clocks, actions });
  },
});

/** Its moments are called `at` where something else says of what. */
function clockJson(clock: ReturnType<typeof explainClocks>[number]): unknown {
  const { anchor, next, ...rest } = clock;
  return {
    ...(jsonView(rest) as Record<string, unknown>),
    anchor: { ...anchor, at: iso(anchor.at) },
    next: next && { ...next, at: iso(next.at) },
  };
}
