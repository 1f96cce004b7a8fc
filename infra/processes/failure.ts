/** Something that a person can mend: the message says what was tried and what to do, so no stack is shown. */
export class SetupFailure extends Error {
  override readonly name = 'SetupFailure';
}

/** What a thrown value has to say, in one line. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}

/** Whether a thrown value is the system error of that code, such as ENOENT. */
export function isSystemError(error: unknown, code: string): boolean {
  // Not by instanceof: under jest the system's errors are of another realm.
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
