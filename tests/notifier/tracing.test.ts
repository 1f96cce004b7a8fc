import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { repository } from '../../infra/local/folders';
import { createWorld } from '../support/world';

interface Span {
  service: string;
  name: string;
  traceId: string;
}

interface ExportRequest {
  resourceSpans: {
    resource: { attributes: { key: string; value: { stringValue?: string } }[] };
    scopeSpans: { spans: { name: string; traceId: string }[] }[];
  }[];
}

/** An OTLP collector that keeps what it is sent. */
async function startCollector() {
  const spans: Span[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      for (const { resource, scopeSpans } of (JSON.parse(body) as ExportRequest).resourceSpans) {
        const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? '';
        for (const { name, traceId } of scopeSpans.flatMap((scope) => scope.spans))
          spans.push({ service, name, traceId });
      }
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { spans, endpoint: `http://127.0.0.1:${port}`, stop: () => server.close() };
}

describe('tracing', () => {
  it('follows a request through the workflow to its activities, in one trace that the caller began', async () => {
    const collector = await startCollector();
    const env = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint };
    const world = await createWorld({ services: ['api', 'worker', 'notifier'], env });
    try {
      const traceId = 'abcdef0123456789abcdef0123456789';
      const agent = world.people.find(({ roles }) => roles.includes('agent'))!;
      const response = await fetch(`${world.apiUrl}/v1/escalations`, {
        method: 'POST',
        headers: {
          ...{ authorization: `Bearer ${agent.key}`, 'content-type': 'application/json' },
          traceparent: `00-${traceId}-0123456789abcdef-01`,
        },
        body: JSON.stringify({ account: { name: 'Northwind' }, summary: 'Charged twice', door: 'api' }),
      });
      expect(response.status).toBe(201);
      const wanted = [
        ['upstairs-api', /^POST \/v1\/escalations/],
        ['upstairs-api', /^StartWorkflow:escalation$/],
        ['upstairs-worker', /^StartActivity:record$/],
        ['upstairs-worker', /^RunActivity:record$/],
      ] as const;
      const seen = () =>
        wanted.filter(([service, name]) =>
          collector.spans.some((span) => span.service === service && name.test(span.name) && span.traceId === traceId),
        );
      const deadline = Date.now() + 20_000;
      while (seen().length < wanted.length && Date.now() < deadline) await new Promise((done) => setTimeout(done, 200));
      expect(seen()).toEqual(wanted);
    } finally {
      await world.close();
      collector.stop();
    }
  });

  it('shares one context storage among all cached workflows, since one each makes memory grow with their square', () => {
    const bundle = readFileSync(path.join(repository, 'dist/workflow-bundle.js'), 'utf8');
    expect(bundle).toMatch(/workflows\/tracing\/context-storage/);
    expect(bundle).not.toMatch(/interceptors-opentelemetry-v2\/lib\/workflow\/context-manager/);
  });
});
