import { HOUR_MS, MINUTE_MS } from '../../../domain/duration';
import { nextOfClock } from '../../../domain/escalation/due';
import type { EscalationEvent, EventOf } from '../../../domain/escalation/events';
import type { Escalation } from '../../../domain/escalation/state';
import type { Law, Watch } from './law';
import { requiring } from './law';
import { clockBy, lineOf, waits } from './line';

const HOLD_MS = 60 * MINUTE_MS;
const RUNG_MS = 30 * MINUTE_MS;
const BUNDLED_MS = 4 * HOUR_MS;

/** What a clock's chain has done in its present run. */
interface Climb {
  /** When it began: the breach, the activation, the end of a hold. */
  from: number;
  held: boolean;
  lastAt: number | null;
  /** After its last rung two rounds were over. */
  roundsOver: boolean;
  unheard: boolean;
}

/** Follows each clock's chain; the laws look at it before and after each rung. */
class Climbing {
  readonly climbs = new Map<string, Climb>();

  take(event: EscalationEvent, before: Escalation): void {
    switch (event.type) {
      case 'clock.breached':
        this.begin(event.data.clockId, event.at, false);
        break;
      case 'escalation.activated':
        for (const { id } of before.clocks.filter((one) => one.state === 'breached' && waits(one)))
          this.begin(id, event.at, false);
        break;
      case 'chain.held':
        for (const id of event.data.clockIds) this.begin(id, event.at + HOLD_MS, true);
        break;
      case 'chain.advanced':
        this.advance(event, before);
        break;
      case 'nobody.notified': {
        const climb = this.climbs.get(event.data.clockId);
        if (climb) climb.unheard = true;
        break;
      }
      case 'clock.met':
      case 'clock.cancelled':
        this.climbs.delete(event.data.clockId);
        break;
    }
  }

  private begin(clockId: string, from: number, held: boolean): void {
    this.climbs.set(clockId, { from, held, lastAt: null, roundsOver: false, unheard: false });
  }

  private advance({ at, data }: EventOf<'chain.advanced'>, before: Escalation): void {
    for (const id of [data.clockId, ...data.bundles]) {
      const clock = clockBy(before, id);
      const number = id === data.clockId ? data.number : (clock.chain?.fired ?? 0) + 1;
      const climb = this.climbs.get(id);
      if (!climb) continue;
      const roundsOver = number >= twoRounds(before, id, at);
      Object.assign(climb, { held: false, lastAt: at, unheard: false, roundsOver });
    }
  }
}

function twoRounds(state: Escalation, clockId: string, at: number): number {
  return 2 * Math.max(1, lineOf(state, clockBy(state, clockId), at).length);
}

/** A law over each rung, with what its clock's chain did before it. */
function rungLaw(
  name: string,
  check: (rung: EventOf<'chain.advanced'>, before: Escalation, climbing: Climbing) => string | null,
): Law {
  return {
    name,
    watch() {
      const require = requiring(name);
      const climbing = new Climbing();
      return {
        event(event, before) {
          if (event.type === 'chain.advanced') {
            const wrong = check(event, before, climbing);
            require(wrong === null, () =>
              `${event.data.clockId}, rung ${event.data.number} at seq ${event.seq}: ${wrong}`);
          }
          climbing.take(event, before);
        },
      };
    },
  };
}

const spokenFor = ({ data }: EventOf<'chain.advanced'>) => [data.clockId, ...data.bundles];

const held = rungLaw(
  'a chain rests for 60 minutes after a take-charge, then begins again at its first rung',
  (rung, before, climbing) => {
    for (const id of spokenFor(rung)) {
      const climb = climbing.climbs.get(id);
      if (!climb) return `${id} has not run out`;
      if (rung.at < climb.from) return `${id} is held until ${climb.from}`;
      if (climb.lastAt !== null) continue;
      const clock = clockBy(before, id);
      if (id !== rung.data.clockId) return `${id} begins inside a bundle`;
      if (rung.data.number !== 1) return 'it does not begin at the first rung';
      const first = lineOf(before, clock, rung.at)[0];
      if (rung.data.toIds[0] !== first?.id) return `the first rung goes to ${rung.data.toIds[0]}, not ${first?.id}`;
    }
    return null;
  },
);

