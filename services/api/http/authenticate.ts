import type { Request } from 'express';
import { findPersonByKey } from '../../shared/store/keys';
import { findPerson } from '../../shared/store/people';
import type { Person } from '../../../domain/people';
import type { ApiDeps } from '../deps';
import { Problem } from '../problems/problem';
import { refuseForeign } from '../sign-in/own-origin';
import { signedIn } from '../sign-in/signed-in';
import type { Caller } from './endpoint';

const BEARER = /^Bearer +([\x21-\x7e]{1,500})$/i;

/**
 * Who sends this request: by the key that it carries, else by the session of its cookie, which counts for changes only
 * where a page of ours asks for them. The directory is asked each time, so what changes there holds at once.
 * @throws Problem `unauthenticated`, `cross-origin`
 */
export async function authenticate(deps: ApiDeps, req: Request): Promise<Caller> {
  const { authorization } = req.headers;
  return authorization === undefined ? bySession(deps, req) : byKey(deps, authorization);
}

async function byKey({ database }: ApiDeps, authorization: string): Promise<Caller> {
  const key = BEARER.exec(authorization)?.[1];
  if (!key) throw unauthenticated('This needs `Authorization: Bearer KEY`.', '');
  const found = await findPersonByKey(database, key);
  if (!found) throw unauthenticated('The key is not known, or was revoked.', ', error="invalid_token"');
  refuseLeaver(found.person);
  return { person: found.person, expiresAt: null };
}

async function bySession({ config, database }: ApiDeps, req: Request): Promise<Caller> {
  const session = await signedIn(req, config.signIn);
  if (!session) throw unauthenticated('This needs `Authorization: Bearer KEY`, or somebody who is signed in.', '');
  refuseForeign(config.publicUrl, req);
  const person = await findPerson(database, session.personId);
  if (!person) throw unauthenticated('Whoever signed in is no longer in the directory.', '');
  refuseLeaver(person);
  return { person, expiresAt: session.expiresAt };
}

/** Whoever has left the company opens nothing any more, by whatever they still have. */
function refuseLeaver({ name, leftAt }: Person): void {
  if (leftAt !== undefined && leftAt <= Date.now()) throw unauthenticated(`${name} has left the company.`, '');
}

function unauthenticated(detail: string, challenge: string): Problem {
  return new Problem('unauthenticated', detail, {
    headers: { 'WWW-Authenticate': `Bearer realm="upstairs"${challenge}` },
  });
}
