import express, { type Express } from 'express';
import { traceRequests } from '../shared/telemetry';
import type { ApiDeps } from './deps';
import { serveConsole } from './console/serve-console';
import { allEndpoints } from './endpoints';
import { mountEndpoints } from './http/mount';
import { requestLog } from './http/request-log';
import { securityHeaders } from './http/security';
import { openApiDocument } from './openapi/document';
import { errorHandler, unknownRoute } from './problems/error-handler';
import { docsRouter } from './routes/docs';
import { signInRouter } from './sign-in/router';
import { sessions } from './sign-in/sessions';

const BODY_LIMIT = '256kb';
/** A calendar file of 1 MB as JSON. */
const FILE_LIMIT = '2mb';

/** The HTTP application; it listens nowhere by itself, so that tests can call it. */
export function createApp(deps: ApiDeps): Express {
  const endpoints = allEndpoints(deps.config.demo);
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use(traceRequests());
  app.use(requestLog(deps.log));
  app.use(securityHeaders(deps.config.publicUrl));
  app.use(docsRouter(openApiDocument(endpoints, deps.config.publicUrl)));
  app.use(sessions(deps));
  app.use(signInRouter(deps));
  app.use('/v1/duty/feed', express.json({ limit: FILE_LIMIT, type: ['application/json', 'application/*+json'] }));
  app.use('/v1', express.json({ limit: BODY_LIMIT, type: ['application/json', 'application/*+json'] }));
  app.use(mountEndpoints(endpoints, deps));
  app.use(serveConsole());
  app.use(unknownRoute());
  app.use(errorHandler(deps.log));
  return app;
}
