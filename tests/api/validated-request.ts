import supertest from 'supertest';
import type { EscalationView } from '../../services/api/views/escalation.schema';
import type { World } from '../support/world';
import { OpenApiCheck, type OpenApiDocument } from './openapi-check';

type Method = 'get' | 'post' | 'put' | 'delete' | 'patch';

/** What goes with a request besides its method and path. */
export interface Sent {
  body?: unknown;
  /** Sent as it is, instead of a body. */
  raw?: string;
  headers?: Readonly<Record<string, string>>;
}

/** An answer; most of them are escalations, the caller names the shape where it is another. */
export interface Answered<Body> {
  status: number;
  headers: Readonly<Record<string, string>>;
  text: string;
  body: Body;
}

/** One person's requests; every answer is held to the OpenAPI document. */
export interface AsPerson {
  get<Body = EscalationView>(path: string, headers?: Sent['headers']): Promise<Answered<Body>>;
  post<Body = EscalationView>(path: string, body?: unknown, headers?: Sent['headers']): Promise<Answered<Body>>;
  put<Body = EscalationView>(path: string, body: unknown): Promise<Answered<Body>>;
  send<Body = EscalationView>(method: Method, path: string, sent: Sent): Promise<Answered<Body>>;
}

/** The API of a world, as its people use it. */
export interface ValidatedApi {
  check: OpenApiCheck;
  /** Somebody of the demo by id; null sends no key. */
  as(personId: string | null): AsPerson;
  withKey(key: string): AsPerson;
}

/** Reads the document of a running API and holds every later answer to it. */
export async function validatedApi(world: World): Promise<ValidatedApi> {
  const document = await supertest(world.apiUrl).get('/openapi.json').expect(200);
  const check = new OpenApiCheck(document.body as OpenApiDocument);
  const withKey = (key: string | null): AsPerson => {
    const send = <Body>(method: Method, path: string, sent: Sent) =>
      exchange<Body>({ world, check, key, method, path, sent });
    return {
      send,
      get: (path, headers) => send('get', path, { headers }),
      post: (path, body, headers) => send('post', path, { body, headers }),
      put: (path, body) => send('put', path, { body }),
    };
  };
  return {
    check,
    withKey,
    as: (personId) => withKey(personId === null ? null : keyOf(world, personId)),
  };
}

/** The key of somebody of the demo. */
export function keyOf(world: World, personId: string): string {
  const person = world.people.find(({ id }) => id === personId);
  if (!person) throw new Error(`Nobody in the demo has the id ${personId}.`);
  return person.key;
}

interface Request {
  world: World;
  check: OpenApiCheck;
  key: string | null;
  method: Method;
  path: string;
  sent: Sent;
}

async function exchange<Body>({ world, check, key, method, path, sent }: Request): Promise<Answered<Body>> {
  const request = supertest(world.apiUrl)[method](path);
  if (key !== null) void request.set('Authorization', `Bearer ${key}`);
  if (sent.raw !== undefined) void request.set('Content-Type', 'application/json');
  if (sent.headers) void request.set({ ...sent.headers });
  const payload = sent.raw ?? (sent.body as object | undefined);
  const response = payload === undefined ? await request : await request.send(payload);
  const contentType = String(response.headers['content-type'] ?? '');
  const body = (contentType.includes('json') && response.text ? JSON.parse(response.text) : response.text) as Body;
  check.check({
    ...{ method: method.toUpperCase(), path, sent: sent.body, status: response.status, contentType },
    body,
  });
  expect(response.text).not.toMatch(/\bat \S+ \(.*:\d+:\d+\)|node_modules/);
  return { status: response.status, headers: response.headers, text: response.text, body };
}
