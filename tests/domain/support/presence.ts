import * as fc from 'fast-check';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../domain/duration';
import type { DutyShift } from '../../../domain/duty';
import type { Absence, Person } from '../../../domain/people';
import { CAST } from './company';

/** Somebody is away, or has left: who, who stands in for them, and when. */
export type Missing = readonly [who: number, delegate: number, when: number];

/** Absences and leavers of every kind; all zeros is an hour without a delegate. */
export const missing: fc.Arbitrary<Missing> = fc.tuple(fc.nat(CAST.length - 1), fc.nat(63), fc.nat(63));

const FROM_MS = [0, -HOUR_MS, HOUR_MS, 100 * MINUTE_MS, 4 * HOUR_MS, DAY_MS];
const LENGTH_MS = [HOUR_MS, 20 * MINUTE_MS, 3 * HOUR_MS, 10 * HOUR_MS, 2 * DAY_MS, 21 * DAY_MS];
/** Of so many absences one is for good. */
const ONE_LEAVES_IN = 5;

const pick = <T>(from: readonly T[], index: number): T => from[index % from.length] as T;

/** These people, some of them missing. */
export function withMissing(people: readonly Person[], absent: readonly Missing[], now: number): Person[] {
  return absent.reduce<Person[]>(
    (all, one) => {
      const id = pick(CAST, one[0]);
      return all.map((person) => (person.id === id ? missed(person, one, now) : person));
    },
    [...people],
  );
}

/** One person who is missing besides, or back for good where they had left. */
export function missed(person: Person, [, delegate, when]: Missing, now: number): Person {
  const { leftAt, ...back } = person;
  if (leftAt !== undefined) return back;
  const fromAt = now + pick(FROM_MS, when >> 2);
  if (when % ONE_LEAVES_IN === 4) return { ...person, leftAt: fromAt };
  // Every third has no delegate; a circle of delegates, though refused where absences are written, must not hang it.
  const delegateId = delegate % 3 === 2 ? null : pick(CAST, delegate >> 1);
  const absence: Absence = { fromAt, untilAt: fromAt + pick(LENGTH_MS, when), delegateId };
  return { ...person, absences: [...(person.absences ?? []).slice(-2), absence] };
}

type Rota = readonly { personId: string; afterMs: number; forMs: number }[];

const ROTAS: readonly Rota[] = [
  [],
  [{ personId: 'max', afterMs: -HOUR_MS, forMs: 8 * HOUR_MS }],
  [
    { personId: 'max', afterMs: -HOUR_MS, forMs: 2 * HOUR_MS },
    { personId: 'mia', afterMs: HOUR_MS, forMs: DAY_MS },
  ],
  [
    { personId: 'dora', afterMs: 2 * HOUR_MS, forMs: HOUR_MS },
    { personId: 'nobody-knows', afterMs: 3 * HOUR_MS, forMs: HOUR_MS },
    { personId: 'hugo', afterMs: 5 * HOUR_MS, forMs: 3 * DAY_MS },
  ],
];

/** How many kinds of rota there are. */
export const ROTA_KINDS = ROTAS.length;

/** A rota written out around a moment; whatever is beyond the kinds is none. */
export function rotaOf(kind: number, now: number): DutyShift[] {
  const rota = ROTAS[kind] ?? [];
  return rota.map(({ personId, afterMs, forMs }) => ({
    personId,
    fromAt: now + afterMs,
    toAt: now + afterMs + forMs,
  }));
}
