import { randomBytes } from 'node:crypto';
import { Router, type Request, type RequestHandler } from 'express';
import sirv from 'sirv';
import { contentSecurityPolicy } from '../http/security';
import { builtConsole, type BuiltConsole } from './built-console';

/** What is not the console's, though a browser may ask for it as for a page. */
const ELSEWHERE = /^\/(?:v1|auth|docs|problems|openapi\.json|healthz|readyz|assets)(?:[/?]|$)/;
const NONCE_BYTES = 16;

/** The console's files, and its page under every address that is a view of it. */
export function serveConsole(console: BuiltConsole | null = builtConsole()): Router {
  const router = Router();
  if (!console) return router;
  router.use(staticFiles(console.folder));
  router.get(/.*/, (req, res, next) => {
    if (!asksForPage(req)) return next();
    const nonce = randomBytes(NONCE_BYTES).toString('base64');
    res
      .status(200)
      .set({ 'Content-Security-Policy': contentSecurityPolicy(nonce), 'Cache-Control': 'no-store' })
      .type('html')
      .send(console.page(nonce));
  });
  return router;
}

/**
 * Files with a hash in their names never change; the others are asked for again each time. Looked up on each request
 * (`dev`): a build may replace the folder while we run.
 */
function staticFiles(folder: string): RequestHandler {
  const serve = sirv(folder, {
    ...{ dev: true, etag: true, gzip: true, brotli: true, extensions: [] },
    setHeaders: (res, pathname) => {
      const hashed = pathname.startsWith('/assets/');
      res.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  return (req, res, next) => (req.path === '/' || req.path === '/index.html' ? next() : serve(req, res, next));
}

function asksForPage(req: Request): boolean {
  return !ELSEWHERE.test(req.path) && req.accepts(['html', 'json']) === 'html';
}
