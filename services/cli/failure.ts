import { EXIT } from './exit-codes';
import type { ExitCode } from './exit-codes';

/** Ends a command with an exit code and sentences for a person; anything else that is thrown is a defect. */
export class CliFailure extends Error {
  constructor(
    readonly exitCode: ExitCode,
    message: string,
    /** Further lines below the message, such as one for each wrong field. */
    readonly details: readonly string[] = [],
  ) {
    super(message);
    this.name = 'CliFailure';
  }
}

/** Refuses a command line before anything was done. */
export function wrongUsage(message: string, ...details: string[]): never {
  throw new CliFailure(EXIT.usage, message, details);
}

/** What went wrong, as a sentence, of anything that can be thrown; a network error's own cause says more than it. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof AggregateError && error.message === '') return error.errors.map(messageOf).join('; ');
  return error.cause instanceof Error ? `${error.message}: ${messageOf(error.cause)}` : error.message;
}
