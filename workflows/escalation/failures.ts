import { ActivityFailure, ApplicationFailure } from '@temporalio/common';

/** Why an activity gave up; anything but its own failure is a bug and fails the task, which retries. */
export function reasonOf(error: unknown): string {
  if (error instanceof ActivityFailure) {
    return error.cause instanceof ApplicationFailure ? error.cause.message : error.message;
  }
  throw error;
}
