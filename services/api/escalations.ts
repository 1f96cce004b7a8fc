import { actionsFor } from '../../domain/escalation/actions';
import { asActor, type Person } from '../../domain/people';
import { ownNow } from '../shared/own-now';
import { brokenPromisesTo } from '../shared/store/account-promises';
import { findEscalation, isVisibleTo, type StoredEscalation } from '../shared/store/escalations';
import type { ApiDeps } from './deps';
import { notFound } from './problems/problem';
import type { EscalationView } from './views/escalation.schema';
import { escalationView } from './views/escalation-view';

const ID_OR_REF = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|UP-\d{1,12})$/i;

/**
 * The escalation that a path names, by its id or ref.
 * @throws Problem not-found where there is none, or this person may not see it: nobody learns which.
 */
export async function requireEscalation(deps: ApiDeps, idOrRef: string, person: Person): Promise<StoredEscalation> {
  const stored = ID_OR_REF.test(idOrRef) ? await findEscalation(deps.database, normalised(idOrRef)) : null;
  if (!stored || !isVisibleTo(stored.state, person)) throw notFound('escalation');
  return stored;
}

/** An escalation as this person sees it now. */
export async function viewFor(deps: ApiDeps, stored: StoredEscalation, person: Person): Promise<EscalationView> {
  const { state, lastRecordedAt } = stored;
  const brokenPromises = await brokenPromisesTo(deps.database, state.complaint.account.id);
  const now = ownNow(state.lastAt, lastRecordedAt);
  const actions = actionsFor(state, asActor(person), now).filter(({ refusal }) => refusal === null);
  return escalationView(state, now, { actions, brokenPromises });
}

function normalised(idOrRef: string): string {
  return /^up-/i.test(idOrRef) ? idOrRef.toUpperCase() : idOrRef.toLowerCase();
}
