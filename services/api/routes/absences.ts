import type { z } from 'zod';
import { may } from '../../../domain/authority';
import type { Person } from '../../../domain/people';
import { listAbsences, takeBackAbsence, type StoredAbsence } from '../../shared/store/absences';
import { namesOf } from '../../shared/store/people';
import type { ApiDeps } from '../deps';
import { personOfPath } from '../directory/person-of-path';
import { requireAbsencesOf, writeAbsence } from '../directory/write-absence';
import { endpoint, NO_CONTENT, ok, type AnyEndpoint } from '../http/endpoint';
import { notFound } from '../problems/problem';
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
      return ok({ items: await absenceViews(deps, absences, caller.person), nextCursor: null });
    },
  }),
  endpoint({
    id: 'addAbsence',
    method: 'post',
    path: '/v1/people/{id}/absences',
    tag: 'Directory',
    summary: 'Say that somebody is away: oneself, or as a manager upwards or admin somebody else',
    description:
      'Ownership stays; reminders and rungs go to the delegate, who may do meanwhile what the absent person may. So a manager writes nobody’s who is above or higher than themselves, and nobody names themselves for another who is not below them. Every open escalation that knows the person is told at once.',
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
      const by = { writer: caller.person, now: Date.now() };
      const absence = await writeAbsence(deps.database, person, body, by);
      await announceIfPossible(deps, `absence/${person.id}`, { kind: 'person', personId: person.id });
      const [view] = await absenceViews(deps, [absence], caller.person);
      return { status: 201, body: view };
    },
  }),
  endpoint({
    id: 'deleteAbsence',
    method: 'delete',
    path: '/v1/people/{id}/absences/{absenceId}',
    tag: 'Directory',
    summary: 'Take an absence back, as who may write it; one that has begun ends with it',
    params: { ...PERSON, absenceId: 'The id of the absence' },
    answers: { 204: { description: 'It counts no more.' } },
    problems: ['not-found', 'not-allowed'],
    handle: async ({ deps, params, caller }) => {
      const person = await personOfPath(deps, params.id ?? '', caller.person);
      await requireAbsencesOf(deps.database, caller.person, person);
      const isThere = await takeBackAbsence(deps.database, person.id, params.absenceId ?? '', caller.person.id);
      if (!isThere) throw notFound('absence');
      await announceIfPossible(deps, `absence/${person.id}`, { kind: 'person', personId: person.id });
      return NO_CONTENT;
    },
  }),
];

async function absenceViews(
  { database }: ApiDeps,
  absences: readonly StoredAbsence[],
  caller: Person,
): Promise<z.infer<typeof absenceSchema>[]> {
  const names = await namesOf(
    database,
    absences.flatMap(({ delegateId, writtenBy }) => [delegateId ?? [], writtenBy].flat()),
  );
  const named = (id: string) => ({ id, name: names.get(id) ?? id });
  return absences.map(({ id, personId, fromAt, untilAt, delegateId, note, writtenBy }) => ({
    ...{ id, personId, from: iso(fromAt), until: iso(untilAt) },
    delegate: delegateId === null ? null : named(delegateId),
    // Why somebody is away may be a matter of their health.
    note: caller.id === personId || may(caller, 'keep-absences') ? note : null,
    writtenBy: named(writtenBy),
  }));
}
