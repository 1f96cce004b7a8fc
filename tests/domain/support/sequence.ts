import * as fc from 'fast-check';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../domain/duration';
import { isDone, stageOf } from '../../../domain/escalation/stage';
import type { Escalation } from '../../../domain/escalation/state';
import { awaitsShared } from '../../../domain/escalation/together/shared-steps';
import { asActor } from '../../../domain/people';
import type { Watch } from '../laws/law';
import { standIn } from '../laws/line';
import type { DeedName } from './bodies';
import { bodyOf, DEEDS } from './bodies';
import { policyGiven } from './bodies-policies';
import { deciderOf, promiseChange } from './bodies-agreements';
import { CAST, companyOf, LINE_KINDS } from './company';
import { missed, rotaOf } from './presence';
import { OTHERS } from './bodies-together';
import { peerAsk, SHARES } from './peer-asks';
import { teamDeed } from './sequence-team';
import { Simulation } from './simulation';
import type { WorldPlan } from './world';
import { raiseOf, worldPlans } from './world';

/** One thing that happens, as small numbers: what kind of thing, and how. It means something only to a state. */
export type Happening = readonly [kind: number, a: number, b: number, c: number];

/** A whole life: what it begins with, and what happens to it. */
export interface Sequence {
  world: WorldPlan;
  happenings: Happening[];
}

const LONGEST = 26;

/** Lives of every kind: time passes, people do what is due or something odd, mail fails, the directory changes. */
export const sequences: fc.Arbitrary<Sequence> = fc.record({
  world: worldPlans,
  happenings: fc.array(fc.tuple(fc.nat(99), fc.nat(63), fc.nat(63), fc.nat(63)), { maxLength: LONGEST }),
});

const PASSES_MS = [MINUTE_MS, 10 * MINUTE_MS, 29 * MINUTE_MS, 30 * MINUTE_MS, 45 * MINUTE_MS, HOUR_MS].concat([
  90 * MINUTE_MS,
  2 * HOUR_MS,
  4 * HOUR_MS,
  8 * HOUR_MS,
  12 * HOUR_MS,
  DAY_MS,
  3 * DAY_MS,
]);
const OUTAGES_MS = [16 * MINUTE_MS, HOUR_MS, 5 * HOUR_MS, 14 * HOUR_MS, 2 * DAY_MS];

const pick = <T>(from: readonly T[], index: number): T => from[index % from.length] as T;

/** Lives through a sequence under watch. */
export function live(
  { world, happenings }: Sequence,
  watches: readonly Watch[],
  tell?: (line: string) => void,
): Simulation {
  const { raise, now } = raiseOf(world);
  const simulation = new Simulation(raise, now, watches);
  let lastDeed: Deed | null = null;
  for (const [kind, a, b, c] of happenings) {
    if (kind < 26) pass(simulation, pick(PASSES_MS, a), tell);
    else if (kind < 30) outage(simulation, pick(OUTAGES_MS, a), tell);
    else if (kind < 33) askAsPeer(simulation, a, b, tell);
    else if (kind < 90) lastDeed = deeds(simulation, [kind, a, b, c], tell);
    else if (kind < 92) {
      if (lastDeed) act(simulation, lastDeed, tell);
    } else if (kind < 95) changeWeather(simulation, a, tell);
    else if (kind < 98) changeDirectory(simulation, a, b, tell);
    else speakUp(simulation, kind, tell);
  }
  simulation.end();
  return simulation;
}

/** One thing somebody does, or the next few in a row: without those, few lives would see their end. */
function deeds(simulation: Simulation, [kind, a, b, c]: Happening, tell?: (line: string) => void): Deed {
  const inARow = kind < 50 ? 1 : kind < 68 ? 2 + (c % 6) : 0;
  let deed = anyDeed(simulation.state, a, b, c);
  if (inARow === 0) act(simulation, deed, tell);
  for (let index = 0; index < inARow; index += 1) {
    deed = nextDeed(simulation.state, a + index, b + index, c + index);
    if (waitsForUmbrella(simulation.state) && (b + index) % 4 !== 3) askAsPeer(simulation, SHARES, b + index, tell);
    else act(simulation, deed, tell);
  }
  return deed;
}

interface Deed {
  name: DeedName;
  by: string;
  variant: number;
  slip: number;
}

