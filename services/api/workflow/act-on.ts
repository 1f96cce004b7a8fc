import { asActor, type Person } from '../../../domain/people';
import type { StampedMessage } from '../../../workflows/escalation/input';
import { namedEscalations } from '../../shared/named-escalations';
import { namedPeople } from '../../shared/named-people';
import { namedByPolicy, reappliedPolicy } from '../../shared/policies/reapplied-policy';
import type { StoredEscalation } from '../../shared/store/escalations';
import { excerpt } from '../../shared/store/people';
import { record } from '../../shared/store/recording';
import type { ApiDeps } from '../deps';
import { perform } from './perform';

/** What somebody does with an escalation; the same `updateId` is done once. */
export interface Deed {
  name: string;
  body: unknown;
  updateId: string;
}

/**
 * Sends a step or a command to the workflow, writes down what followed, and answers with the escalation after it.
 * @throws Problem with the refusal of the domain
 */
export async function actOn(
  deps: ApiDeps,
  stored: StoredEscalation,
  person: Person,
  { name, body, updateId }: Deed,
): Promise<StoredEscalation> {
  const message = await stamped(deps, person, name, body);
  const { events } = await perform(deps, stored, { name, updateId, args: [message] });
  return record(deps.database, { escalationId: stored.state.id, events, recordedAt: Date.now() });
}

/** Who asks, and everybody and everything that the body names, as the directory and the read model know them now. */
async function stamped(deps: ApiDeps, person: Person, name: string, body: unknown): Promise<StampedMessage> {
  const policy = await reappliedPolicy(deps.database, name, body);
  const others = await namedEscalations(deps.database, person, body);
  const directory = await excerpt(deps.database, [person.id, ...namedPeople(body), ...namedByPolicy(policy)]);
  return { ...(body as Record<string, unknown>), by: asActor(person), directory, others, ...(policy && { policy }) };
}
