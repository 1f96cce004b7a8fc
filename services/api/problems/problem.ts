import type { Response } from 'express';
import type { FieldProblem, Rejection } from '../../../domain/rejection';
import { PROBLEMS, problemType, type ProblemSlug } from './catalogue';

/** What a problem answer carries besides its type and title. */
export interface ProblemExtras {
  /** Where it differs from the catalogue's. */
  status?: number;
  errors?: readonly FieldProblem[];
  headers?: Readonly<Record<string, string>>;
}

/** A refusal on its way to the client (RFC 9457); thrown anywhere in a request, written by the error handler. */
export class Problem extends Error {
  readonly status: number;
  readonly errors: readonly FieldProblem[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    readonly slug: ProblemSlug,
    readonly detail: string,
    extras: ProblemExtras = {},
  ) {
    super(detail);
    this.name = 'Problem';
    this.status = extras.status ?? PROBLEMS[slug].status;
    this.errors = extras.errors;
    this.headers = extras.headers ?? {};
  }
}

/** The JSON of a problem. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: readonly FieldProblem[];
  requestId?: string;
}

/** A refusal of the domain as the API tells it. */
export function fromRejection(rejection: Rejection): Problem {
  return new Problem(rejection.type, rejection.detail, { status: rejection.status, errors: rejection.errors });
}

/** The one answer for what does not exist and for what one may not see. */
export function notFound(what: string): Problem {
  return new Problem('not-found', `There is no ${what} here that you may see.`);
}

/** The problem as JSON. */
export function problemBody(problem: Problem, requestId?: string): ProblemBody {
  return {
    type: problemType(problem.slug),
    title: PROBLEMS[problem.slug].title,
    status: problem.status,
    detail: problem.detail,
    ...(problem.errors && problem.errors.length > 0 ? { errors: problem.errors } : {}),
    ...(requestId ? { requestId } : {}),
  };
}

/** Writes a problem as the answer. */
export function sendProblem(res: Response, problem: Problem, requestId?: string): void {
  res
    .status(problem.status)
    .set({ 'Cache-Control': 'no-store', ...problem.headers })
    .type('application/problem+json')
    .send(JSON.stringify(problemBody(problem, requestId)));
}
