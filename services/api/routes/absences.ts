import type { z } from 'zod';
import { may } from '../../../domain/authority';
import type { Person } from '../../../domain/people';
import { listAbsences, removeAbsence, type StoredAbsence } from '../../shared/store/absences';
import { namesOf } from '../../shared/store/people';
import type { ApiDeps } from '../deps';
import { personOfPath } from '../directory/person-of-path';
import { writeAbsence } from '../directory/write-absence';
import { endpoint, NO_CONTENT, ok, type AnyEndpoint, type Caller } from '../http/endpoint';
import { notFound, Problem } from '../problems/problem';
import { absenceInputSchema, absenceSchema } from '../views/absence.schema';
import { pageOf } from '../views/common.schema';
import { iso } from '../views/moments';
import { announceIfPossible } from '../workflow/announce';

const PERSON = { id: 'The id of a person, or `me`' };
const WEEK_MS = 7 * 24 * 60 * 60 * 1_000;

/** When people are away, and who stands in for them. */
export const absenceEndpoints: readonly AnyEndpoint[] = [
  endpoint({
    id: 'listAbsences',
    method: 'get',
    path: '/v1/people/{id}/absences',
    tag: 'Directory',
    summary: 'When somebody is away, the latest first; those that ended in the last week are among them',
    params: PERSON,
    answers: { 200: { description: 'All of them.', schema: pageOf(absenceSchema).meta({ id: 'AbsencePage' }) } },
    problems: ['not-found'],
    handle: async ({ deps, params, caller }) => {
      const person = await personOfPath(deps, params.id ?? '', caller.person);
      const absences = await listAbsences(deps.database, person.id, Date.now() - WEEK_MS);
      return ok({ items: await absenceViews(deps, absences), nextCursor: null });
    },
  }),
  endpoint({
    id: 'addAbsence',
    method: 'post',
    path: '/v1/people/{id}/absences',
    tag: 'Directory',
    summary: 'Say that somebody is away: oneself, or as a manager upwards or admin anybody',
    description:
      'Ownership stays; reminders and rungs go to the delegate, who may do meanwhile what the absent person may. Every open escalation that knows the person is told at once.',
    params: PERSON,
    body: absenceInputSchema,
    answers: { 201: { description: 'It is written down.', schema: absenceSchema } },
    problems: [
      ...(['not-found', 'not-allowed', 'invalid-content', 'unknown-person', 'unavailable-person'] as const),
      ...(['not-eligible', 'absence-overlaps', 'delegate-loop'] as const),
    ],
    idempotent: true,
    handle: async ({ deps, params, body, caller }) => {
      const person = await personOfPath(deps, params.id ?? '', caller.person);
      requireTheirs(caller, person);
      const by = { createdBy: caller.person.id, now: Date.now() };
      const absence = await writeAbsence(deps.database, person, body, by);
      await announceIfPossible(deps, `absence/${person.id}`, { kind: 'person', personId: person.id });
      const [view] = await absenceViews(deps, [absence]);
      return { status: 201, body: view };
    },
  }),
  endpoint({
    id: 'deleteAbsence',
    method: 'delete',
    path: '/v1/people/{id}/absences/{absenceId}',
    tag: 'Directory',
    summary: 'Take an absence back; one that has begun ends with it',
    params: { ...PERSON, absenceId: 'The id of the absence' },
    answers: { 204: { description: 'It is gone.' } },
    problems: ['not-found', 'not-allowed'],
    handle: async ({ deps, params, caller }) => {
      const person = await personOfPath(deps, params.id ?? '', caller.person);
      requireTheirs(caller, person);
      if (!(await removeAbsence(deps.database, person.id, params.absenceId ?? ''))) throw notFound('absence');
      await announceIfPossible(deps, `absence/${person.id}`, { kind: 'person', personId: person.id });
      return NO_CONTENT;
    },
  }),
];

function requireTheirs({ person: caller }: Caller, person: Person): void {
  if (caller.id === person.id || may(caller, 'keep-absences')) return;
  throw new Problem('not-allowed', `Saying that ${person.name} is away is not for ${caller.name}.`);
}

async function absenceViews(
  { database }: ApiDeps,
  absences: readonly StoredAbsence[],
): Promise<z.infer<typeof absenceSchema>[]> {
  const delegates = absences.flatMap(({ delegateId }) => delegateId ?? []);
  const names = await namesOf(database, delegates);
  return absences.map(({ id, personId, fromAt, untilAt, delegateId, note, createdBy }) => ({
    ...{ id, personId, from: iso(fromAt), until: iso(untilAt), note, createdBy },
    delegate: delegateId === null ? null : { id: delegateId, name: names.get(delegateId) ?? delegateId },
  }));
}
