import { DAY_MS } from '../../domain/duration';
import type { CommandOutcome, KeptOutcome } from './input';

/** As long as the API keeps idempotency keys. */
const KEPT_MS = DAY_MS;
const MOST_KEPT = 500;

/** What updates were answered: the same update id gets the same answer in every later run too. */
export class OutcomeBook {
  private readonly byId: Map<string, KeptOutcome>;

  constructor(outcomes: readonly KeptOutcome[]) {
    this.byId = new Map(outcomes.map((outcome) => [outcome.updateId, outcome]));
  }

  /** The answer that this update got before, if it did. */
  find(updateId: string): CommandOutcome | undefined {
    return this.byId.get(updateId)?.outcome;
  }

  /** Remembers an answer. Only its seq: by the next run the journal holds the events. */
  keep(updateId: string, outcome: CommandOutcome): void {
    this.byId.set(updateId, { updateId, at: Date.now(), outcome: { seq: outcome.seq, events: [] } });
  }

  /** Those young enough to be asked for again. */
  kept(): KeptOutcome[] {
    const oldest = Date.now() - KEPT_MS;
    return [...this.byId.values()].filter(({ at }) => at >= oldest).slice(-MOST_KEPT);
  }
}
