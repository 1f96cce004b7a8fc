import { requireEscalation } from '../escalations';
import { endpoint, ok, type AnyEndpoint } from '../http/endpoint';
import { preview } from '../preview/preview';
import { previewBodySchema, previewSchema } from '../views/preview.schema';

/** What a step or a command would bring about. */
export const previewEndpoint: AnyEndpoint = endpoint({
  id: 'preview',
  method: 'post',
  path: '/v1/escalations/{id}/preview',
  tag: 'Escalations',
  summary: 'What would follow from a step or a command, with every mail to the letter',
  description: 'Nothing is changed or sent. A body that would be refused answers 200 with the problem as `refusal`.',
  params: { id: 'Its id or its ref' },
  body: previewBodySchema,
  answers: { 200: { description: 'What would follow.', schema: previewSchema } },
  problems: ['not-found', 'unknown-command'],
  handle: async ({ deps, params, body, caller: { person } }) =>
    ok(await preview(deps, await requireEscalation(deps, params.id ?? '', person), person, body)),
});
