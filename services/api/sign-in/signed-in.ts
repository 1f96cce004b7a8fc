import type { Request } from 'express';
import type { SessionData } from 'express-session';
import type { SignInConfig } from '../../shared/sign-in-config';

/** A session that holds. */
export interface SignedIn {
  personId: string;
  /** Epoch milliseconds: when it ends if nothing is asked in it meanwhile. */
  expiresAt: number;
}

const asked = new WeakSet<Request>();

/**
 * The session of a request, or null where there is none that holds. Asked again in the same request, as a live stream
 * does, it looks whether the session still stands.
 */
export async function signedIn(req: Request, { idleMs, lifetimeMs }: SignInConfig): Promise<SignedIn | null> {
  const again = asked.has(req);
  asked.add(req);
  const session = again ? await reread(req) : (req.session as Partial<SessionData> | undefined);
  if (!session?.personId || !session.signedInAt) return null;
  const now = Date.now();
  const endsAt = session.signedInAt + lifetimeMs;
  if (now >= endsAt) return null;
  return { personId: session.personId, expiresAt: Math.min(endsAt, now + idleMs) };
}

/** Sessions are loaded for some requests only. */
function reread(req: Request): Promise<Partial<SessionData> | null> {
  const { sessionStore, sessionID } = req as Partial<Pick<Request, 'sessionStore' | 'sessionID'>>;
  if (!sessionStore || !sessionID) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    sessionStore.get(sessionID, (error: unknown, data) => {
      if (error) reject(error instanceof Error ? error : new Error('the session could not be read'));
      else resolve(data ?? null);
    });
  });
}
