import { createHash } from 'node:crypto';
import helmet from 'helmet';
import type { RequestHandler } from 'express';
import { PAGE_STYLE } from './page-style';

const PAGE_STYLE_HASH = createHash('sha256').update(PAGE_STYLE).digest('base64');

/**
 * Everything that a page of ours loads is our own. Inline styles apply with this nonce only; without one, only that of
 * our small pages does.
 */
export function contentSecurityPolicy(nonce: string | null): string {
  return policy(`'self' ${nonce ? `'nonce-${nonce}'` : `'sha256-${PAGE_STYLE_HASH}'`}`);
}

/** The API reference styles itself inline; it shows no data. */
export const REFERENCE_POLICY = policy("'self' 'unsafe-inline'");

/** Security headers. What insists on https does so only where people reach us by it: on a laptop there is only http. */
export function securityHeaders(publicUrl: string): RequestHandler[] {
  return [
    (_req, res, next) => {
      res.set('Content-Security-Policy', contentSecurityPolicy(null));
      next();
    },
    helmet({ contentSecurityPolicy: false, strictTransportSecurity: publicUrl.startsWith('https:') }),
  ];
}

function policy(styles: string): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src ${styles}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
