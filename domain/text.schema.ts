import { z } from 'zod';

/** What no text of ours may hold: control characters other than line breaks and tabs. */
const NO_CONTROL_CHARACTERS = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/;

/** Text of 1 to `max` characters that is more than blank, without control characters but line breaks and tabs. */
export function text(max: number) {
  return z
    .string()
    .min(1)
    .max(max)
    .regex(NO_CONTROL_CHARACTERS, 'must not hold control characters other than line breaks and tabs')
    .regex(/\S/, 'must hold more than blanks');
}

/** Text that may be empty. */
export function optionalText(max: number) {
  return z
    .string()
    .max(max)
    .regex(NO_CONTROL_CHARACTERS, 'must not hold control characters other than line breaks and tabs');
}

/** One line of text: a name, a subject, a summary. */
export function line(max: number) {
  return text(max).regex(/^[^\r\n]*$/, 'must be one line');
}

/** A moment as ISO 8601 with its offset or Z. */
export const moment = z.iso.datetime({ offset: true, error: 'must be an ISO 8601 moment with Z or an offset' });

/** A calendar day, YYYY-MM-DD. */
export const day = z.iso.date();

/** The id of a person, an account or a thing inside an escalation. */
export const identifier = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[A-Za-z0-9._:@-]+$/, 'must be an id: letters, digits and . _ : @ -');

/** The name of a field that a policy adds: without what stands between a field and its value where a list is filtered. */
export const fieldName = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[A-Za-z0-9._-]+$/, 'must be a name for programs: letters, digits and . _ -');

/** A mail address, as far as its form can tell. */
export const mailAddress = z.email().max(254);
