import type { Raise } from '../../../domain/escalation/raise';
import type { OtherEscalation } from '../../../domain/escalation/together/together';
import { asActor, type Person } from '../../../domain/people';
import { SHIPPED_POLICY } from '../../../domain/shipped-policy';
import { plainCompany } from './company';
import { Cores } from './cores';
import { account, findings, remedy } from './deeds';

/** The Monday morning on which they are raised. */
export const MONDAY = Date.parse('2026-11-23T09:00:00Z');

/** What may differ from a plain P2 of an enterprise. */
export interface CoreBeginning {
  account?: string;
  contact?: string;
  quiet?: boolean;
  receivedAt?: number;
  umbrella?: OtherEscalation;
}

/** Everything that one more escalation of a plain company begins with. */
export function coreRaise(ref: string, beginning: CoreBeginning = {}): Raise {
  const people = plainCompany();
  const name = beginning.account ?? 'Northwind';
  return {
    ...{ id: `id-${ref}`, ref, firstEscalation: false, quiet: beginning.quiet ?? false },
    receivedAt: beginning.receivedAt ?? MONDAY,
    complaint: {
      ...{ summary: 'Charged twice', narrative: '', severity: 'billing', scope: 'one-customer', origin: 'internal' },
      ...{ door: 'executive-mail', public: false, threatensPublic: false, threatensLegal: false, externalRef: null },
      contact: { name: beginning.contact ?? 'Noor Haddad', email: 'noor@northwind.example' },
      account: { id: name, name, tier: 'enterprise', arr: null, customerSince: null, csmId: 'cleo' },
    },
    by: asActor(people.ana as Person),
    policy: { ...SHIPPED_POLICY, dutyManagerIds: ['mia', 'max'] },
    directory: { version: 1, people: Object.values(people) },
    ...(beginning.umbrella && { umbrella: beginning.umbrella }),
  };
}

/** So many cores, UP-1 and on, raised in that order. */
export function coresOf(...refs: string[]): Cores {
  const cores = new Cores(MONDAY);
  for (const ref of refs) cores.raise(coreRaise(ref));
  return cores;
}

/** Mia acknowledges on the phone, and Olu owns. */
export function acknowledgedCore(cores: Cores, ref: string): Cores {
  const body = 'I am Mia Berg, Support Manager, and I take personal responsibility. Olu Adeyemi owns it.';
  return cores.does(ref, 'mia', 'intake', { ownerId: 'olu', acknowledgment: { channel: 'phone', body } });
}

/** Everything up to the account with one promise, due at `dueAt`. */
export function promisedCore(cores: Cores, ref: string, dueAt: number): Cores {
  return acknowledgedCore(cores, ref)
    .does(ref, 'olu', 'investigation', findings)
    .does(ref, 'olu', 'solution', remedy)
    .does(ref, 'olu', 'customer-update', account(new Date(dueAt).toISOString()));
}