function pass(simulation: Simulation, ms: number, tell?: (line: string) => void): void {
  // A week of an open escalation is hundreds of rungs and teaches nothing that three days do not.
  const span = simulation.state.status === 'closed' ? ms * 3 : ms;
  tell?.(`${span / MINUTE_MS} min pass`);
  simulation.pass(span);
}

function outage(simulation: Simulation, ms: number, tell?: (line: string) => void): void {
  tell?.(`an outage of ${ms / MINUTE_MS} min`);
  simulation.outage(ms);
}

/** The variants of `amend` that name a CSM, and the region that some policies ask for. */
const NAMES_CSM = 1;
const NAMES_REGION = 8;

/** What is due next by the person who should do it. */
function nextDeed(state: Escalation, a: number, b: number, c: number): Deed {
  const aside = teamDeed(state, b, c);
  if (aside) return { name: aside, by: rightPerson(state, aside, c), variant: (a * 7 + c) % 64, slip: 0 };
  const name = nextName(state, a);
  return {
    name,
    by: rightPerson(state, name, c),
    variant: name !== 'amend' ? b : state.status === 'closed' ? NAMES_CSM : NAMES_REGION,
    slip: 0,
  };
}

const WHILE_PAUSED = ['record-contact', 'resume', 'interim-update', 'record-contact', 'override-priority'] as const;

function nextName(state: Escalation, a: number): DeedName {
  if (state.status === 'settled' || state.status === 'withdrawn') return 'reopen';
  if (state.quiet && a % 8 === 7) return 'activate';
  if (state.status === 'paused') return pick(WHILE_PAUSED, a);
  if (state.handOver && a % 4 === 1) return 'accept-hand-over';
  if (a % 4 === 2 && state.approvals.some((one) => one.state === 'open')) return 'decide-approval';
  if (a % 16 === 9 && state.ownerId && state.status === 'open' && !isDone(state, 'solution')) return 'request-approval';
  const aside = a % 16 > 10 ? asideName(state, a % 16) : null;
  if (aside) return aside;
  const owed = state.commitments.some((one) => one.state === 'open' || one.state === 'broken');
  const stage = (stageOf(state) ?? 'add-note') as DeedName;
  if (stage === 'closure' && owed) return a % 4 === 1 ? promiseChange(state, a >> 2) : 'keep-commitment';
  if (stage === 'closure' && state.policy.fields.length > Object.keys(state.custom).length) return 'amend';
  const { csmId } = state.complaint.account;
  if (stage === 'check-in' && !(csmId && state.people[csmId])) return 'amend';
  if (stage === 'investigation' && a % 4 === 3 && !isDone(state, 'solution')) return 'solution';
  return stage;
}

/** What people do besides the steps. */
function asideName(state: Escalation, a: number): DeedName | null {
  const ranOut = state.clocks.some((clock) => clock.state === 'breached' && clock.metAt === null);
  if (a < 14 && ranOut) return 'take-charge';
  if (!state.ownerId || state.status !== 'open') return null;
  if (a < 14) return pick(['pause', 'override-priority', 'hand-over'], a);
  return a === 14 ? 'reassign' : 'record-contact';
}

/** Anything by anybody, mostly by somebody who may, mostly well said. */
function anyDeed(state: Escalation, a: number, b: number, c: number): Deed {
  const name = pick(DEEDS, a);
  const by = c % 4 === 3 ? pick(CAST, c >> 2) : rightPerson(state, name, c >> 2);
  return { name, by, variant: (b * 7 + c) % 64, slip: b % 3 === 2 ? 1 + ((b >> 2) % 12) : 0 };
}

