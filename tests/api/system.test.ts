import { readFileSync } from 'node:fs';
import net from 'node:net';
import supertest from 'supertest';
import { commandSchemas } from '../../domain/commands/schemas';
import { stepSchemas } from '../../domain/steps/schemas';
import { PROBLEMS } from '../../services/api/problems/catalogue';
import type { World } from '../support/world';
import { createWorld } from '../support/world';
import { readEvents } from './event-reader';
import { complaint, slugOf } from './stories';
import { keyOf, validatedApi, type ValidatedApi } from './validated-request';

let world: World;
let api: ValidatedApi;

beforeAll(async () => {
  world = await createWorld({ services: ['api', 'worker', 'notifier'], env: { LOG_LEVEL: 'info' } });
  api = await validatedApi(world);
});

afterAll(() => world.close());

describe('the OpenAPI document', () => {
  it('is 3.1, and every schema in it compiles', () => {
    expect(api.check.document.openapi).toBe('3.1.0');
    expect(api.check.compileAll()).toBeGreaterThan(100);
  });

  it('has an operation of its own for every step and command, with its body', () => {
    const { paths } = api.check.document;
    const wanted = [
      ...Object.keys(stepSchemas).map((name) => `/v1/escalations/{id}/steps/${name}`),
      ...Object.keys(commandSchemas).map((name) => `/v1/escalations/{id}/commands/${name}`),
    ];
    expect(wanted.filter((path) => !paths[path]?.post?.requestBody)).toEqual([]);
    const ids = Object.values(paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('names the problems, and each is explained at its own address', async () => {
    const document = JSON.stringify(api.check.document);
    const elsewhere = ['method-not-allowed', 'unknown-command'];
    const missing = Object.keys(PROBLEMS).filter(
      (slug) => !document.includes(`/problems/${slug}\``) && !elsewhere.includes(slug),
    );
    expect(missing).toEqual([]);
    for (const slug of Object.keys(PROBLEMS)) {
      expect((await api.as(null).get<string>(`/problems/${slug}`)).text).toContain(slug);
    }
    expect((await api.as(null).get('/problems/constructor')).status).toBe(404);
  });
});

describe('the pages for people', () => {
  it('load nothing from elsewhere', async () => {
    for (const path of ['/', '/escalations/UP-1', '/problems', '/docs/']) {
      const page = await supertest(world.apiUrl).get(path).set('Accept', 'text/html').expect(200);
      expect(page.headers['content-type']).toContain('text/html');
      expect(page.headers['content-security-policy']).toContain("default-src 'self'");
      expect(page.headers['content-security-policy']).toContain("script-src 'self';");
      expect(page.text).not.toMatch(/(src|href)=["'](https?:)?\/\//);
      expect(page.text.replaceAll(/<script [^>]*src=[^>]*>/g, '')).not.toContain('<script');
      if (path !== '/docs/') expect(page.headers['content-security-policy']).not.toContain('unsafe-inline');
    }
    for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js', 'swagger-ui-init.js']) {
      await supertest(world.apiUrl).get(`/docs/${file}`).expect(200);
    }
  });
});

describe('the console', () => {
  it('has a fresh nonce in every page, and files that stay for good or are asked for again', async () => {
    const page = () => supertest(world.apiUrl).get('/board').set('Accept', 'text/html').expect(200);
    const [one, two] = [await page(), await page()];
    const nonceOf = ({ headers }: { headers: Record<string, string> }) =>
      /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '')?.[1];
    expect(nonceOf(one)).toBeDefined();
    expect(nonceOf(one)).not.toBe(nonceOf(two));
    expect(one.text).toContain(`nonce="${nonceOf(one)}"`);
    expect(one.text).not.toContain('__CSP_NONCE__');
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(one.text)?.[1] ?? '';
    const file = await supertest(world.apiUrl).get(script).set('Accept-Encoding', 'gzip').expect(200);
    expect(file.headers).toMatchObject({
      'content-encoding': 'gzip',
      'cache-control': expect.stringContaining('immutable'),
    });
    expect((await supertest(world.apiUrl).get('/theme.js').expect(200)).headers['cache-control']).toBe('no-cache');
  });

  it('leaves what is not a page to the API: JSON where JSON is asked for, a problem under /v1', async () => {
    for (const path of ['/nowhere', '/v1/nowhere', '/assets/nothing.js']) {
      const answer = await supertest(world.apiUrl)
        .get(path)
        .set('Accept', path === '/nowhere' ? 'application/json' : 'text/html');
      expect([path, answer.status, answer.headers['content-type']]).toEqual([
        path,
        404,
        expect.stringContaining('problem+json'),
      ]);
    }
  });
});

describe('health', () => {
  it('is alive, and ready with the state of each dependency', async () => {
    expect((await api.as(null).get('/healthz')).status).toBe(200);
    const ready = await api
      .as(null)
      .get<{ status: string; dependencies: Record<string, { state: string }> }>('/readyz');
    expect([ready.status, ready.body.status]).toEqual([200, 'ready']);
    expect(Object.keys(ready.body.dependencies)).toEqual(['postgres', 'temporal', 'worker', 'notifier']);
  });
});

describe('what is said of a request', () => {
  it('carries its id, given or made, and never one that could forge a log', async () => {
    const given = await api.as(null).get('/v1/me', { 'x-request-id': 'abc-1' });
    expect([given.headers['x-request-id'], (given.body as { requestId?: string }).requestId]).toEqual([
      'abc-1',
      'abc-1',
    ]);
    const made = await api.as(null).get('/v1/me', { 'x-request-id': 'a b{"level":60}' });
    expect(made.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('logs neither keys nor what people wrote', async () => {
    await api
      .as('agent-tomasz')
      .post('/v1/escalations', complaint({ narrative: 'a very secret narrative' }), { cookie: 'session=verysecret' });
    await new Promise((resolve) => setTimeout(resolve, 200));
    const log = readFileSync(world.service('api').logFile, 'utf8');
    expect(log).toContain('/v1/escalations');
    expect(log).not.toContain(keyOf(world, 'agent-tomasz'));
    expect(log).not.toMatch(/very ?secret/);
  });
});

describe('requests that are no good', () => {
  it('answers for a path that cannot be decoded', async () => {
    const answer = await api.as('manager-ines').get('/v1/escalations/%E0%A4%A');
    expect([answer.status, slugOf(answer)]).toEqual([400, 'invalid-request']);
  });

  it('refuses characters that nothing can store, wherever they hide', async () => {
    const person = {
      id: 'x',
      name: 'half \ud800',
      title: 't',
      email: 'x@upstairs.example',
      roles: ['owner'],
      function: 'f',
    };
    const cursor = (value: string) => Buffer.from(value).toString('base64url');
    const answers = [
      await api.as('admin-pavel').post('/v1/people', { people: [person] }),
      await api.as('manager-ines').get(`/v1/accounts?cursor=${cursor('a\0b')}`),
      await api.as('manager-ines').get(`/v1/escalations?cursor=${cursor('["-raisedAt",1,"\\u0000"]')}`),
      await api.as('manager-ines').post('/v1/me/inbox/%00/read'),
    ];
    expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
  });

  it('survives bytes that are no HTTP', async () => {
    const { port } = new URL(world.apiUrl);
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = net.connect(Number(port), '127.0.0.1', () => socket.write('\0\x01 nonsense\r\n\r\n'));
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.once('close', () => resolve(text));
      socket.once('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
    expect(answer).toContain('application/problem+json');
    const overflowing = await api.as('manager-ines').get('/v1/unknown', { 'x-large': 'x'.repeat(20_000) });
    expect([overflowing.status, slugOf(overflowing)]).toEqual([431, 'invalid-request']);
    expect((await api.as(null).get('/healthz')).status).toBe(200);
  });
});

describe('stopping', () => {
  it('answers what is in flight, ends streams, and ends in order', async () => {
    const alone = await createWorld({ services: ['api', 'worker', 'notifier'], env: { LOG_LEVEL: 'info' } });
    try {
      const there = await validatedApi(alone);
      const reader = await readEvents(alone, 'manager-ines');
      await reader.until(({ lastId }) => lastId !== null);
      const { process: service, logFile } = alone.service('api');
      const inFlight = Array.from({ length: 10 }, () => there.as('agent-tomasz').post('/v1/escalations', complaint()));
      await new Promise((resolve) => setTimeout(resolve, 30));
      const stopped = service.stop();
      const answers = await Promise.allSettled(inFlight);
      await Promise.all([reader.ended, stopped]);
      // Whoever came too late was not taken at all.
      const taken = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value.status] : []));
      expect(taken.length).toBeGreaterThan(0);
      expect(new Set(taken)).toEqual(new Set([201]));
      expect(readFileSync(logFile, 'utf8')).toMatch(/"msg":"stopped"\}\s*$/);
    } finally {
      await alone.close();
    }
  });
});
