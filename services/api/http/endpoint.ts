import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Person } from '../../../domain/people';
import type { ApiDeps } from '../deps';
import type { ProblemSlug } from '../problems/catalogue';

/** What a handler answers; the mounting code writes it, keeps it for retries, and documents it. */
export interface Answer {
  status: number;
  /** JSON, or text where `contentType` says so. */
  body: unknown;
  contentType?: string;
  headers?: Record<string, string>;
}

/** A handler that wrote, or goes on writing, the response by itself. */
export const STREAMED = Symbol('streamed');

/** Who is calling: a person of the directory, by one of their keys or signed in. Retries go by the person alone. */
export interface Caller {
  person: Person;
  /** Epoch milliseconds: when the session ends if nothing is asked in it meanwhile; null for a key. */
  expiresAt: number | null;
}

/** The caller's Idempotency-Key and what it is bound to. */
export interface RetryScope {
  key: string;
  /** Method and path: the same key on another route is another request. */
  route: string;
  bodyHash: string;
}

/** What a handler gets: everything about this request, parsed. */
export interface Call<Query, Body> {
  deps: ApiDeps;
  req: Request;
  res: Response;
  params: Readonly<Record<string, string>>;
  query: Query;
  body: Body;
  /** Set on every endpoint that is not public. */
  caller: Caller;
  retry: RetryScope | null;
}

/** One way in which an endpoint answers, for the documentation. */
export interface DocumentedAnswer {
  description: string;
  /** Of the JSON answer. */
  schema?: z.ZodType;
  /** Other kinds of content; without a schema it is text. */
  contents?: readonly { type: string; schema?: z.ZodType }[];
  headers?: Readonly<Record<string, string>>;
}

/** One operation of the API: mounted in Express and written into the OpenAPI document from the same value. */
export interface Endpoint<Query = unknown, Body = unknown> {
  id: string;
  method: 'get' | 'post' | 'put' | 'delete';
  /** As OpenAPI writes it: `/v1/escalations/{id}`. */
  path: string;
  tag: string;
  summary: string;
  description?: string;
  params?: Readonly<Record<string, string>>;
  query?: z.ZodType<Query>;
  body?: z.ZodType<Body>;
  answers: Readonly<Record<number, DocumentedAnswer>>;
  problems: readonly ProblemSlug[];
  /** Answers without a key. */
  public?: boolean;
  /** Only says that there is nothing; not written into the document. */
  hidden?: boolean;
  /** Whether a repetition with the same Idempotency-Key gets the first answer; every POST that changes something. */
  idempotent?: boolean;
  handle(call: Call<Query, Body>): Promise<Answer | typeof STREAMED> | Answer | typeof STREAMED;
}

/** Any endpoint, whatever its query and body. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the only place where the types of a list of endpoints are erased
export type AnyEndpoint = Endpoint<any, any>;

/** Declares an endpoint with its query and body types inferred from their schemas. */
export function endpoint<Query = Record<string, never>, Body = undefined>(
  definition: Endpoint<Query, Body>,
): Endpoint<Query, Body> {
  return definition;
}

/** 204: it is done, and there is nothing to say. */
export const NO_CONTENT: Answer = { status: 204, body: null };

/** 200 with JSON. */
export function ok(body: unknown): Answer {
  return { status: 200, body };
}
