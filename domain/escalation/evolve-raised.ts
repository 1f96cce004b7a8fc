import { ADDED_SINCE_0_1_0, completePolicy } from './carried';
import type { EventOf } from './events';
import type { Escalation } from './state';

/** The escalation that `escalation.raised` begins; its level follows with `priority.assessed`. */
export function raised({ seq, at, actor, data }: EventOf<'escalation.raised'>): Escalation {
  if (!actor) throw new Error('escalation.raised without the person who raised it');
  return {
    id: data.id,
    ref: data.ref,
    rules: data.rules,
    policy: completePolicy(data.policy),
    plan: data.plan,
    seq,
    lastAt: at,
    status: 'open',
    round: 1,
    quiet: data.quiet,
    complaint: data.complaint,
    firstEscalation: data.firstEscalation,
    receivedAt: data.receivedAt,
    raisedAt: at,
    raisedBy: actor,
    priority: { level: 'P1', score: 0, factors: [] },
    ...ADDED_SINCE_0_1_0,
    duty: data.duty ?? [],
    umbrella: data.umbrella ?? null,
    custom: data.custom ?? {},
    sponsor: data.sponsor ?? null,
    ownerId: null,
    signerId: null,
    acknowledgedAt: null,
    people: Object.fromEntries(data.directory.people.map((person) => [person.id, person])),
    directoryVersion: data.directory.version,
    steps: data.plan.map(({ name }) => ({ name, completedAt: null, completedBy: null })),
    clocks: [],
    commitments: [],
    lastContactAt: null,
    unreachedAt: [],
    rootCause: null,
    rootCauseNote: null,
    closedAt: null,
    settledAt: null,
    outcome: null,
    deliveries: [],
    rungs: [],
    lastActedAt: {},
    unheard: [],
  };
}
