import { stampTold } from '../time/own-now';
import { ApiProblem, Unreached } from './problem';

const PATIENCE_MS = 60_000;

/** One call of the API. */
export interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
  /** A repetition with the same key gets the first answer and does nothing twice. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

type Listener = () => void;
const sessionEnded = new Set<Listener>();

/** Tells when an answer says that nobody is signed in any more; answers with how to stop listening. */
export function onSessionEnded(listener: Listener): Listener {
  sessionEnded.add(listener);
  return () => sessionEnded.delete(listener);
}

/** Says that the session has ended, as another part of the page has learnt. */
export function announceSessionEnded(): void {
  for (const listener of sessionEnded) listener();
}

/**
 * Calls the API and answers with its JSON; moments called `now` are stamped with when they were heard (time/own-now.ts).
 * @throws ApiProblem where it refuses, Unreached where it does not answer.
 */
export async function request<Answer>(path: string, call: Call = {}): Promise<Answer> {
  const response = await send(path, call);
  const body = await parsed(response);
  if (response.ok) return stampTold(body) as Answer;
  if (response.status === 401) announceSessionEnded();
  throw new ApiProblem(response.status, isRecord(body) ? body : {});
}

type QueryValue = string | number | boolean | null | undefined | readonly string[];

/** The same path with its parameters; what is undefined, null or empty is left out, lists are joined by commas. */
export function withQuery(path: string, query: object): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query) as [string, QueryValue][]) {
    const text = typeof value === 'object' && value !== null ? value.join(',') : value;
    if (text !== undefined && text !== null && text !== '' && text !== false) search.set(name, String(text));
  }
  const joined = search.toString();
  return joined ? `${path}?${joined}` : path;
}

async function send(path: string, { method = 'GET', body, idempotencyKey, signal }: Call): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (idempotencyKey) headers['Idempotency-Key'] = idempotencyKey;
  const patience = AbortSignal.timeout(PATIENCE_MS);
  try {
    return await fetch(path, {
      ...{ method, headers, credentials: 'same-origin' },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Unreached('The server was not reached', { cause: error });
  }
}

async function parsed(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
