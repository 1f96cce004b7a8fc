import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import type { ApiDeps } from '../deps';
import { sessionSecret } from './secret';
import { SessionStore } from './session-store';

declare module 'express-session' {
  interface SessionData {
    /** Who signed in, by their id in the directory, which is asked at each request. */
    personId: string;
    /** Epoch milliseconds; the lifetime counts from here. */
    signedInAt: number;
    /** Shown to the provider at signing out, so that it need not ask who that is. */
    idToken: string;
  }
}

/** `__Host-`: browsers take it for this host and over a secure connection alone, and send it nowhere else. */
export const SESSION_COOKIE = '__Host-upstairs';

/**
 * Loads the session of requests that may have one: those of the API with our cookie and no key, and the ways in and
 * out. Nothing is written before somebody has signed in.
 */
export function sessions({ config, database, log }: ApiDeps): RequestHandler {
  const load = session({
    name: SESSION_COOKIE,
    secret: sessionSecret(config),
    store: new SessionStore(database, config.signIn.idleMs, log),
    cookie: { path: '/', httpOnly: true, secure: true, sameSite: 'lax' },
    resave: false,
    saveUninitialized: false,
    rolling: false,
  });
  return (req, res, next) => {
    if (!mayHaveSession(req)) {
      next();
      return;
    }
    countAsSecure(req);
    load(req, res, next);
  };
}

function mayHaveSession({ path, headers }: Request): boolean {
  if (path.startsWith('/auth/')) return path !== '/auth/sign-in';
  if (!path.startsWith('/v1/') || headers.authorization !== undefined) return false;
  return headers.cookie?.includes(`${SESSION_COOKIE}=`) ?? false;
}

/**
 * TLS ends before us, or the browser speaks to this machine, which it counts as secure; either way the cookie is a
 * secure one, and express-session would withhold it from what looks like plain HTTP. Elsewhere the browser drops it.
 */
function countAsSecure(req: Request): void {
  Object.defineProperty(req, 'secure', { value: true, configurable: true });
}
