import { Router } from 'express';
import { serve, setup } from 'swagger-ui-express';
import { REFERENCE_POLICY } from '../http/security';

/** The OpenAPI document and the reference for people, whose files are all served from here. */
export function docsRouter(document: object): Router {
  const router = Router();
  router.get('/openapi.json', (_req, res) => {
    res.set('Cache-Control', 'no-cache').json(document);
  });
  router.use('/docs', (_req, res, next) => {
    res.set('Content-Security-Policy', REFERENCE_POLICY);
    next();
  });
  router.use('/docs', serve);
  router.get(
    '/docs',
    setup(undefined, {
      customSiteTitle: 'Upstairs API',
      swaggerOptions: { url: '/openapi.json', validatorUrl: null, docExpansion: 'list' },
    }),
  );
  return router;
}
