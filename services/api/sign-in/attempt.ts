import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { CookieOptions, Request, Response } from 'express';
import { z } from 'zod';

const attemptSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  /** Of PKCE. */
  verifier: z.string(),
  /** The path to go back to. */
  back: z.string(),
  startedAt: z.number(),
});

/** Somebody on their way to the provider and back. */
export type Attempt = z.infer<typeof attemptSchema>;

const PREFIX = '__Host-upstairs-attempt-';
const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const LASTS_MS = 10 * 60 * 1_000;
/** Tabs that sign in at once; each cookie may have 3 KB, and all headers together 16. */
const SIDE_BY_SIDE = 3;
const OPTIONS: CookieOptions = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' };

/**
 * Keeps the attempts to sign in, encrypted, in the browser that makes them: whoever only looks at the provider's page
 * leaves nothing with us.
 */
export class Attempts {
  private readonly key: Uint8Array;

  constructor(secret: string) {
    this.key = new Uint8Array(hkdfSync('sha256', secret, '', 'upstairs sign-in attempt', 32));
  }

  /** Gives the browser an attempt to keep; the oldest of too many are given up. */
  begin(req: Request, res: Response, attempt: Attempt): void {
    const others = [...cookiesOf(req).keys()].filter((name) => name.startsWith(PREFIX));
    for (const name of others.slice(0, Math.max(0, others.length + 1 - SIDE_BY_SIDE))) res.clearCookie(name, OPTIONS);
    const name = nameOf(attempt.state);
    res.cookie(name, this.seal(name, attempt), { ...OPTIONS, maxAge: LASTS_MS });
  }

  /** The attempt with this state, which then is used up; null where this browser has none that still holds. */
  finish(req: Request, res: Response, state: unknown): Attempt | null {
    if (typeof state !== 'string' || !/^[\w-]{16,200}$/.test(state)) return null;
    const name = nameOf(state);
    const sealed = cookiesOf(req).get(name);
    if (sealed === undefined) return null;
    res.clearCookie(name, OPTIONS);
    const attempt = this.open(name, sealed);
    return attempt?.state === state && Date.now() < attempt.startedAt + LASTS_MS ? attempt : null;
  }

  private seal(name: string, attempt: Attempt): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.key, iv).setAAD(Buffer.from(name));
    const text = Buffer.concat([cipher.update(JSON.stringify(attempt), 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
  }

  private open(name: string, sealed: string): Attempt | null {
    const bytes = Buffer.from(sealed, 'base64url');
    try {
      const decipher = createDecipheriv(CIPHER, this.key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(name)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      const text = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
      return attemptSchema.parse(JSON.parse(text.toString('utf8')));
    } catch {
      // Forged, or sealed with another secret.
      return null;
    }
  }
}

function nameOf(state: string): string {
  return `${PREFIX}${state.slice(0, 16)}`;
}

/** In the order in which the browser sends them: the oldest first. */
function cookiesOf({ headers }: Request): Map<string, string> {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('=', 2));
  return new Map(pairs.map(([name = '', value = '']) => [name, value]));
}
