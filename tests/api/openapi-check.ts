import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

type Json = Record<string, unknown>;

interface Media {
  schema?: Json;
}

interface Operation {
  operationId: string;
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { content?: Record<string, Media> }>;
}

/** An OpenAPI document as far as checks need it. */
export interface OpenApiDocument {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: Json;
}

/** What was sent and what came back. */
export interface Exchange {
  method: string;
  path: string;
  sent?: unknown;
  status: number;
  contentType: string;
  body: unknown;
}

/** Holds every exchange to the OpenAPI document: a field, a status or a route that is not in it fails the test. */
export class OpenApiCheck {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly compiled = new Map<unknown, ValidateFunction>();

  constructor(readonly document: OpenApiDocument) {
    addFormats(this.ajv);
  }

  /** Throws where the exchange is not as documented. */
  check(exchange: Exchange): void {
    const { method, status, contentType, body, sent } = exchange;
    const what = `${method} ${exchange.path} -> ${status}`;
    const operation = this.operationOf(exchange);
    if (!operation) return this.checkStranger(what, exchange);
    const documented = operation.responses[String(status)];
    if (documented && !documented.content && body === '') return;
    const media = this.mediaOf(operation, status, contentType);
    if (!media) throw new Error(`${what}: ${contentType} is not documented`);
    this.validate(`${what}, answer`, closed(media.schema), body);
    const wanted = operation.requestBody?.content['application/json']?.schema;
    if (status < 300 && wanted && sent !== undefined) this.validate(`${what}, body`, wanted, sent);
  }

  /** Compiles every schema of the document. */
  compileAll(): number {
    let count = 0;
    for (const operation of Object.values(this.document.paths).flatMap((path) => Object.values(path))) {
      const contents = [operation.requestBody, ...Object.values(operation.responses)].map((one) => one?.content ?? {});
      for (const { schema } of contents.flatMap((content) => Object.values(content))) {
        if (schema) this.validatorOf(schema);
        count += 1;
      }
    }
    return count;
  }

  private checkStranger(what: string, { status, body }: Exchange): void {
    if (![404, 405, 431].includes(status)) throw new Error(`${what}: the route is not documented`);
    this.validate(what, { $ref: '#/components/schemas/Problem' }, body);
  }

  private operationOf({ method, path }: Exchange): Operation | undefined {
    const parts = (path.split('?')[0] ?? '').split('/');
    const fits = Object.keys(this.document.paths).filter((template) => {
      const wanted = template.split('/');
      return wanted.length === parts.length && wanted.every((part, i) => part.startsWith('{') || part === parts[i]);
    });
    const [best] = fits.sort((a, b) => a.split('{').length - b.split('{').length);
    return best === undefined ? undefined : this.document.paths[best]?.[method.toLowerCase()];
  }

  private mediaOf({ responses }: Operation, status: number, contentType: string): Media | undefined {
    return responses[String(status)]?.content?.[contentType.split(';')[0] ?? ''];
  }

  private validate(what: string, schema: Json | undefined, value: unknown): void {
    if (!schema) return;
    const validate = this.validatorOf(schema);
    if (!validate(value)) throw new Error(`${what}: ${this.ajv.errorsText(validate.errors, { separator: '\n' })}`);
  }

  private validatorOf(schema: Json): ValidateFunction {
    const key = JSON.stringify(schema);
    const known = this.compiled.get(key);
    if (known) return known;
    const components = closed(this.document.components);
    const validator = this.ajv.compile({ ...schema, components });
    this.compiled.set(key, validator);
    return validator;
  }
}

/** The same schema, but an object may have no field that is not documented. */
function closed<T>(schema: T): T {
  if (Array.isArray(schema)) return schema.map(closed) as T;
  if (typeof schema !== 'object' || schema === null) return schema;
  const parts = Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, closed(part as unknown)]));
  const open = 'properties' in parts && !('additionalProperties' in parts) && 'type' in parts;
  return (open ? { ...parts, additionalProperties: false } : parts) as T;
}
