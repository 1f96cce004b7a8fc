import { elapsed } from '../../../domain/calendar/elapsed';
import type { EscalationEvent, EventData } from '../../../domain/escalation/events';
import type { Clock, Escalation } from '../../../domain/escalation/state';
import type { Law, Watch } from './law';
import { requiring } from './law';
import { clockBy } from './line';

const CONSERVED = 'what a clock has used and what is left make its budget, in its own calendar, however often it rests';

/** What a clock has used up, kept beside the domain's own books. */
interface Ledger {
  usedMs: number;
  /** Since when it runs in one piece; null while it rests. */
  fromAt: number | null;
  /** It was moved to run out at once, which somebody had to say. */
  cutShort: boolean;
}

class TimeKept implements Watch {
  private readonly require = requiring(CONSERVED);
  private readonly ledgers = new Map<string, Ledger>();

  event(event: EscalationEvent, before: Escalation, after: Escalation): void {
    switch (event.type) {
      case 'clock.started':
        this.ledgers.set(event.data.clockId, { usedMs: 0, fromAt: event.data.anchorAt, cutShort: false });
        break;
      case 'clock.paused':
        this.paused(event.data.clockId, after.pause?.sinceAt ?? event.at, before);
        break;
      case 'clock.resumed':
        Object.assign(this.ledgerOf(event.data.clockId), { fromAt: event.at });
        break;
      case 'clock.moved':
        this.moved(event.data, event.at);
        break;
      case 'clock.reminded':
        this.reminded(clockBy(before, event.data.clockId), before, event.at);
        break;
    }
    for (const clock of after.clocks) this.keepsItsBudget(clock);
  }

  rest(state: Escalation, now: number): void {
    for (const clock of state.clocks) {
      if (clock.state !== 'running') continue;
      const { usedMs, fromAt, cutShort } = this.ledgerOf(clock.id);
      if (cutShort) continue;
      const calendar = calendarOf(state, clock);
      const leftMs = elapsed(calendar, now, clock.dueAt);
      const used = usedMs + elapsed(calendar, fromAt ?? now, now);
      // One that was anchored in the past may have been due before now when it began.
      const whole = used + leftMs === clock.budgetMs || (leftMs === 0 && used > clock.budgetMs);
      this.require(whole, () => `${clock.id} has used ${used} of ${clock.budgetMs}, and ${leftMs} is left`);
    }
  }

  private moved({ clockId, dueAt, anchorAt }: EventData['clock.moved'], at: number): void {
    const ledger = this.ledgerOf(clockId);
    ledger.cutShort = dueAt <= at;
    // By a merge it counts from an earlier anchor, and from nothing.
    if (anchorAt !== undefined) Object.assign(ledger, { usedMs: 0, fromAt: anchorAt });
  }

  private paused(clockId: string, sinceAt: number, before: Escalation): void {
    const ledger = this.ledgerOf(clockId);
    const calendar = calendarOf(before, clockBy(before, clockId));
    ledger.usedMs += elapsed(calendar, ledger.fromAt ?? sinceAt, sinceAt);
    ledger.fromAt = null;
  }

  private reminded(clock: Clock, before: Escalation, at: number): void {
    const { usedMs, fromAt } = this.ledgerOf(clock.id);
    const used = usedMs + elapsed(calendarOf(before, clock), fromAt ?? at, at);
    this.require(used >= Math.round(clock.budgetMs * 0.75), () => `${clock.id} reminds after ${used}`);
  }

  /** `leftMs` counts from when it runs in one piece: what was used before, and what is left then. */
  private keepsItsBudget(clock: Clock): void {
    if (clock.state !== 'running' && clock.state !== 'paused') return;
    const { usedMs, fromAt, cutShort } = this.ledgerOf(clock.id);
    const leftMs = Math.max(0, clock.budgetMs - usedMs);
    const rests = (clock.state === 'paused') === (fromAt === null);
    this.require(
      rests && (cutShort || clock.leftMs === leftMs),
      () => `${clock.id} is ${clock.state} with ${clock.leftMs} left, having used ${usedMs} of ${clock.budgetMs}`,
    );
  }

  private ledgerOf(clockId: string): Ledger {
    const ledger = this.ledgers.get(clockId);
    if (!ledger) throw new Error(`${clockId} never began`);
    return ledger;
  }
}

function calendarOf({ policy }: Escalation, { calendar }: Clock) {
  return policy.calendars.find(({ name }) => name === calendar) ?? null;
}

const RESTING = 'only what waits for our answer rests, only while it is paused, and never the acknowledgment';
const resting: Law = {
  name: RESTING,
  watch() {
    const require = requiring(RESTING);
    const mayRest = ({ id, for: kind }: Clock) => id !== 'intake' && (kind === 'step' || kind === 'keep-informed');
    return {
      rest({ clocks, pause, status }) {
        require((status === 'paused') === (pause !== null), () => `${status}, the pause ${JSON.stringify(pause)}`);
        for (const clock of clocks) {
          const right = clock.state === 'paused' ? pause !== null && mayRest(clock) : true;
          require(right, () => `${clock.id} rests while it is ${status}`);
          const runsOn = clock.state === 'running' && pause !== null && mayRest(clock);
          require(!runsOn, () => `${clock.id} runs on while it is paused`);
        }
      },
    };
  },
};

const ASKED = 'a pause waits for a question that is not answered, until a date ahead, and each for one of its own';
const asked: Law = {
  name: ASKED,
  watch() {
    const require = requiring(ASKED);
    let askedAt = -Infinity;
    let heardAt = -Infinity;
    let pausedAt = -Infinity;
    return {
      event(event, before, after) {
        const { data } = event;
        if ('asks' in data && data.asks === true) askedAt = Math.max(askedAt, data.occurredAt);
        if (event.type === 'contact.recorded' && event.data.direction === 'from-customer') {
          heardAt = Math.max(heardAt, event.data.occurredAt);
        }
        if (event.type !== 'escalation.paused') return;
        require(before.acknowledgedAt !== null && before.pause === null, () =>
          'paused before it was acknowledged, or twice');
        require(askedAt > heardAt && askedAt > pausedAt, () =>
          `asked ${askedAt}, heard ${heardAt}, paused ${pausedAt}`);
        const { untilAt } = event.data;
        const longest = event.at + after.policy.longestPauseMs;
        require(untilAt > event.at && untilAt <= longest, () => `paused until ${untilAt}, at most ${longest}`);
        pausedAt = event.at;
      },
      rest({ pause }, now) {
        require(pause === null || pause.untilAt > now, () => `the pause was over at ${pause?.untilAt}`);
        require(pause === null || heardAt < pause.askedAt, () => 'it rests on although the customer has answered');
      },
    };
  },
};

/** What happens to time while we wait for the customer. */
export const pauseLaws: readonly Law[] = [{ name: CONSERVED, watch: () => new TimeKept() }, resting, asked];
