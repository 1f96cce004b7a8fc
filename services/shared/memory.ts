import type { MemoryPort, RecordRequest, ResolveAnswer, ResolveRequest } from '../../activities/ports';
import { commandSchemas } from '../../domain/commands/schemas';
import { asActor } from '../../domain/people';
import type { DirectoryExcerpt } from '../../domain/people';
import type { FieldProblem, Rejection } from '../../domain/rejection';
import { stepSchemas } from '../../domain/steps/schemas';
import { identifier } from '../../domain/text.schema';
import { directoryWithDuty, shiftsAhead } from './duty/duty-roster';
import { namedEscalations } from './named-escalations';
import { namedPeople } from './named-people';
import { namedByPolicy, reappliedPolicy } from './policies/reapplied-policy';
import { accountHistory } from './store/accounts';
import type { Database } from './store/database';
import { readAll } from './store/journal';
import { directoryVersion, excerpt } from './store/people';
import { record } from './store/recording';

/** An escalation that knows the rota for less than this gets what was written since. */
const DUTY_AHEAD_MS = 14 * 24 * 60 * 60 * 1_000;

/** Our memory on Postgres; `clock` gives the wall clock moment at which something is written down. */
export function createMemory(db: Database, clock: () => number = Date.now): MemoryPort {
  return {
    async record({ escalationId, events, directoryVersion: held, peopleIds, dutyUntilAt = null }: RecordRequest) {
      await record(db, { escalationId, events, recordedAt: clock() });
      const at = Math.max(clock(), events.at(-1)?.at ?? 0);
      if ((await directoryVersion(db)) > held) return { directory: await directoryWithDuty(db, peopleIds, at) };
      // Who knows no shift at all asks each time: one that begins months ahead is learnt once it comes near.
      const knownUntilAt = dutyUntilAt ?? 0;
      if (knownUntilAt > at + DUTY_AHEAD_MS) return { directory: null };
      const goesOn = (await shiftsAhead(db, at)).some(({ toAt }) => toAt > knownUntilAt);
      return { directory: goesOn ? await directoryWithDuty(db, peopleIds, at) : null };
    },
    resolve: (request) => resolve(db, request),
    async catchUp({ escalationId, afterSeq }) {
      const events = await readAll(db, escalationId, afterSeq);
      return events.map(({ recordedAt: _recordedAt, ...event }) => event);
    },
    accountHistory: (accountId, exceptEscalationId) => accountHistory(db, accountId, exceptEscalationId),
  };
}

const schemas = { ...stepSchemas, ...commandSchemas };

async function resolve(db: Database, { name, payload }: ResolveRequest): Promise<ResolveAnswer> {
  const message = isRecord(payload) ? payload : {};
  const byId = senderOf(message);
  const refused = (rejection: Rejection): ResolveAnswer => ({ ok: false, byId, rejection });
  const schema = Object.hasOwn(schemas, name) ? schemas[name as keyof typeof schemas] : undefined;
  if (!schema) {
    return refused({ type: 'unknown-command', status: 404, detail: `There is no step or command "${name}".` });
  }
  if (!isRecord(payload)) return refused(malformed([{ pointer: '#', detail: 'must be an object' }]));
  if (byId === null) return refused(malformed([{ pointer: '#/by', detail: 'must be the id of a person' }]));
  // Only the sender's id counts; a directory or roles that a message claims are nobody's business here.
  const { by: _by, directory: _directory, ...body } = message;
  const parsed = schema.safeParse(body);
  if (!parsed.success) return refused(malformed(parsed.error.issues.slice(0, 20).map(fieldProblem)));
  const policy = await reappliedPolicy(db, name, parsed.data);
  const directory = await excerpt(db, [byId, ...namedPeople(parsed.data), ...namedByPolicy(policy)]);
  const by = personIn(directory, byId);
  if (!by) return refused(unknownPerson(byId));
  const others = await namedEscalations(db, by, parsed.data);
  return { ok: true, body: parsed.data, by: asActor(by), directory, others, ...(policy && { policy }) };
}

/** A sender's id as a string, or in an object; null where it is no id at all. */
function senderOf({ by }: Record<string, unknown>): string | null {
  const parsed = identifier.safeParse(isRecord(by) ? by.id : by);
  return parsed.success ? parsed.data : null;
}

function personIn({ people }: DirectoryExcerpt, id: string) {
  return people.find((person) => person.id === id);
}

function unknownPerson(id: string): Rejection {
  const errors = [{ pointer: '#/by', detail: 'unknown person' }];
  return { type: 'unknown-person', status: 422, detail: `Nobody in the directory has the id "${id}".`, errors };
}

function malformed(errors: FieldProblem[]): Rejection {
  return { type: 'malformed', status: 422, detail: 'The message is not what it should be.', errors };
}

function fieldProblem({ path, message }: { path: PropertyKey[]; message: string }): FieldProblem {
  const steps = path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`);
  return { pointer: `#${steps.join('')}`, detail: message };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
