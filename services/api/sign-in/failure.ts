/** Why somebody could not sign in. */
export type FailureKind =
  | 'not-configured'
  | 'insecure'
  | 'provider-down'
  | 'memory-down'
  | 'lost'
  | 'denied'
  | 'not-accepted'
  | 'unknown-person'
  | 'mail-unverified'
  | 'no-role';

/** A sign-in that came to nothing; `reason` is for the log, never for the page, and holds no secret. */
export class SignInFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    readonly reason: string,
  ) {
    super(reason);
    this.name = 'SignInFailure';
  }
}

/** An error as it may stand in a log: what the libraries attach to it may hold codes and tokens. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : '';
  const said = 'error' in error && typeof error.error === 'string' ? `: ${error.error.slice(0, 100)}` : '';
  return `${error.name}${code}${said} ${error.message.split('\n')[0]?.slice(0, 200) ?? ''}`;
}
