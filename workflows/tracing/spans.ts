import { context, SpanStatusCode, trace } from '@opentelemetry/api';
import type {
  Attributes,
  AttributeValue,
  Context,
  Exception,
  HrTime,
  Link,
  Span,
  SpanContext,
  SpanOptions,
  SpanStatus,
  TimeInput,
  Tracer,
  TracerProvider,
} from '@opentelemetry/api';

/*
 * The part of OpenTelemetry's tracing SDK that its workflow interceptors use, under the SDK's names: in the bundle this
 * module stands in for it. The SDK itself would be loaded anew for every cached workflow, at 0.1 MB each; what the
 * interceptors write into headers, and so into histories, is the same.
 */

const SAMPLED = 1;

interface IdGenerator {
  generateTraceId(): string;
  generateSpanId(): string;
}

interface Exporter {
  export(spans: readonly Span[], done: () => void): void;
}

/** A moment as OpenTelemetry has it: seconds and nanoseconds. */
function hrTime(ms: number): HrTime {
  const seconds = Math.trunc(ms / 1000);
  return [seconds, Math.round((ms - seconds * 1000) * 1e6)];
}

class WorkflowSpan implements Span {
  readonly kind = 0;
  readonly attributes: Attributes = {};
  readonly links: Link[] = [];
  readonly events: { name: string; time: HrTime; attributes: Attributes; droppedAttributesCount: number }[] = [];
  readonly droppedAttributesCount = 0;
  readonly droppedEventsCount = 0;
  readonly droppedLinksCount = 0;
  readonly startTime: HrTime;
  endTime: HrTime = [0, 0];
  duration: HrTime = [0, 0];
  status: SpanStatus = { code: SpanStatusCode.UNSET };
  ended = false;
  private readonly startedAt = Date.now();

  constructor(
    public name: string,
    private readonly own: SpanContext,
    readonly parentSpanContext: SpanContext | undefined,
    readonly instrumentationScope: { name: string },
    private readonly onEnd: (span: Span) => void,
  ) {
    this.startTime = hrTime(this.startedAt);
  }

  spanContext(): SpanContext {
    return this.own;
  }

  setAttribute(key: string, value: AttributeValue): this {
    this.attributes[key] = value;
    return this;
  }

  setAttributes(attributes: Attributes): this {
    Object.assign(this.attributes, attributes);
    return this;
  }

  addEvent(name: string, attributes: Attributes | TimeInput = {}): this {
    const facts = typeof attributes === 'object' && !Array.isArray(attributes) ? (attributes as Attributes) : {};
    this.events.push({ name, time: hrTime(Date.now()), attributes: facts, droppedAttributesCount: 0 });
    return this;
  }

  addLink(link: Link): this {
    this.links.push(link);
    return this;
  }

  addLinks(links: Link[]): this {
    this.links.push(...links);
    return this;
  }

  setStatus(status: SpanStatus): this {
    if (this.status.code !== SpanStatusCode.OK) this.status = { ...status };
    return this;
  }

  updateName(name: string): this {
    this.name = name;
    return this;
  }

  recordException(exception: Exception): void {
    const { name, message, stack } = typeof exception === 'string' ? new Error(exception) : exception;
    this.addEvent('exception', {
      'exception.type': name,
      'exception.message': message,
      'exception.stacktrace': stack,
    });
  }

  isRecording(): boolean {
    return !this.ended;
  }

  end(): void {
    if (this.ended) return;
    const endedAt = Date.now();
    this.ended = true;
    this.endTime = hrTime(endedAt);
    this.duration = hrTime(endedAt - this.startedAt);
    this.onEnd(this);
  }
}

/** Hands each span on as it ends. */
export class SimpleSpanProcessor {
  constructor(private readonly exporter: Exporter) {}

  onEnd(span: Span): void {
    if (span.spanContext().traceFlags & SAMPLED) this.exporter.export([span], () => undefined);
  }
}

/** Begins spans under the active one, or as roots of traces of their own; a trace that is not sampled is not exported. */
export class BasicTracerProvider implements TracerProvider {
  private readonly ids: IdGenerator;
  private readonly processors: readonly SimpleSpanProcessor[];

  constructor(config: { idGenerator: IdGenerator; spanProcessors: readonly SimpleSpanProcessor[] }) {
    this.ids = config.idGenerator;
    this.processors = config.spanProcessors;
  }

  getTracer(name: string): Tracer {
    return new WorkflowTracer({ name }, this.ids, (span) => {
      for (const processor of this.processors) processor.onEnd(span);
    });
  }
}

class WorkflowTracer implements Tracer {
  constructor(
    private readonly scope: { name: string },
    private readonly ids: IdGenerator,
    private readonly onEnd: (span: Span) => void,
  ) {}

  startSpan(name: string, _options: SpanOptions = {}, within: Context = context.active()): Span {
    const parent = trace.getSpanContext(within);
    const own: SpanContext = {
      traceId: parent?.traceId ?? this.ids.generateTraceId(),
      spanId: this.ids.generateSpanId(),
      traceFlags: parent?.traceFlags ?? SAMPLED,
      ...(parent?.traceState ? { traceState: parent.traceState } : {}),
    };
    return new WorkflowSpan(name, own, parent, this.scope, this.onEnd);
  }

  startActiveSpan<F extends (span: Span) => unknown>(
    name: string,
    ...rest: [F] | [SpanOptions, F] | [SpanOptions, Context, F]
  ): ReturnType<F> {
    const work = rest.at(-1) as F;
    const within = rest.length === 3 ? rest[1] : context.active();
    const span = this.startSpan(name, {}, within);
    const call = work as (span: Span) => ReturnType<F>;
    return context.with(trace.setSpan(within, span), call, undefined, span);
  }
}
