import type { Request } from 'express';
import type { Person } from '../../../domain/people';
import type { ApiDeps } from '../deps';
import { authenticate } from '../http/authenticate';
import { endpoint, ok, type AnyEndpoint } from '../http/endpoint';
import { Problem } from '../problems/problem';
import { sessionSchema, type SessionView } from '../views/session.schema';

/** `GET /v1/session`. */
export const sessionEndpoint: AnyEndpoint = endpoint({
  id: 'getSession',
  method: 'get',
  path: '/v1/session',
  tag: 'Me',
  summary: 'Who is signed in, and where one signs in',
  description: 'Answers everybody; `person` is null for those who have not signed in.',
  answers: { 200: { description: 'The session.', schema: sessionSchema } },
  problems: [],
  public: true,
  handle: async ({ deps, req }) => ok(await sessionView(deps, req)),
});

async function sessionView(deps: ApiDeps, req: Request): Promise<SessionView> {
  const { provider } = deps.config.signIn;
  const caller = await callerOf(deps, req);
  return {
    person: caller && personView(caller.person),
    signInUrl: '/auth/sign-in',
    configured: provider !== null,
    providerName: provider?.name ?? '',
    demo: deps.config.demo,
    expiresAt: caller?.expiresAt ? new Date(caller.expiresAt).toISOString() : null,
  };
}

async function callerOf(deps: ApiDeps, req: Request) {
  try {
    return await authenticate(deps, req);
  } catch (error) {
    if (error instanceof Problem && error.slug === 'unauthenticated') return null;
    throw error;
  }
}

function personView({ id, name, title, roles, function: of, zone }: Person): SessionView['person'] {
  return { id, name, title, roles: [...roles], function: of, timeZone: zone.name };
}
