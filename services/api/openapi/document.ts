import { OpenApiGeneratorV31, OpenAPIRegistry, type RouteConfig } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import type { AnyEndpoint, DocumentedAnswer } from '../http/endpoint';
import { PROBLEMS, problemType, type ProblemSlug } from '../problems/catalogue';
import { SESSION_COOKIE } from '../sign-in/sessions';
import { problemSchema } from '../views/problem.schema';
import { DESCRIPTION, TAGS } from './introduction';

const BEARER = 'bearerKey';
const COOKIE = 'session';

/** The problems that any request with a key may meet. */
const EVERYWHERE: readonly ProblemSlug[] = ['invalid-request', 'unauthenticated', 'internal-error', 'unavailable'];

/** The problems that any request with a body may meet. */
const WITH_BODY: readonly ProblemSlug[] = [
  'invalid-json',
  'too-large',
  'unsupported-media-type',
  'malformed',
  'unknown-value',
];

const WITH_RETRY: readonly ProblemSlug[] = [
  'idempotency-key-invalid',
  'idempotency-key-reused',
  'idempotency-in-flight',
];

/** The OpenAPI 3.1 document of these endpoints. */
export function openApiDocument(endpoints: readonly AnyEndpoint[], publicUrl: string): object {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', BEARER, {
    type: 'http',
    scheme: 'bearer',
    description: 'A key of a person; `npm start` writes those of the demo people to `demo-keys.json`.',
  });
  registry.registerComponent('securitySchemes', COOKIE, {
    type: 'apiKey',
    in: 'cookie',
    name: SESSION_COOKIE,
    description: 'Somebody who signed in with a browser. Changes are taken from pages of the same origin alone.',
  });
  for (const endpoint of endpoints.filter(({ hidden }) => !hidden)) registry.registerPath(pathOf(endpoint));
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: 'Upstairs', version: '1', description: DESCRIPTION, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: publicUrl }],
    tags: [...TAGS],
  });
}

/** Everything that an endpoint may refuse with. */
function problemsOf(endpoint: AnyEndpoint): ProblemSlug[] {
  return [
    ...new Set([
      ...endpoint.problems,
      ...(endpoint.public ? (['invalid-request', 'internal-error'] as const) : EVERYWHERE),
      ...(endpoint.public || endpoint.method === 'get' ? [] : (['cross-origin'] as const)),
      ...(endpoint.query ? (['invalid-query'] as const) : []),
      ...(endpoint.body ? WITH_BODY : []),
      ...(endpoint.idempotent ? WITH_RETRY : []),
    ]),
  ];
}

function pathOf(endpoint: AnyEndpoint): RouteConfig {
  return {
    method: endpoint.method,
    path: endpoint.path,
    operationId: endpoint.id,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    description: endpoint.description,
    security: endpoint.public ? [] : [{ [BEARER]: [] }, { [COOKIE]: [] }],
    request: requestOf(endpoint),
    responses: { ...answersOf(endpoint), ...refusalsOf(endpoint) },
  };
}

function requestOf(endpoint: AnyEndpoint): RouteConfig['request'] {
  const params = paramsOf(endpoint);
  const headers = headersOf(endpoint);
  return {
    ...(params && { params }),
    ...(headers && { headers }),
    ...(endpoint.query && { query: endpoint.query as z.ZodObject }),
    ...(endpoint.body && { body: { required: true, content: { 'application/json': { schema: endpoint.body } } } }),
  };
}

function paramsOf({ path, params = {} }: AnyEndpoint): z.ZodObject | null {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
  if (names.length === 0) return null;
  return z.object(Object.fromEntries(names.map((name) => [name, z.string().describe(params[name] ?? name)])));
}

function headersOf({ idempotent, id }: AnyEndpoint): z.ZodObject | null {
  if (idempotent) {
    return z.object({
      'Idempotency-Key': z
        .string()
        .max(255)
        .optional()
        .describe('A repetition with the same key and body gets the first answer, for 24 hours at least'),
    });
  }
  if (id === 'stream') {
    return z.object({ 'Last-Event-ID': z.string().optional().describe('Go on after this event; absent: from now on') });
  }
  return null;
}

function answersOf({ answers }: AnyEndpoint): RouteConfig['responses'] {
  return Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, responseOf(answer)]));
}

function responseOf(answer: DocumentedAnswer): RouteConfig['responses'][string] {
  const headers = Object.entries(answer.headers ?? {}).map(
    ([name, text]) => [name, z.string().describe(text)] as const,
  );
  const content = Object.fromEntries(
    [...(answer.contents ?? []), ...(answer.schema ? [{ type: 'application/json', schema: answer.schema }] : [])].map(
      ({ type, schema }) => [type, { schema: schema ?? z.string() }],
    ),
  );
  return {
    description: answer.description,
    ...(headers.length > 0 && { headers: z.object(Object.fromEntries(headers)) }),
    ...(Object.keys(content).length > 0 && { content }),
  };
}

/** Problems by status, each named with its `type` so that a client can be written against them. */
function refusalsOf(endpoint: AnyEndpoint): RouteConfig['responses'] {
  const byStatus = new Map<number, ProblemSlug[]>();
  for (const slug of problemsOf(endpoint)) {
    const { status } = PROBLEMS[slug];
    byStatus.set(status, [...(byStatus.get(status) ?? []), slug]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, slugs]) => [
      String(status),
      {
        description: slugs.map((slug) => `\`${problemType(slug)}\`: ${PROBLEMS[slug].title}.`).join('\n\n'),
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    ]),
  );
}
