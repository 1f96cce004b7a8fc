import { EXIT } from '../exit-codes';
import { CliFailure, messageOf } from '../failure';
import { refusalOf } from './problem';

const TIMEOUT_MS = 120_000;

/** The API cannot be reached at all, or went away before it answered. */
export class Unreachable extends CliFailure {
  constructor(baseUrl: string, cause: unknown) {
    super(EXIT.unreachable, `Upstairs cannot be reached at ${baseUrl} (${messageOf(cause)}).`, [
      'Is it running? `npm start` starts it; --api or UPSTAIRS_API names another address.',
    ]);
    this.name = 'Unreachable';
  }
}

/** An answer of the API that is no refusal. */
export interface Answer {
  status: number;
  body: unknown;
  text: string;
}

/** The parameters of a query; absent ones are left out, several values of one are repeated. */
export type Query = Record<string, string | number | readonly string[] | undefined>;

/** What goes with a request besides its path. */
export interface RequestExtras {
  body?: unknown;
  idempotencyKey?: string;
  /** Statuses from 400 upwards that are an answer here and no refusal. */
  accept?: readonly number[];
}

/** The HTTP API as one person sees it; every refusal is an `ApiRefusal`, an absent API is `Unreachable`. */
export class ApiClient {
  constructor(
    readonly baseUrl: string,
    private readonly key: string | null,
  ) {}

  /** Reads; the caller names the shape, which the API's own tests hold to the OpenAPI document. */
  async get<T>(path: string, query: Query = {}): Promise<T> {
    return (await this.send('GET', withQuery(path, query))).body as T;
  }

  /** Reads what is not JSON, such as an export. */
  async getText(path: string, query: Query = {}): Promise<string> {
    return (await this.send('GET', withQuery(path, query))).text;
  }

  /** Sends a change and gives the answer's body. */
  async post<T>(path: string, body: unknown, idempotencyKey?: string): Promise<T> {
    return (await this.send('POST', path, { body, idempotencyKey })).body as T;
  }

  /** Sends a request that is answered a line of JSON at a time, and gives each as it comes. */
  async *lines<Line>(path: string, body: unknown): AsyncGenerator<Line> {
    const headers = {
      'content-type': 'application/json',
      ...(this.key !== null && { authorization: `Bearer ${this.key}` }),
    };
    const response = await this.reach(() =>
      fetch(this.baseUrl + path, { method: 'POST', headers, body: JSON.stringify(body) }),
    );
    if (!response.ok) {
      throw refusalOf(response.status, await response.text(), response.headers.get('retry-after'));
    }
    if (!response.body) return;
    let rest = '';
    const decoder = new TextDecoder();
    const reader = response.body.getReader();
    for (let part = await this.reach(() => reader.read()); !part.done; part = await this.reach(() => reader.read())) {
      const lines = (rest + decoder.decode(part.value, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) yield JSON.parse(line) as Line;
    }
  }

  /** Sends a request; a body goes as JSON. */
  async send(method: string, path: string, extras: RequestExtras = {}): Promise<Answer> {
    const { body, idempotencyKey, accept = [] } = extras;
    const headers: Record<string, string> = { accept: 'application/json' };
    if (this.key !== null) headers.authorization = `Bearer ${this.key}`;
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey;
    const payload = body === undefined ? null : JSON.stringify(body);
    const { response, text } = await this.exchange(path, { method, headers, body: payload });
    if (!response.ok && !accept.includes(response.status))
      throw refusalOf(response.status, text, response.headers.get('retry-after'));
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, body: isJson ? (JSON.parse(text) as unknown) : null, text };
  }

  private async exchange(path: string, init: RequestInit): Promise<{ response: Response; text: string }> {
    return this.reach(async () => {
      const response = await fetch(this.baseUrl + path, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
      return { response, text: await response.text() };
    });
  }

  private async reach<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      throw new Unreachable(this.baseUrl, error);
    }
  }
}

function withQuery(path: string, query: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) parameters.append(name, String(one));
    }
  }
  return parameters.size === 0 ? path : `${path}?${parameters.toString()}`;
}
