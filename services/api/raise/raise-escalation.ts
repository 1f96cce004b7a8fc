import type { EscalationEvent } from '../../../domain/escalation/events';
import { evolveAll } from '../../../domain/escalation/evolve';
import { decideRaise } from '../../../domain/escalation/raise';
import type { OtherEscalation } from '../../../domain/escalation/together/together';
import { checkCustom, type CustomValues } from '../../../domain/custom-values';
import type { RaiseBody } from '../../../domain/intake.schema';
import type { Policy } from '../../../domain/policy';
import { Rejected } from '../../../domain/rejection';
import { asActor, holdsAny, type DirectoryExcerpt } from '../../../domain/people';
import { accountSponsor } from '../../shared/store/account-sponsors';
import { countEscalations, resolveAccount } from '../../shared/store/accounts';
import { findEscalation, type StoredEscalation } from '../../shared/store/escalations';
import { namedByPolicy } from '../../shared/policies/reapplied-policy';
import { directoryWithDuty } from '../../shared/duty/duty-roster';
import { excerpt } from '../../shared/store/people';
import { currentPolicy } from '../../shared/store/policies';
import { freeWithdrawnRef, isRaised, reserveRaise } from '../../shared/store/raises';
import { record } from '../../shared/store/recording';
import type { ApiDeps } from '../deps';
import type { Caller } from '../http/endpoint';
import { requirePermission } from '../http/require';
import { fromRejection, Problem } from '../problems/problem';
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
 * @param umbrella the one whose investigation and solution it shares
 */
export async function raiseEscalation(
  deps: ApiDeps,
  id: string,
  body: RaiseBody,
  caller: Caller,
  umbrella?: OtherEscalation,
): Promise<Raised> {
  const now = Date.now();
  const receivedAt = receiptOf(body, now);
  requirePermission(caller, body.imported ? 'import' : 'raise');
  const externalRef = body.externalRef ?? null;
  // A list that is brought again, an import or the accounts of an outage, brings back nothing that was withdrawn.
  const asking = { escalationId: id, withdrawnToo: body.imported || umbrella !== undefined };
  const known = externalRef !== null && (await isRaised(deps.database, externalRef, asking));
  const decide = known ? never : await prepare(deps, { id, body, caller, now, receivedAt, umbrella });
  // Only now: a raise that is refused changes nothing.
  if (externalRef !== null && !known) await freeWithdrawnRef(deps.database, externalRef, id);
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
  umbrella: OtherEscalation | undefined;
}

/** Reads everything that the decision needs; the ref comes with the reservation. */
async function prepare(deps: ApiDeps, { id, body, caller, now, receivedAt, umbrella }: Preparation) {
  const policy = await currentPolicy(deps.database);
  requireCustom(policy, body.custom);
  const given = body.account.csmId;
  const wanted = [caller.person.id, ...namedByPolicy(policy), ...(given ? [given] : [])];
  const named = await excerpt(deps.database, wanted);
  if (given) requireCsm(named, given);
  const account = await resolveAccount(deps.database, body.account);
  const standing = await accountSponsor(deps.database, account.id);
  const ofAccount = [account.csmId, standing?.personId ?? null].filter((one) => one !== null);
  const known = [...wanted, ...ofAccount];
  const { duty, ...directory } = await directoryWithDuty(deps.database, known, now);
  const firstEscalation = (await countEscalations(deps.database, account.id)) === 0;
  const complaint = complaintOf(body, account);
  const by = asActor(caller.person);
  const { imported: quiet } = body;
  return (ref: string) =>
    decideRaise(
      {
        id,
        ref,
        custom: body.custom,
        complaint,
        firstEscalation,
        receivedAt,
        quiet,
        by,
        policy,
        directory,
        ...(umbrella && { umbrella }),
        ...(duty.length > 0 && { duty }),
        ...(standing && { sponsor: standing }),
      },
      now,
    );
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

function requireCustom({ fields }: Policy, custom: CustomValues): void {
  try {
    checkCustom(fields, custom);
  } catch (error) {
    throw error instanceof Rejected ? fromRejection(error.rejection) : error;
  }
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
