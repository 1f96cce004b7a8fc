import type { z } from 'zod';
import { commandSchemas } from '../../../domain/commands/schemas';
import { decide } from '../../../domain/escalation/decide';
import { evolveAll } from '../../../domain/escalation/evolve';
import { asActor, type Person } from '../../../domain/people';
import { stepSchemas } from '../../../domain/steps/schemas';
import { briefOf } from '../../../workflows/escalation/brief';
import { namedEscalations } from '../../shared/named-escalations';
import { namedPeople } from '../../shared/named-people';
import { ownNow } from '../../shared/own-now';
import type { StoredEscalation } from '../../shared/store/escalations';
import { namedByPolicy, reappliedPolicy } from '../../shared/policies/reapplied-policy';
import { excerpt } from '../../shared/store/people';
import type { ApiDeps } from '../deps';
import { fromRejection, Problem, problemBody } from '../problems/problem';
import { parseBody } from '../problems/validate';
import type { PreviewView } from '../views/preview.schema';
import { follows } from './follows';
import { outgoing } from './outgoing';

const SCHEMAS: Readonly<Record<'step' | 'command', Readonly<Record<string, z.ZodType>>>> = {
  step: stepSchemas,
  command: commandSchemas,
};

/** What somebody would do. */
export interface Tried {
  kind: 'step' | 'command';
  name: string;
  body: unknown;
}

/**
 * What would follow if this person did it now, by the same decision and the same mails as the real thing; nothing is
 * written anywhere.
 * @throws Problem unknown-command
 */
export async function preview(
  deps: ApiDeps,
  { state, lastRecordedAt }: StoredEscalation,
  person: Person,
  tried: Tried,
): Promise<PreviewView> {
  const parsed = parsedBody(tried);
  if (parsed instanceof Problem) return refused(parsed);
  const by = asActor(person);
  const now = ownNow(state.lastAt, lastRecordedAt);
  const policy = await reappliedPolicy(deps.database, tried.name, parsed.body);
  const named = [person.id, ...namedPeople(parsed.body), ...namedByPolicy(policy)];
  const directory = await excerpt(deps.database, named);
  const others = await namedEscalations(deps.database, person, parsed.body);
  const decision = decide(state, { name: tried.name, body: parsed.body, by, directory, policy, others }, now);
  if (!decision.ok) return refused(fromRejection(decision.rejection));
  const after = evolveAll(state, decision.events) ?? state;
  const escalation = { ...briefOf(after), now };
  const nameOf = (id: string) => after.people[id]?.name ?? id;
  const dueBefore = (clockId: string) => state.clocks.find(({ id }) => id === clockId)?.dueAt ?? null;
  return {
    refusal: null,
    messages: outgoing(decision.events, { state: after, escalation, by, config: deps.config }),
    follows: follows(decision.events, { nameOf, dueBefore, zone: person.zone.name, now }),
  };
}

function parsedBody({ kind, name, body }: Tried): { body: unknown } | Problem {
  const schemas = SCHEMAS[kind];
  const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
  if (!schema) throw new Problem('unknown-command', `There is no ${kind} "${name}".`);
  try {
    return { body: parseBody(schema, body) };
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

function refused(problem: Problem): PreviewView {
  const { errors, ...told } = problemBody(problem);
  return { refusal: { ...told, ...(errors && { errors: [...errors] }) }, messages: [], follows: [] };
}
