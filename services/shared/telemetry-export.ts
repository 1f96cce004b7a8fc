import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import type { Resource } from '@opentelemetry/resources';
import { BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { SpanProcessor } from '@opentelemetry/sdk-trace-base';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';

/** What sends a process's spans, and what they say of it. */
export interface SpanExport {
  resource: Resource;
  spanProcessor: SpanProcessor;
  shutdown: () => Promise<void>;
}

/** Sends every span of this process to an OTLP collector, in batches; `endpoint` is its base URL. */
export function startExport(endpoint: string, serviceName: string): SpanExport {
  const resource = resourceFromAttributes({ 'service.name': serviceName, 'service.namespace': 'upstairs' });
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` });
  const spanProcessor = new BatchSpanProcessor(exporter);
  const provider = new NodeTracerProvider({ resource, spanProcessors: [spanProcessor] });
  provider.register();
  return { resource, spanProcessor, shutdown: () => provider.shutdown() };
}
