import { z } from 'zod';
import { hint } from '../../../domain/field-hint';
import { moment } from '../../../domain/text.schema';
import { leave } from '../directory/leaving';
import { personOfPath } from '../directory/person-of-path';
import { endpoint, ok, type AnyEndpoint } from '../http/endpoint';
import { requirePermission } from '../http/require';
import { Problem } from '../problems/problem';
import { departureSchema } from '../views/absence.schema';

const YEAR_MS = 366 * 24 * 60 * 60 * 1_000;

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
    'Their keys and sessions end with it. What they hold in escalations passes to the first person above them who is here, each thing with a notice, without a chain being waited for. `POST /v1/people` with `leftAt: null` takes them back.',
  params: { id: 'The id of a person' },
  body: leaveSchema,
  answers: { 200: { description: 'What they hand on.', schema: departureSchema } },
  problems: ['not-found', 'not-allowed', 'invalid-content', 'not-now'],
  idempotent: true,
  handle: async ({ deps, params, body, caller }) => {
    requirePermission(caller, 'keep-directory');
    const person = await personOfPath(deps, params.id ?? '', caller.person);
    if (person.id === caller.person.id) throw new Problem('not-now', 'Another admin says that you leave.');
    const now = Date.now();
    const leftAt = body.leftAt === undefined ? now : Date.parse(body.leftAt);
    if (Math.abs(leftAt - now) > YEAR_MS) {
      const errors = [{ pointer: '#/leftAt', detail: 'more than a year away' }];
      throw new Problem('invalid-content', 'Somebody leaves within a year.', { errors });
    }
    return ok(await leave(deps, person, leftAt));
  },
});
