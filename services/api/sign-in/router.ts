import { Router, type Request, type Response } from 'express';
import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client';
import type { Person } from '../../../domain/people';
import type { ApiDeps } from '../deps';
import { asUnavailable } from '../problems/unavailable';
import { Attempts, type Attempt } from './attempt';
import { reasonOf, SignInFailure } from './failure';
import { failurePage } from './failure-page';
import { isSecureOrigin, ownOrigin, refuseForeign } from './own-origin';
import { personOfClaims } from './person-of-claims';
import { Provider } from './provider';
import { returnPath } from './return-path';
import { sessionSecret } from './secret';
import { SESSION_COOKIE } from './sessions';

/** The largest token that a session keeps to sign out with. */
const LONGEST_TOKEN = 8_000;

/** The ways in and out for browsers: `/auth/sign-in`, `/auth/callback`, `/auth/sign-out`. */
export function signInRouter(deps: ApiDeps): Router {
  const attempts = new Attempts(sessionSecret(deps.config));
  const router = Router();
  router.get('/auth/sign-in', async (req, res) => {
    const back = returnPath(req.query.return);
    await orFailurePage(deps, res, back, () => leave(deps, attempts, { req, res, back }));
  });
  router.get('/auth/callback', async (req, res) => {
    const attempt = attempts.finish(req, res, req.query.state);
    await orFailurePage(deps, res, attempt?.back ?? '/', () => arrive(deps, attempt, req, res));
  });
  router.post('/auth/sign-out', async (req, res) => {
    refuseForeign(deps.config.publicUrl, req);
    res.set('Cache-Control', 'no-store').json({ redirectTo: await signOut(deps, req, res) });
  });
  return router;
}

interface Leaving {
  req: Request;
  res: Response;
  back: string;
}

async function leave({ config }: ApiDeps, attempts: Attempts, { req, res, back }: Leaving): Promise<void> {
  const { provider } = config.signIn;
  if (!provider) throw new SignInFailure('not-configured', 'UPSTAIRS_OIDC_ISSUER is not set');
  const origin = ownOrigin(config.publicUrl, req);
  if (!isSecureOrigin(origin)) throw new SignInFailure('insecure', `${origin} is neither https nor this machine`);
  const attempt: Attempt = {
    state: randomState(),
    nonce: randomNonce(),
    verifier: randomPKCECodeVerifier(),
    back,
    startedAt: Date.now(),
  };
  const url = await new Provider(provider).authorizationUrl(attempt, origin, req.query.as === 'another');
  attempts.begin(req, res, attempt);
  res.set('Cache-Control', 'no-store').redirect(302, url);
}

async function arrive(deps: ApiDeps, attempt: Attempt | null, req: Request, res: Response): Promise<void> {
  const { config, database, log } = deps;
  const { provider } = config.signIn;
  if (!provider) throw new SignInFailure('not-configured', 'UPSTAIRS_OIDC_ISSUER is not set');
  if (!attempt) throw new SignInFailure('lost', 'this browser has no attempt with that state');
  const callbackUrl = new URL(req.originalUrl, ownOrigin(config.publicUrl, req));
  const { claims, idToken } = await new Provider(provider).vouchedFor(attempt, callbackUrl);
  const person = await personOfClaims(database, provider, claims);
  await beginSession(req, person, idToken);
  log.info({ personId: person.id }, 'signed in');
  res.set('Cache-Control', 'no-store').redirect(303, attempt.back);
}

/** Under a new id: one that somebody knew, or planted, before is worth nothing. */
async function beginSession(req: Request, person: Person, idToken: string | null): Promise<void> {
  await settled((done) => req.session.regenerate(done));
  req.session.personId = person.id;
  req.session.signedInAt = Date.now();
  if (idToken !== null && idToken.length <= LONGEST_TOKEN) req.session.idToken = idToken;
  await settled((done) => req.session.save(done));
}

async function signOut({ config, log }: ApiDeps, req: Request, res: Response): Promise<string> {
  const { personId, idToken } = req.session;
  await settled((done) => req.session.destroy(done));
  res.clearCookie(SESSION_COOKIE, { path: '/', httpOnly: true, secure: true, sameSite: 'lax' });
  const { provider } = config.signIn;
  if (!personId || !provider) return '/';
  log.info({ personId }, 'signed out');
  return (await new Provider(provider).signOutUrl(ownOrigin(config.publicUrl, req), idToken ?? null)) ?? '/';
}

async function orFailurePage({ log }: ApiDeps, res: Response, back: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const failure = asFailure(error);
    if (!failure) throw error;
    log.warn({ kind: failure.kind, reason: failure.reason }, 'a sign-in came to nothing');
    const { status, html } = failurePage(failure.kind, back);
    res.status(status).set('Cache-Control', 'no-store').type('html').send(html);
  }
}

function asFailure(error: unknown): SignInFailure | null {
  if (error instanceof SignInFailure) return error;
  return asUnavailable(error) ? new SignInFailure('memory-down', reasonOf(error)) : null;
}

/** Sessions speak in callbacks. */
function settled(work: (done: (error?: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    work((error) => (error ? reject(error instanceof Error ? error : new Error('the session failed')) : resolve()));
  });
}
