import { z } from 'zod';
import { identifier, line } from '../../../domain/text.schema';
import { createKey, listKeys, revokeKey, type ApiKey } from '../../shared/store/keys';
import { findPerson } from '../../shared/store/people';
import { endpoint, ok, type AnyEndpoint } from '../http/endpoint';
import { requirePermission } from '../http/require';
import { notFound, Problem } from '../problems/problem';
import { momentView, pageOf } from '../views/common.schema';
import { iso, isoOrNull } from '../views/moments';

const keySchema = z
  .object({
    id: z.string(),
    personId: z.string(),
    label: z.string(),
    createdAt: momentView,
    revokedAt: momentView.nullable(),
  })
  .meta({ id: 'Key' });

const createdSchema = z
  .object({ id: z.string(), personId: z.string(), label: z.string(), key: z.string().describe('Shown this once') })
  .meta({ id: 'CreatedKey' });

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Keys for machines and scripts; only their hashes are kept. */
export const keyEndpoints: readonly AnyEndpoint[] = [
  endpoint({
    id: 'listKeys',
    method: 'get',
    path: '/v1/keys',
    tag: 'Directory',
    summary: 'List keys, the newest first (admin)',
    query: z.strictObject({ personId: identifier.optional() }),
    answers: { 200: { description: 'All of them.', schema: pageOf(keySchema).meta({ id: 'KeyPage' }) } },
    problems: ['not-allowed'],
    handle: async ({ deps, query: { personId }, caller }) => {
      requirePermission(caller, 'keep-keys');
      const keys = await listKeys(deps.database, personId);
      return ok({ items: keys.map(keyView), nextCursor: null });
    },
  }),
  endpoint({
    id: 'createKey',
    method: 'post',
    path: '/v1/keys',
    tag: 'Directory',
    summary: 'Make a key for a person (admin)',
    description:
      'The key is shown this once. An Idempotency-Key has no effect here, since the answer is not kept: a retry makes another key, and the lost one can be revoked.',
    body: z.strictObject({ personId: identifier, label: line(200) }),
    answers: { 201: { description: 'The key.', schema: createdSchema } },
    problems: ['not-allowed', 'unknown-person'],
    handle: async ({ deps, body: { personId, label }, caller }) => {
      requirePermission(caller, 'keep-keys');
      if (!(await findPerson(deps.database, personId))) {
        const errors = [{ pointer: '#/personId', detail: 'unknown person' }];
        throw new Problem('unknown-person', `Nobody in the directory has the id "${personId}".`, { errors });
      }
      const { id, key } = await createKey(deps.database, personId, label);
      deps.log.info({ keyId: id, personId, byId: caller.person.id }, 'a key was made');
      return { status: 201, body: { id, personId, label, key } };
    },
  }),
  endpoint({
    id: 'revokeKey',
    method: 'post',
    path: '/v1/keys/{id}/revoke',
    tag: 'Directory',
    summary: 'Revoke a key for good (admin)',
    params: { id: 'The id of the key, not the key itself' },
    answers: {
      200: { description: 'It no longer holds.', schema: z.object({ id: z.string(), revoked: z.literal(true) }) },
    },
    problems: ['not-allowed', 'not-found'],
    idempotent: true,
    handle: async ({ deps, params: { id = '' }, caller }) => {
      requirePermission(caller, 'keep-keys');
      if (!UUID.test(id) || !(await revokeKey(deps.database, id))) throw notFound('key that still holds');
      deps.log.info({ keyId: id, byId: caller.person.id }, 'a key was revoked');
      return ok({ id, revoked: true });
    },
  }),
];

function keyView({ id, personId, label, createdAt, revokedAt }: ApiKey): z.infer<typeof keySchema> {
  return { id, personId, label, createdAt: iso(createdAt), revokedAt: isoOrNull(revokedAt) };
}
