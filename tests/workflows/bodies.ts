import { CAST } from './stage';

const MINUTE_MS = 60_000;

/** A message by mail. */
export const mailed = { channel: 'mail', subject: 'About your invoices', body: 'Here is where we stand.' } as const;

/** What a manager writes to acknowledge, naming the owner. */
export const acknowledgment = {
  channel: 'mail',
  subject: 'I have read your complaint',
  body:
    'I am Ines Marchetti, Support Manager, EMEA, and personally responsible for this. ' +
    'Anneke Voss owns it from now on.',
} as const;

/** The bodies of the steps, complete. */
export const BODIES = {
  intake: { ownerId: CAST.owner, acknowledgment },
  investigation: {
    findings: 'The renewal was booked on two contracts.',
    ticketHistoryRead: true,
    csmConsulted: { personId: CAST.csm, note: 'Knew of the second contract.' },
    scope: 'one-customer',
    origin: 'internal',
  },
  solution: { kind: 'billing-credit', description: 'Credit both months.' },
  closure: { message: mailed, rootCause: 'sla-breach', rootCauseNote: 'The first ticket stayed unread.' },
  checkIn: { reached: true, improved: true, note: 'They are content.' },
} as const;

/** The full account, with one promise that is due so much later than the given moment. */
export function customerUpdate(now: number, dueInMs = 24 * 60 * MINUTE_MS) {
  return {
    understood: 'You paid twice for June, July and August.',
    willDo: 'We credit all of it.',
    commitments: [
      {
        text: 'The credit is on your account',
        dueAt: new Date(now + dueInMs).toISOString(),
        responsibleId: CAST.owner,
      },
    ],
    message: mailed,
  };
}
