import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** Long enough for several kills of the API in the middle of one request: each costs its lease of 30 s. */
const GIVES_UP_AFTER_MS = 240_000;

/** An answer of the API. */
export interface Answer {
  status: number;
  body: Record<string, unknown>;
  /** How often it was asked. */
  tries: number;
}

/** Somebody who asks again, with the same idempotency key, until there is an answer: what any good client does. */
export class PatientCaller {
  constructor(
    private readonly url: string,
    private readonly key: string,
  ) {}

  get(path: string): Promise<Answer> {
    return this.ask('GET', path, undefined);
  }

  post(path: string, body: unknown): Promise<Answer> {
    return this.ask('POST', path, body);
  }

  private async ask(method: string, path: string, body: unknown): Promise<Answer> {
    const headers: Record<string, string> = { authorization: `Bearer ${this.key}` };
    if (body !== undefined) {
      headers['content-type'] = 'application/json';
      headers['idempotency-key'] = randomUUID();
    }
    const deadline = Date.now() + GIVES_UP_AFTER_MS;
    const why: Record<string, number> = {};
    for (let tries = 1; ; tries += 1) {
      const answer = await this.once(method, path, headers, body);
      if (typeof answer !== 'string') return { ...answer, tries };
      why[answer] = (why[answer] ?? 0) + 1;
      if (Date.now() > deadline) throw new Error(`${method} ${path}: no answer: ${JSON.stringify(why)}`);
      await pause(Math.min(100 * tries, 1_000));
    }
  }

  /** A word on why where it is worth asking again: nobody there, not now, or still at work on it. */
  private async once(method: string, path: string, headers: Record<string, string>, body: unknown) {
    try {
      const init = { method, headers, signal: AbortSignal.timeout(35_000) };
      const response = await fetch(
        this.url + path,
        body === undefined ? init : { ...init, body: JSON.stringify(body) },
      );
      const answer = (await response.json()) as Record<string, unknown>;
      const inFlight = response.status === 409 && String(answer['type']).includes('idempotency');
      if (response.status >= 500 || response.status === 429 || inFlight)
        return `${response.status} ${String(answer['type'])}`;
      return { status: response.status, body: answer };
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
}