function rightPerson(state: Escalation, name: DeedName, c: number): string {
  const manager = pick(['mia', 'dora', 'max', 'vera'], c);
  const owner = state.ownerId ?? manager;
  switch (name) {
    case 'check-in':
      return state.complaint.account.csmId ?? 'cleo';
    case 'legal-review':
      return c % 3 === 0 ? manager : 'lena';
    case 'report-import':
      return state.raisedBy.id;
    case 'accept-hand-over':
    case 'decline-hand-over':
      return state.handOver?.toId ?? 'ona';
    case 'intake':
    case 'override-priority':
    case 'reapply-policy':
    case 'reassign':
    case 'activate':
      return manager;
    case 'keep-commitment':
      return pick([owner, manager, state.commitments.at(-1)?.responsibleId ?? owner, owner], c >> 2);
    case 'decide-approval':
      return deciderOf(state, c);
    case 'complete-task':
      return pick([state.tasks.findLast((task) => task.state === 'open')?.personId ?? owner, owner, manager], c);
    case 'add-task':
    case 'change-task':
    case 'name-sponsor':
      return pick([owner, manager, state.escalationManagerId ?? owner], c);
    case 'merge':
    case 'join-umbrella':
    case 'leave-umbrella':
    case 'amend':
    case 'withdraw':
    case 'reopen':
      return c % 2 === 0 ? owner : manager;
    case 'take-charge':
      return pick([owner, manager, state.commitments.at(-1)?.responsibleId ?? 'cleo'], c);
    default:
      return owner;
  }
}

function act(simulation: Simulation, deed: Deed, tell?: (line: string) => void): void {
  const { state, now } = simulation;
  const named = state.people[deed.by];
  // Of whoever is away, their delegate acts every second time.
  const person = deed.variant % 2 === 0 ? (standIn(state, named, now) ?? named) : named;
  const by = person ? asActor(person) : { id: deed.by, name: 'Nobody', title: 'None', roles: [] };
  const body = bodyOf(deed.name, state, now, deed);
  const rejection = simulation.give({
    name: deed.name,
    body,
    by,
    directory: { version: 1, people: person ? [person] : [] },
    others: OTHERS,
    policy: policyGiven(deed.name, state, deed.variant),
  });
  const answer = rejection ? `refused: ${rejection.type} (${rejection.detail})` : 'done';
  tell?.(`${new Date(now).toISOString()} ${by.id}: ${deed.name} ${JSON.stringify(body)} → ${answer}`);
}

/** Whether the next step is one that its umbrella does. */
function waitsForUmbrella(state: Escalation): boolean {
  return awaitsShared(state, stageOf(state) ?? '');
}

/** Another escalation asks something of this one. */
function askAsPeer(simulation: Simulation, a: number, b: number, tell?: (line: string) => void): void {
  const ask = peerAsk(simulation.state, simulation.now, a, b);
  const rejection = simulation.give(ask);
  tell?.(`${ask.peer.ref} asks: ${ask.name} ${JSON.stringify(ask.body)} → ${rejection ? rejection.type : 'done'}`);
}

function changeWeather(simulation: Simulation, a: number, tell?: (line: string) => void): void {
  const weather = a % 3 === 0 ? 'works' : a % 3 === 1 ? 'down' : { refusing: pick(CAST, a >> 2) };
  tell?.(`mail: ${JSON.stringify(weather)}`);
  simulation.weather = weather;
  simulation.note(() => undefined);
}

/** Somebody leaves, comes back or moves; or the whole company is another one. */
function changeDirectory(simulation: Simulation, a: number, b: number, tell?: (line: string) => void): void {
  const { people } = simulation.state;
  const one = people[pick(CAST, a)];
  if (!one) return;
  if (b % 8 === 5) {
    tell?.(`the rota is another one: ${a}`);
    return simulation.refresh([], rotaOf(a, simulation.now));
  }
  if (b % 8 > 5 || b % 8 === 3) {
    const changed = missed(one, [a, b >> 3, b], simulation.now);
    tell?.(`${one.id}: ${JSON.stringify({ absences: changed.absences, leftAt: changed.leftAt })}`);
    return simulation.refresh([changed]);
  }
  tell?.(
    b % 4 === 0
      ? `the company changes to line ${a % LINE_KINDS}`
      : `${one.id} ${one.available ? 'is away' : 'is back'}`,
  );
  if (b % 4 === 0) simulation.refresh(companyOf({ line: a % LINE_KINDS, zones: b, away: [] }));
  else simulation.refresh([{ ...one, available: !one.available }]);
}

function speakUp(simulation: Simulation, kind: number, tell?: (line: string) => void): void {
  tell?.('the system notes something');
  const rejection = { type: 'malformed', status: 422, detail: 'a signal of the wrong shape' } as const;
  simulation.note((draft) => {
    if (kind === 98) draft.emit('command.rejected', { command: 'intake', byId: null, rejection });
    else draft.emit('time.moved', { byId: null, toAt: draft.now });
  });
}
