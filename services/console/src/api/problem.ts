/** One thing that is wrong with a field: a JSON pointer into the body, such as `#/message/body`. */
export interface FieldError {
  pointer: string;
  detail: string;
}

/** What the API answers where it refuses (RFC 9457). */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  /** The last part of its type: `not-found`, `already-done` … */
  readonly slug: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly FieldError[];

  constructor(status: number, body: Readonly<Record<string, unknown>>) {
    const title = typeof body.title === 'string' ? body.title : `The server answered ${status}`;
    super(title);
    this.status = status;
    this.title = title;
    this.slug = typeof body.type === 'string' ? (body.type.split('/').at(-1) ?? '') : '';
    this.detail = typeof body.detail === 'string' ? body.detail : '';
    this.errors = Array.isArray(body.errors) ? (body.errors as FieldError[]) : [];
  }
}

/** The server was not reached, or did not answer in time. Whether it did what was asked is not known. */
export class Unreached extends Error {
  override readonly name = 'Unreached';
}

/** What went wrong, in a sentence for a person. */
export function inWords(error: unknown): string {
  if (error instanceof ApiProblem) return error.detail || error.title;
  if (error instanceof Unreached) return 'Upstairs cannot be reached just now. Nothing that you typed is lost.';
  return 'Something went wrong in this page. Reload it; if that does not help, tell your administrator.';
}
