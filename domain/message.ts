/** The ways in which somebody speaks to the customer; only mail is sent by us, the others are recorded. */
export const CHANNELS = ['mail', 'phone', 'meeting', 'social'] as const;

/** A way of speaking to the customer. */
export type Channel = (typeof CHANNELS)[number];

/** What was, or is to be, said to the customer. `subject` goes with mail, `occurredAt` (ISO 8601) with the others. */
export interface Message {
  channel: Channel;
  subject?: string | undefined;
  body: string;
  occurredAt?: string | undefined;
}
