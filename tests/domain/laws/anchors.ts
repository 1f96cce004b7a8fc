import { advance } from '../../../domain/calendar/advance';
import { DAY_MS, HOUR_MS } from '../../../domain/duration';
import type { EscalationEvent } from '../../../domain/escalation/events';
import type { Escalation } from '../../../domain/escalation/state';
import type { Law, Watch } from './law';
import { requiring } from './law';
import { waits } from './line';

const ANCHORED = 'the 2 h run from the receipt, the 4 h and 8 h from the acknowledgment, the 7 days from the closure';

const BUDGET_MS: Readonly<Record<string, number>> = {
  intake: 2 * HOUR_MS,
  investigation: 4 * HOUR_MS,
  'customer-update': 8 * HOUR_MS,
  'check-in': 7 * DAY_MS,
};

class Anchors implements Watch {
  private readonly require = requiring(ANCHORED);
  private receiptAt = 0;
  private acknowledgedAt: number | null = null;
  private closedAt: number | null = null;

  raised(state: Escalation): void {
    this.receiptAt = state.receivedAt;
  }

  event(event: EscalationEvent, before: Escalation): void {
    if (event.type === 'step.completed') this.completed(event.data.step, event.data.occurredAt);
    if (event.type === 'escalation.reopened') this.reopened(event.at);
    if (event.type !== 'clock.started') return;
    const { clockId, anchorAt, budgetMs, dueAt } = event.data;
    const counted = advance(calendarIn(before, event.data.calendar), anchorAt, budgetMs);
    this.require(dueAt === counted, () => `${clockId} is due at ${dueAt}`);
    const budget = before.policy.clocks[clockId]?.budgetMs ?? BUDGET_MS[clockId];
    if (budget === undefined) return;
    const anchor = this.anchorOf(clockId);
    this.require(
      budgetMs === budget && anchorAt === anchor,
      () => `${clockId} counts ${budgetMs} from ${anchorAt}, not ${anchor}`,
    );
  }

  rest(state: Escalation): void {
    const has = (id: string) => state.clocks.some((clock) => clock.id === id);
    this.require(has('intake'), () => 'the 2 h never began');
    const both = has('investigation') && has('customer-update');
    this.require(both || state.acknowledgedAt === null, () => 'the 4 h and 8 h never began');
  }

  private completed(step: string, occurredAt: number): void {
    if (step === 'intake') this.acknowledgedAt = occurredAt;
    if (step === 'closure') this.closedAt = occurredAt;
  }

  /** Another round counts from its reopening; what was never acknowledged is due again as if it had just come. */
  private reopened(at: number): void {
    if (this.acknowledgedAt === null) this.receiptAt = at;
    else this.acknowledgedAt = at;
  }

  private anchorOf(clockId: string): number | null {
    if (clockId === 'check-in') return this.closedAt;
    return clockId === 'intake' ? this.receiptAt : this.acknowledgedAt;
  }
}

/** A calendar of the policy by its name; none counts every hour. */
function calendarIn({ policy }: Escalation, calendar: string | null | undefined) {
  return policy.calendars.find(({ name }) => name === calendar) ?? null;
}

const INFORMED =
  'keep-informed runs from the customer update until closure, daily for a P1 and every two days for others';
const informed: Law = {
  name: INFORMED,
  watch() {
    const require = requiring(INFORMED);
    let levelSince = 0;
    return {
      rest({ status, steps, clocks, priority }) {
        const updated = steps.some(({ name, completedAt }) => name === 'customer-update' && completedAt !== null);
        const clock = clocks.find(({ id }) => id === 'keep-informed');
        const runs = clock !== undefined && (waits(clock) || clock.state === 'paused');
        require(runs === ((status === 'open' || status === 'paused') && updated), () =>
          `${status}, updated ${updated}, keep-informed ${clock?.state}`);
        const budget = priority.level === 'P1' ? DAY_MS : 2 * DAY_MS;
        if (clock?.state !== 'running' || clock.budgetMs === budget) return;
        // Where the shorter time was over already when the level rose, the clock keeps its own.
        require(levelSince - clock.anchorAt >= budget, () =>
          `a ${priority.level} is given ${clock.budgetMs / HOUR_MS} h`);
      },
      event(event, before, after) {
        if (before.priority.level !== after.priority.level) levelSince = event.at;
        if (event.type !== 'contact.recorded' && event.type !== 'customer.informed') return;
        require(event.data.occurredAt >= before.receivedAt, () => 'a contact before the receipt');
      },
    };
  },
};

const RESTARTS = 'word to the customer starts the time until the next word anew, from when it was spoken';
const restarts: Law = {
  name: RESTARTS,
  watch() {
    const require = requiring(RESTARTS);
    let lastWordAt: number | null = null;
    return {
      event(event) {
        if (event.type === 'escalation.reopened') lastWordAt = null;
        if (event.type === 'step.completed' && event.data.step === 'customer-update')
          lastWordAt = event.data.occurredAt;
        if (lastWordAt === null) return;
        const word =
          event.type === 'customer.informed' ||
          (event.type === 'contact.recorded' && event.data.direction === 'to-customer');
        if (word) lastWordAt = Math.max(lastWordAt, event.data.occurredAt);
      },
      rest({ clocks }) {
        const clock = clocks.find(({ id }) => id === 'keep-informed');
        if (!clock || !waits(clock)) return;
        require(clock.anchorAt === lastWordAt, () =>
          `it counts from ${clock.anchorAt}, the last word was at ${lastWordAt}`);
      },
    };
  },
};

/** What clocks count from. */
export const anchorLaws: readonly Law[] = [{ name: ANCHORED, watch: () => new Anchors() }, informed, restarts];
