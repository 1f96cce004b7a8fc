import { z } from 'zod';
import { actionsFor } from '../../../domain/escalation/actions';
import { explainClocks } from '../../../domain/escalation/explain';
import { asActor } from '../../../domain/people';
import { ownNow } from '../../shared/own-now';
import { requireEscalation } from '../escalations';
import { endpoint, ok, type AnyEndpoint } from '../http/endpoint';
import { problemType } from '../problems/catalogue';
import { durationView, momentView, orNull } from '../views/common.schema';
import { jsonView } from '../views/json-view';
import { iso } from '../views/moments';

const explanationSchema = z
  .object({
    id: z.uuid(),
    ref: z.string(),
    now: momentView.describe("The escalation's own now"),
    clocks: z.array(
      z.object({
        id: z.string(),
        what: z.string().describe('What it watches, in words'),
        state: z.string(),
        anchor: z.object({ because: z.string(), at: momentView }),
        budget: durationView,
        policyLine: z.string().describe('Where the budget stands'),
        dueAt: momentView,
        metAt: momentView.nullable(),
        breachedAt: momentView.nullable(),
        responsible: orNull(z.object({ id: z.string(), name: z.string(), because: z.string() })),
        chain: z
          .array(z.object({ id: z.string(), name: z.string(), title: z.string() }))
          .describe('From the bottom up'),
        next: orNull(z.object({ what: z.string(), at: momentView, to: z.array(z.string()), because: z.string() })),
      }),
    ),
    actions: z
      .array(
        z.object({
          name: z.string(),
          kind: z.enum(['step', 'command']),
          possible: z.boolean(),
          refusal: orNull(z.object({ type: z.string(), status: z.int(), detail: z.string() })),
        }),
      )
      .describe('What you may do now, and why not the rest'),
  })
  .meta({ id: 'Explanation' });

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
    const actions = actionsFor(state, asActor(person)).map(({ name, kind, refusal }) => ({
      ...{ name, kind, possible: refusal === null },
      refusal: refusal && { type: problemType(refusal.type), status: refusal.status, detail: refusal.detail },
    }));
    const now = iso(ownNow(state.lastAt, lastRecordedAt));
    return ok({ id: state.id, ref: state.ref, now, clocks: explainClocks(state).map(clockJson), actions });
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
