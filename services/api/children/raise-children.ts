import { raiseSchema, type RaiseBody } from '../../../domain/intake.schema';
import type { Escalation } from '../../../domain/escalation/state';
import { isVisibleTo } from '../../shared/store/escalations';
import type { ApiDeps } from '../deps';
import type { Caller, RetryScope } from '../http/endpoint';
import { Problem } from '../problems/problem';
import { raiseEscalation } from '../raise/raise-escalation';
import type { ChildBody, RaisedChildView } from '../views/children.schema';
import { escalationIdOf } from '../workflow/update-id';
import { refused } from './refused';
import { someAtATime } from './some-at-a-time';

/**
 * Raises an escalation for each account under an umbrella. A retry with the same key, or the same external reference,
 * raises none twice; what one of them is refused for keeps the others from nothing.
 */
export async function raiseChildren(
  deps: ApiDeps,
  umbrella: Escalation,
  items: readonly ChildBody[],
  { caller, retry }: { caller: Caller; retry: RetryScope | null },
): Promise<RaisedChildView[]> {
  return someAtATime(items, async (item, index) => {
    const scope = retry && { ...retry, key: `${retry.key}/${index}` };
    const id = escalationIdOf(caller, scope, Date.now());
    try {
      return { index, ...(await raiseChild(deps, umbrella, { id, item, caller })) };
    } catch (error) {
      return { index, ...refused(error) };
    }
  });
}

async function raiseChild(
  deps: ApiDeps,
  umbrella: Escalation,
  { id, item, caller }: { id: string; item: ChildBody; caller: Caller },
) {
  const { id: umbrellaId, ref } = umbrella;
  const raise = { body: withShared(umbrella, item), umbrella: { id: umbrellaId, ref } };
  const { outcome, stored } = await raiseEscalation(deps, id, raise.body, caller, raise.umbrella);
  if (!isVisibleTo(stored.state, caller.person)) {
    throw new Problem('raised-already', 'Somebody else has raised this external reference already.');
  }
  const { state } = stored;
  return { outcome, escalation: { id: state.id, ref: state.ref, account: state.complaint.account.name } };
}

/** What an item does not say itself is as in the umbrella: it is the same trouble. */
function withShared({ complaint }: Escalation, item: ChildBody): RaiseBody {
  const { summary, narrative, severity, origin, door } = complaint;
  const facts = { severity, door, scope: 'several-customers' as const, ...(origin && { origin }) };
  return raiseSchema.parse({ summary, narrative, ...facts, ...item });
}
