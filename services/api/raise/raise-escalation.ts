import type { EscalationEvent } from '../../../domain/escalation/events';
import { evolveAll } from '../../../domain/escalation/evolve';
import { decideRaise } from '../../../domain/escalation/raise';
import type { RaiseBody } from '../../../domain/intake.schema';
import { asActor, holdsAny, type DirectoryExcerpt } from '../../../domain/people';
import { countEscalations, resolveAccount } from '../../shared/store/accounts';
import { findEscalation, type StoredEscalation } from '../../shared/store/escalations';
import { excerpt } from '../../shared/store/people';
import { currentPolicy } from '../../shared/store/policies';
import { findRaise, reserveRaise } from '../../shared/store/raises';
import { record } from '../../shared/store/recording';
import type { ApiDeps } from '../deps';
import type { Caller } from '../http/endpoint';
import { requirePermission } from '../http/require';
import { Problem } from '../problems/problem';
import { startEscalation } from '../workflow/start';
import { complaintOf } from './complaint';

/** Clocks of two machines may differ so much before a receipt counts as in the future. */
const CLOCK_SKEW_MS = 60_000;

/** What became of a raise: a new escalation, or the one that has its external reference already. */
export interface Raised {
  outcome: 'created' | 'exists';
  stored: StoredEscalation;
}

/**
 * Raises an escalation: its first events are decided and reserved once and for all, so that a retry, or a second
 * request with the same external reference, finishes the same one. Nothing is acknowledged before its workflow runs.
 * @param id the one that a new escalation gets
 */
export async function raiseEscalation(deps: ApiDeps, id: string, body: RaiseBody, caller: Caller): Promise<Raised> {
  const now = Date.now();
  const receivedAt = receiptOf(body, now);
  requirePermission(caller, body.imported ? 'import' : 'raise');
  const externalRef = body.externalRef ?? null;
  const known = externalRef === null ? null : await findRaise(deps.database, externalRef);
  const decide = known ? never : await prepare(deps, { id, body, caller, now, receivedAt });
  const reserved = await reserveRaise(deps.database, { escalationId: id, externalRef, decide });
  const stored = (await findEscalation(deps.database, reserved.escalationId)) ?? (await begin(deps, reserved.events));
  return { outcome: reserved.outcome === 'exists' ? 'exists' : 'created', stored };
}

interface Preparation {
  id: string;
  body: RaiseBody;
  caller: Caller;
  now: number;
  receivedAt: number;
}

/** Reads everything that the decision needs; the ref comes with the reservation. */
async function prepare(deps: ApiDeps, { id, body, caller, now, receivedAt }: Preparation) {
  const policy = await currentPolicy(deps.database);
  const given = body.account.csmId;
  const wanted = [caller.person.id, ...policy.dutyManagerIds, ...(given ? [given] : [])];
  const named = await excerpt(deps.database, wanted);
  if (given) requireCsm(named, given);
  const account = await resolveAccount(deps.database, body.account);
  const directory = account.csmId === null ? named : await excerpt(deps.database, [...wanted, account.csmId]);
  const firstEscalation = (await countEscalations(deps.database, account.id)) === 0;
  const complaint = complaintOf(body, account);
  const by = asActor(caller.person);
  const { imported: quiet } = body;
  return (ref: string) =>
    decideRaise({ id, ref, complaint, firstEscalation, receivedAt, quiet, by, policy, directory }, now);
}

async function begin(deps: ApiDeps, events: EscalationEvent[]): Promise<StoredEscalation> {
  const state = evolveAll(null, events);
  if (!state) throw new Error('a raise without events');
  await startEscalation(deps, state, events);
  return record(deps.database, { escalationId: state.id, events, recordedAt: Date.now() });
}

/** A receipt within the skew of two clocks counts as now. */
function receiptOf({ receivedAt }: RaiseBody, now: number): number {
  if (receivedAt === undefined) return now;
  const at = Date.parse(receivedAt);
  if (at > now + CLOCK_SKEW_MS) {
    throw new Problem('receipt-in-future', `It cannot have been received at ${receivedAt}: that is still to come.`, {
      errors: [{ pointer: '#/receivedAt', detail: 'lies in the future' }],
    });
  }
  return Math.min(at, now);
}

function requireCsm({ people }: DirectoryExcerpt, csmId: string): void {
  const pointer = '#/account/csmId';
  const person = people.find(({ id }) => id === csmId);
  if (!person) {
    const errors = [{ pointer, detail: 'unknown person' }];
    throw new Problem('unknown-person', `Nobody in the directory has the id "${csmId}".`, { errors });
  }
  if (!holdsAny(person, ['csm'])) {
    const errors = [{ pointer, detail: 'needs the role csm' }];
    throw new Problem('not-eligible', `${person.name} may not be the CSM of an account.`, { errors });
  }
}

/** What exists is found by the reservation, and not decided again. */
function never(): EscalationEvent[] {
  throw new Error('an external reference vanished between two statements');
}
