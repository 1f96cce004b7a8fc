import { z } from 'zod';
import { EXIT } from '../exit-codes';
import type { ExitCode } from '../exit-codes';
import { CliFailure } from '../failure';

const problemSchema = z.looseObject({
  type: z.string().default('about:blank'),
  title: z.string().optional(),
  detail: z.string().optional(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).default([]),
});

/** The API's refusal (RFC 9457) as a failure of the command, with a line for each wrong field. */
export class ApiRefusal extends CliFailure {
  constructor(
    readonly status: number,
    readonly type: string,
    message: string,
    /** Each wrong field by its RFC 6901 pointer. */
    readonly errors: readonly { pointer: string; detail: string }[] = [],
    /** How long the API asks to wait before another try; null where it does not say. */
    readonly retryAfterMs: number | null = null,
  ) {
    super(
      exitCodeOf(status),
      message,
      errors.map(({ pointer, detail }) => `${fieldOf(pointer)}: ${detail}`),
    );
    this.name = 'ApiRefusal';
  }

  /** The last part of the problem's type: `too-early`, `not-allowed` … */
  get kind(): string {
    return this.type.split(/[/:#]/).at(-1) ?? this.type;
  }
}

/** Reads a refusal from an answer's text, whatever it holds: a proxy in between may answer with anything. */
export function refusalOf(status: number, body: string, retryAfter: string | null): ApiRefusal {
  const problem = problemSchema.safeParse(parseJson(body)).data;
  const message = problem?.detail ?? problem?.title ?? `the API answered with status ${status}`;
  return new ApiRefusal(status, problem?.type ?? 'about:blank', message, problem?.errors, retryAfterMsOf(retryAfter));
}

/** `#/account/name` as a person writes it: `account.name`. */
function fieldOf(pointer: string): string {
  const parts = pointer.replace(/^#?\/?/, '').split('/');
  const field = parts.map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~')).join('.');
  return field === '' ? 'the body' : field;
}

function exitCodeOf(status: number): ExitCode {
  if (status === 401 || status === 403) return EXIT.notAllowed;
  if (status === 404) return EXIT.notFound;
  return status === 503 ? EXIT.unreachable : EXIT.failed;
}

function retryAfterMsOf(header: string | null): number | null {
  if (header === null) return null;
  const seconds = Number(header);
  const waitMs = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - Date.now();
  return Number.isFinite(waitMs) ? Math.max(0, waitMs) : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
