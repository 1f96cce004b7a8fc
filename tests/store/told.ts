import type { CustomValues } from '../../domain/custom-values';
import { decide } from '../../domain/escalation/decide';
import type { Command } from '../../domain/escalation/decide';
import type { EscalationEvent } from '../../domain/escalation/events';
import type { Complaint } from '../../domain/intake';
import { decideRaise } from '../../domain/escalation/raise';
import type { Escalation } from '../../domain/escalation/state';
import type { Person } from '../../domain/people';
import { asActor } from '../../domain/people';
import { resolveAccount } from '../../services/shared/store/accounts';
import type { Database } from '../../services/shared/store/database';
import { excerpt, findPerson } from '../../services/shared/store/people';
import { currentPolicy } from '../../services/shared/store/policies';
import { record } from '../../services/shared/store/recording';

/** 2026-11-23, a Monday, 09:00 UTC. */
export const MONDAY = Date.UTC(2026, 10, 23, 9);

/** What may differ between the escalations of these tests. */
export interface Told extends Partial<Complaint> {
  id: string;
  at?: number;
  accountName?: string;
  byId?: string;
  custom?: CustomValues;
}

/** The events that raise an escalation, decided by the domain as the API has them decided. */
export async function raising(db: Database, told: Told): Promise<EscalationEvent[]> {
  const { id, at = MONDAY, accountName = 'Northwind', byId = 'agent-tomasz', custom = {}, ...complaint } = told;
  const [policy, by] = [await currentPolicy(db), await person(db, byId)];
  const account = await resolveAccount(db, { name: accountName, csmId: 'csm-bashir' });
  const directory = await excerpt(db, [byId, 'csm-bashir', ...policy.dutyManagerIds]);
  const facts: Complaint = {
    ...{ summary: 'Charged twice for three months', narrative: '', severity: 'billing', scope: null, origin: null },
    ...{ door: 'api', contact: { name: 'Ada', email: 'ada@northwind.example' }, public: false, threatensPublic: false },
    ...{ externalRef: null, account, ...complaint },
  };
  return decideRaise(
    {
      ...{ id, ref: `T-${id}`, complaint: facts, firstEscalation: true, receivedAt: at, quiet: false },
      ...{ by: asActor(by), policy, directory, custom },
    },
    at,
  );
}

/** Raises an escalation and records it. */
export async function raised(db: Database, told: Told): Promise<Escalation> {
  const events = await raising(db, told);
  return (await record(db, { escalationId: told.id, events, recordedAt: told.at ?? MONDAY })).state;
}

/** What the domain decides about a command of somebody. */
export async function deciding(
  db: Database,
  state: Escalation,
  command: { name: string; body: unknown; byId: string; at: number },
): Promise<EscalationEvent[]> {
  const { name, body, byId, at } = command;
  const asked: Command = { name, body, by: asActor(await person(db, byId)), directory: await excerpt(db, OWNERS) };
  const decision = decide(state, asked, at);
  if (!decision.ok) throw new Error(decision.rejection.detail);
  return decision.events;
}

const OWNERS = ['owner-anneke', 'owner-desmond'];

/** The intake by which a manager acknowledges and names an owner. */
export function acknowledging(db: Database, state: Escalation, at: number): Promise<EscalationEvent[]> {
  const words =
    'Dear Ada, my name is Ines Marchetti, Support Manager, EMEA, and I take personal responsibility for this. ' +
    'Anneke Voss, Senior Support Engineer, owns it from now on and will call you today.';
  const acknowledgment = { channel: 'mail', subject: 'Your invoices', body: words };
  const body = { ownerId: 'owner-anneke', acknowledgment };
  return deciding(db, state, { name: 'intake', body, byId: 'manager-ines', at });
}

/** A note after the given seq. */
export function note(seq: number, text: string, at = MONDAY): EscalationEvent {
  return { seq, at, actor: null, type: 'note.added', data: { note: text } };
}

/** Somebody of the directory, who must be there. */
export async function person(db: Database, id: string): Promise<Person> {
  const found = await findPerson(db, id);
  if (!found) throw new Error(`nobody is called ${id}`);
  return found;
}
