import { ApplicationFailure } from '@temporalio/common';

/** The failure type of mail that no retry can deliver: no address, a malformed one, or one that its server refuses. */
const UNDELIVERABLE = 'undeliverable';

/** The failure type of mail that the mail server does not take at the moment. */
const MAIL_UNAVAILABLE = 'mail-unavailable';

/** Thrown by a mail port for mail that will never arrive; the message says why, for the timeline. */
export class Undeliverable extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'Undeliverable';
  }
}

/** The activity failure for a mail that was not sent: final where it can never be, else to be tried again. */
export function sendingFailure(error: unknown): ApplicationFailure {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof Undeliverable) return ApplicationFailure.nonRetryable(message, UNDELIVERABLE);
  return ApplicationFailure.retryable(message, MAIL_UNAVAILABLE);
}
