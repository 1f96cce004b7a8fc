import type { IncomingMessage, ServerResponse } from 'node:http';
import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { emptyResource, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NoopSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { SpanExporter } from '@opentelemetry/sdk-trace-base';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { OpenTelemetryPlugin } from '@temporalio/interceptors-opentelemetry-v2';
import type { BundleOptions } from '@temporalio/worker';
import type { Config } from './config';

/** A process's part in the traces. */
export interface Telemetry {
  /** For a Temporal client or worker; each process gives them to both. */
  plugins: OpenTelemetryPlugin[];
  /** Sends what is not sent yet. */
  shutdown: () => Promise<void>;
}

/**
 * The plugins that shape workflows and their histories, so that a bundle, a replay and every client carry the same
 * ones whether spans go anywhere or not. Starts nothing.
 */
export function workflowPlugins(): OpenTelemetryPlugin[] {
  return [new TracingPlugin({ resource: emptyResource(), spanProcessor: new NoopSpanProcessor() })];
}

/** Joins a process to the traces: spans go out by OTLP where an endpoint is configured, and nowhere else. */
export function startTelemetry({ otlpEndpoint }: Pick<Config, 'otlpEndpoint'>, serviceName: string): Telemetry {
  if (otlpEndpoint === null) return { plugins: workflowPlugins(), shutdown: () => Promise.resolve() };
  const resource = resourceFromAttributes({ 'service.name': serviceName, 'service.namespace': 'upstairs' });
  const spanProcessor = new BatchSpanProcessor(otlpExporter(otlpEndpoint));
  const provider = new NodeTracerProvider({ resource, spanProcessors: [spanProcessor] });
  provider.register();
  return { plugins: [new TracingPlugin({ resource, spanProcessor })], shutdown: () => provider.shutdown() };
}

type Otlp = typeof import('@opentelemetry/exporter-trace-otlp-http');

function otlpExporter(endpoint: string): SpanExporter {
  // Loaded only where spans are sent: it is a hundred modules that a process otherwise need not hold.
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- must stay synchronous, to run before all else
  const { OTLPTraceExporter } = require('@opentelemetry/exporter-trace-otlp-http') as Otlp;
  return new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` });
}

const MERGED = {
  providedExports: true,
  usedExports: true,
  sideEffects: true,
  innerGraph: true,
  concatenateModules: true,
};

/**
 * The interceptors with what keeps a cached workflow small (measured with a trivial one: 1.7 MB as they come and growing
 * with the square of the cache, 0.2 MB so): one context storage for all, spans without the SDK, and modules merged and
 * stripped of what is unused.
 */
class TracingPlugin extends OpenTelemetryPlugin {
  override configureBundler(options: BundleOptions): BundleOptions {
    const configured = super.configureBundler(options);
    const original = require.resolve('@temporalio/interceptors-opentelemetry-v2/lib/workflow/context-manager');
    const contextManager = require.resolve('../../workflows/tracing/context-manager');
    const contextStorage = require.resolve('../../workflows/tracing/context-storage');
    const spans = require.resolve('../../workflows/tracing/spans');
    return {
      ...configured,
      preloadModules: [...(configured.preloadModules ?? []), contextStorage],
      webpackConfigHook: (given) => {
        const config = configured.webpackConfigHook?.(given) ?? given;
        const own = { [original]: contextManager, '@opentelemetry/sdk-trace-base$': spans };
        const alias = { ...(config.resolve?.alias as object), ...own };
        return {
          ...config,
          resolve: { ...config.resolve, alias },
          optimization: { ...config.optimization, ...MERGED },
        };
      },
    };
  }
}

/**
 * Express middleware that makes a request the root of its trace, or goes on with the caller's. The route's pattern
 * names the span, never its path, which holds ids.
 */
export function traceRequests(): (
  request: IncomingMessage & { route?: { path?: unknown } },
  response: ServerResponse,
  next: () => void,
) => void {
  const tracer = trace.getTracer('upstairs');
  return (request, response, next) => {
    const caller = propagation.extract(context.active(), request.headers);
    const method = request.method ?? 'GET';
    const span = tracer.startSpan(method, { kind: SpanKind.SERVER }, caller);
    span.setAttribute('http.request.method', method);
    response.once('close', () => {
      if (typeof request.route?.path === 'string') {
        span.updateName(`${method} ${request.route.path}`).setAttribute('http.route', request.route.path);
      }
      span.setAttribute('http.response.status_code', response.statusCode);
      if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    });
    context.with(trace.setSpan(caller, span), next);
  };
}
