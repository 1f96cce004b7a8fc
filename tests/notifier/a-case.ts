import type { EscalationBrief, StepWork } from '../../activities/ports';
import type { Actor, Person } from '../../domain/people';
import { asActor } from '../../domain/people';

/** The moment at which the case of these tests stands: Sunday, 22 November 2026, noon UTC. */
export const NOW = Date.UTC(2026, 10, 22, 12);
const HOUR = 3_600_000;

/** Somebody of ours. */
function person(id: string, name: string, title: string, zone = 'Europe/Berlin'): Person {
  const email = `${id}@upstairs.example`;
  return {
    ...{ id, name, title, email, roles: ['owner'], function: 'support', managerId: null },
    ...{ zone: { name: zone, offsets: [[0, 0]] }, available: true },
  };
}

export const ANNEKE = person('anneke', 'Anneke Voss', 'Senior Support Engineer');
export const INES = person('ines', 'Ines Marchetti', 'Support Manager');
const BASHIR = person('bashir', 'Bashir Lund', 'Customer Success Manager', 'Europe/London');

/** An escalation as its activities see it. */
export function brief(changes: Partial<EscalationBrief> = {}): EscalationBrief {
  return {
    id: '0199-a',
    ref: 'UP-1042',
    summary: 'Charged twice for three months',
    level: 'P1',
    stage: 'investigation',
    account: {
      ...{ id: 'northwind', name: 'Northwind', tier: 'enterprise', customerSince: '2019-03-01', csmId: 'bashir' },
      arr: { amount: 48_000_000, currency: 'USD' },
    },
    contact: { name: 'Ann Lee', email: 'ann@northwind.example' },
    owner: ANNEKE,
    signer: INES,
    csm: BASHIR,
    receivedAt: NOW - HOUR,
    closedAt: null,
    now: NOW,
    due: [
      { clockId: 'investigation', dueAt: NOW + 4 * HOUR },
      { clockId: 'customer-update', dueAt: NOW + 8 * HOUR },
    ],
    ...changes,
  };
}

/** The work of a step of that escalation. */
export function stepWork<Body>(
  step: string,
  body: Body,
  { by = asActor(ANNEKE), ...changes }: Partial<EscalationBrief> & { by?: Actor } = {},
): StepWork<Body> {
  return { deliveryId: `work:${step}:1`, escalation: brief(changes), step, round: 1, by, body };
}
