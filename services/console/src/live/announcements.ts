import type { LiveEvent } from './live-event';

/** What is worth an interruption; the rest follows from it, or is on its page. */
const WORTH_TELLING: ReadonlySet<string> = new Set([
  ...['escalation.raised', 'escalation.closed', 'escalation.settled', 'escalation.reopened', 'escalation.withdrawn'],
  ...['clock.breached', 'chain.advanced', 'chain.held', 'nobody.notified', 'notification.failed', 'message.failed'],
  ...['step.completed', 'owner.assigned', 'commitment.made', 'commitment.kept', 'customer.informed', 'time.moved'],
]);
const TOLD_ONE_BY_ONE = 2;
const KEPT = 200;

/** Gathers what happens, and tells it in one sentence whenever the listener may be interrupted again. */
export class Announcements {
  private waiting: LiveEvent[] = [];

  /** Whether it is worth telling; then it waits for `next`. */
  add(event: LiveEvent): boolean {
    if (!WORTH_TELLING.has(event.type) || !event.text) return false;
    if (this.waiting.length < KEPT) this.waiting.push(event);
    return true;
  }

  /** Forgets what waits: nobody was there to hear it. */
  clear(): void {
    this.waiting = [];
  }

  /** All that waits, in one message; null where nothing does. */
  next(): string | null {
    const events = this.waiting;
    this.waiting = [];
    if (events.length === 0) return null;
    const told = events.slice(0, TOLD_ONE_BY_ONE).map(sentence);
    const [only] = told;
    if (events.length === 1 && only) return only;
    const more = events.length - told.length;
    return `${events.length} changes: ${told.join(' ')}${more > 0 ? ` And ${more} more.` : ''}`;
  }
}

function sentence({ ref, text = '' }: LiveEvent): string {
  const told = text.includes(ref) ? text : `${ref}: ${text}`;
  return /[.!?…]$/.test(told) ? told : `${told}.`;
}
