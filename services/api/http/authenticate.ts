import type { Request } from 'express';
import { findPersonByKey } from '../../shared/store/keys';
import type { ApiDeps } from '../deps';
import { Problem } from '../problems/problem';
import type { Caller } from './endpoint';

const BEARER = /^Bearer +([\x21-\x7e]{1,500})$/i;

/** Who sends this request, by the key it carries. */
export async function authenticate(deps: ApiDeps, req: Request): Promise<Caller> {
  const key = BEARER.exec(req.headers.authorization ?? '')?.[1];
  if (!key) throw unauthenticated('This needs `Authorization: Bearer KEY`.', '');
  const caller = await findPersonByKey(deps.database, key);
  if (!caller) throw unauthenticated('The key is not known, or was revoked.', ', error="invalid_token"');
  return caller;
}

function unauthenticated(detail: string, challenge: string): Problem {
  return new Problem('unauthenticated', detail, {
    headers: { 'WWW-Authenticate': `Bearer realm="upstairs"${challenge}` },
  });
}
