import { z } from 'zod';
import { hint } from '../../../domain/field-hint';
import { moment } from '../../../domain/text.schema';
import { requireDepartures, leave } from '../directory/leaving';
import { personOfPath } from '../directory/person-of-path';
import { endpoint, ok, type AnyEndpoint } from '../http/endpoint';
import { requirePermission } from '../http/require';
import { departureSchema } from '../views/absence.schema';

const leaveSchema = z.strictObject({
  leftAt: moment
    .optional()
    .meta(hint({ title: 'Since', description: 'Not before a year ago, nor more than a year ahead', input: 'moment' })),
});

/** `POST /v1/people/{id}/leave`. */
export const departureEndpoint: AnyEndpoint = endpoint({
  id: 'leaveCompany',
  method: 'post',
  path: '/v1/people/{id}/leave',
  tag: 'Directory',
  summary: 'Say that somebody leaves the company (admin)',
  description:
    'Their keys and sessions end with it, for good. What they hold in escalations passes to the first person above them who is here, each thing with a notice, without a chain being waited for. `POST /v1/people` with `leftAt: null` takes them back, to a new key.',
  params: { id: 'The id of a person' },
  body: leaveSchema,
  answers: { 200: { description: 'What they hand on.', schema: departureSchema } },
  problems: ['not-found', 'not-allowed', 'invalid-content', 'not-now'],
  idempotent: true,
  handle: async ({ deps, params, body, caller }) => {
    requirePermission(caller, 'keep-directory');
    const person = await personOfPath(deps, params.id ?? '', caller.person);
    const leftAt = body.leftAt === undefined ? Date.now() : Date.parse(body.leftAt);
    requireDepartures(caller.person, [{ id: person.id, leftAt, pointer: '#/leftAt' }]);
    return ok(await leave(deps, person, leftAt));
  },
});
