import { z } from 'zod';
import { counted } from '../../../domain/counted';
import { DAY_MS } from '../../../domain/duration';
import { rotaSchema, type Rota } from '../../shared/duty/rota.schema';
import { shiftsFromIcs } from '../../shared/duty/shifts-from-ics';
import { feedExtent, readRota, writeFeed, writeRota } from '../../shared/store/duty';
import { findPerson, listPeople } from '../../shared/store/people';
import type { ApiDeps } from '../deps';
import { requireAbleToAnswer, type NamedForDuty } from '../directory/able-to-answer';
import { dutyAhead } from '../directory/duty-ahead';
import { endpoint, ok, type AnyEndpoint } from '../http/endpoint';
import { requirePermission } from '../http/require';
import { Problem } from '../problems/problem';
import { momentView } from '../views/common.schema';
import { dutyView } from '../views/duty-view';
import { dutySchema, feedInputSchema, feedSchema } from '../views/duty.schema';
import { iso, isoOrNull } from '../views/moments';
import { announceIfPossible } from '../workflow/announce';

const rotaView = z
  .object({
    ...rotaSchema.shape,
    revision: z.int().describe('Counts the changes; 0: nobody has written any'),
    changedBy: z.string().nullable(),
    changedAt: momentView.nullable(),
    feed: feedSchema,
  })
  .meta({ id: 'DutyRota' });

const rotaBody = rotaSchema.extend({
  revision: z
    .int()
    .min(0)
    .optional()
    .describe('The revision that was read: another one since is a conflict. Absent: written over whatever stands'),
});

/** Who answers before an escalation has an owner. */
export const dutyEndpoints: readonly AnyEndpoint[] = [
  endpoint({
    id: 'getDuty',
    method: 'get',
    path: '/v1/duty',
    tag: 'Directory',
    summary: 'Who is on duty from now on, who covers for them, and when nobody is',
    query: z.strictObject({ days: z.coerce.number().int().min(1).max(90).default(14) }),
    answers: { 200: { description: 'From now on.', schema: dutySchema } },
    problems: [],
    handle: async ({ deps, query: { days } }) => {
      const now = Date.now();
      return ok(dutyView(await dutyAhead(deps.database, now, days), now, now + days * DAY_MS));
    },
  }),
  endpoint({
    id: 'getDutyRota',
    method: 'get',
    path: '/v1/duty/rota',
    tag: 'Directory',
    summary: 'The duty rota as it is written',
    answers: { 200: { description: 'The rota.', schema: rotaView } },
    problems: [],
    handle: async ({ deps }) => ok(await writtenRota(deps)),
  }),
  endpoint({
    id: 'putDutyRota',
    method: 'put',
    path: '/v1/duty/rota',
    tag: 'Directory',
    summary: 'Write the duty rota (manager upwards, admin)',
    description:
      'The week as it repeats, in the zone of each shift, and cover for single stretches. Cover goes over the feed, the feed over the week; where none of them has anybody, the duty managers of the policy answer.',
    body: rotaBody,
    answers: { 200: { description: 'As it is written now.', schema: rotaView } },
    problems: ['not-allowed', 'unknown-person', 'unavailable-person', 'not-eligible', 'rota-changed'],
    handle: async ({ deps, body: { revision, ...rota }, caller }) => {
      requirePermission(caller, 'keep-duty-rota');
      await requireAbleToAnswer(deps, namedIn(rota));
      if (!(await writeRota(deps.database, rota, caller.person.id, revision))) throw await changedMeanwhile(deps);
      await announceIfPossible(deps, 'duty-rota', { kind: 'rota' });
      return ok(await writtenRota(deps));
    },
  }),
  endpoint({
    id: 'putDutyFeed',
    method: 'put',
    path: '/v1/duty/feed',
    tag: 'Directory',
    summary: 'Take the shifts from an ICS file (manager upwards, admin)',
    description:
      'Who has a shift is named by ATTENDEE (a mail address) or SUMMARY (a mail address, an id or a name, also after a colon). Repetitions are written out to the end of the year after next. A file with anything wrong changes nothing.',
    body: feedInputSchema,
    answers: { 200: { description: 'What it came to.', schema: feedSchema } },
    problems: ['not-allowed', 'feed-broken', 'unavailable-person', 'not-eligible'],
    handle: async ({ deps, body: { text, zone }, caller }) => {
      requirePermission(caller, 'keep-duty-rota');
      const { shifts, problems } =
        text === null
          ? { shifts: [], problems: [] }
          : shiftsFromIcs(text, await listPeople(deps.database), zone, Date.now());
      if (problems.length > 0) {
        const errors = problems.map(({ line, detail }) => ({ pointer: '#/text', detail: `line ${line}: ${detail}` }));
        throw new Problem(
          'feed-broken',
          `${counted(problems.length, 'entry', 'entries')} of the file cannot be used; nothing was changed.`,
          {
            errors,
          },
        );
      }
      await requireAbleToAnswer(
        deps,
        shifts.map(({ personId }) => ({ personId, pointer: '#/text' })),
      );
      await writeFeed(deps.database, shifts);
      await announceIfPossible(deps, 'duty-rota', { kind: 'rota' });
      const { untilAt } = await feedExtent(deps.database);
      return ok({ shifts: shifts.length, until: isoOrNull(untilAt) });
    },
  }),
];

async function writtenRota({ database }: ApiDeps): Promise<z.infer<typeof rotaView>> {
  const { rota, revision, changedBy, changedAt } = await readRota(database);
  const { shifts, untilAt } = await feedExtent(database);
  const cover = rota.cover.map(({ from, until, ...rest }) => ({
    ...rest,
    from: iso(Date.parse(from)),
    until: iso(Date.parse(until)),
  }));
  const feed = { shifts, until: isoOrNull(untilAt) };
  return { shifts: rota.shifts, cover, revision, changedBy, changedAt: isoOrNull(changedAt), feed };
}

/** The refusal of what was written from an older revision. */
async function changedMeanwhile({ database }: ApiDeps): Promise<Problem> {
  const { revision, changedBy, changedAt } = await readRota(database);
  if (changedBy === null) return new Problem('rota-changed', 'Nobody has written a rota: that is revision 0.');
  const name = (await findPerson(database, changedBy))?.name ?? changedBy;
  return new Problem('rota-changed', `It is at revision ${revision}; ${name} wrote it at ${isoOrNull(changedAt)}.`);
}

function namedIn({ shifts, cover }: Rota): NamedForDuty[] {
  const pointed = (list: string) => (one: { personId: string | null }, index: number) =>
    one.personId === null ? [] : [{ personId: one.personId, pointer: `#/${list}/${index}/personId` }];
  return [...shifts.flatMap(pointed('shifts')), ...cover.flatMap(pointed('cover'))];
}