const paced = rungLaw(
  'the next rung never goes earlier than 30 minutes after, but for one that reached nobody',
  (rung, _before, climbing) => {
    for (const id of spokenFor(rung)) {
      const climb = climbing.climbs.get(id);
      if (!climb || climb.lastAt === null || climb.unheard) continue;
      if (rung.at < climb.lastAt + RUNG_MS) return `${id} spoke ${(rung.at - climb.lastAt) / MINUTE_MS} min before`;
    }
    return null;
  },
);

const fourHourly = rungLaw('after two rounds a chain goes on every four hours', (rung, before, climbing) => {
  const climb = climbing.climbs.get(rung.data.clockId);
  const line = lineOf(before, clockBy(before, rung.data.clockId), rung.at);
  // Where the line grew meanwhile, its two rounds are not over yet.
  const bundled = rung.data.number > twoRounds(before, rung.data.clockId, rung.at);
  if (bundled && climb?.roundsOver && climb.lastAt !== null && rung.at < climb.lastAt + BUNDLED_MS) {
    return `it spoke ${(rung.at - climb.lastAt) / MINUTE_MS} min before`;
  }
  if (line.length > 0 && bundled !== (rung.data.rung === 'everyone')) return `it is said to be for "${rung.data.rung}"`;
  return null;
});

const upwards = rungLaw('a chain goes up the line, one after the other, to those who are here', (rung, before) => {
  const line = lineOf(before, clockBy(before, rung.data.clockId), rung.at).map(({ id }) => id);
  const { toIds, notices } = rung.data;
  if (notices.map(({ toId }) => toId).join() !== toIds.join()) return 'its notices go to others';
  if (rung.data.rung === 'everyone') {
    const stranger = toIds.find((id) => !line.includes(id));
    if (stranger) return `${stranger} is not in the line ${line.join()}`;
    return line.length > 0 && toIds.length === 0 ? 'it goes to nobody' : null;
  }
  const wanted = line[(rung.data.number - 1) % Math.max(1, line.length)];
  return toIds.length === 1 && toIds[0] === wanted ? null : `it goes to ${toIds.join()}, not to ${wanted}`;
});

const ONE_A_WAKE = 'a wake takes each chain up one rung at most, and bundles what goes to the same people';
const oneAWake: Law = {
  name: ONE_A_WAKE,
  watch() {
    const require = requiring(ONE_A_WAKE);
    // A wake may change whom a clock watches before its chain goes up: each line is the one of that moment.
    const lines = new WeakMap<EscalationEvent, string>();
    return {
      event(event, before) {
        if (event.type !== 'chain.advanced') return;
        const line = lineOf(before, clockBy(before, event.data.clockId), event.at);
        lines.set(event, line.map(({ id }) => id).join());
      },
      woke(events) {
        const seen = new Set<string>();
        const bundles = new Set<string>();
        for (const event of events) {
          if (event.type !== 'chain.advanced') continue;
          for (const id of spokenFor(event)) {
            require(!seen.has(id), () => `${id} goes up twice in a wake`);
            seen.add(id);
          }
          const people = lines.get(event) ?? '';
          if (event.data.rung !== 'everyone' || people === '') continue;
          require(!bundles.has(people), () => `${people} get two bundles in a wake`);
          bundles.add(people);
        }
      },
    };
  },
};

const GOES_ON = 'a chain goes on until somebody acts: forgotten after a take-charge, it starts again';

class GoingOn implements Watch {
  private readonly require = requiring(GOES_ON);
  private readonly climbing = new Climbing();

  event(event: EscalationEvent, before: Escalation): void {
    this.climbing.take(event, before);
  }

  rest(state: Escalation, now: number): void {
    if (state.quiet || state.priority.level !== 'P1') return;
    for (const clock of state.clocks) {
      if (clock.state !== 'breached' || !waits(clock)) continue;
      const climb = this.climbing.climbs.get(clock.id);
      if (!climb) continue;
      const latest = climb.lastAt === null ? climb.from : climb.lastAt + (climb.roundsOver ? BUNDLED_MS : RUNG_MS);
      const next = nextOfClock(state, clock, now);
      this.require(
        next !== null && next.at <= Math.max(latest, now),
        () => `${clock.id} goes on at ${next?.at}, due ${latest}`,
      );
    }
  }
}

/** How chains climb. */
export const chainLaws: readonly Law[] = [
  held,
  paced,
  fourHourly,
  upwards,
  oneAWake,
  { name: GOES_ON, watch: () => new GoingOn() },
];
