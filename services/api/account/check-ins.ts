import type { CheckInBody } from '../../../domain/steps/check-in/check-in.schema';
import type { AccountEvent } from '../../shared/store/account-page';

/** What a customer said a while after closure, or that nobody reached them. */
export interface CheckIn {
  escalationId: string;
  at: number;
  reached: boolean;
  improved: boolean | null;
  rating: number | null;
  quote: string | null;
  note: string;
}

/** Every check-in in these events, the newest first. */
export function checkInsIn(events: readonly AccountEvent[]): CheckIn[] {
  return events.flatMap((event) => checkInOf(event) ?? []).sort((one, other) => other.at - one.at);
}

/** The completion without reach follows its attempt, which tells it already. */
function checkInOf(event: AccountEvent): CheckIn | null {
  const { escalationId, at } = event;
  if (event.type === 'check-in.attempted') {
    const nothing = { improved: null, rating: null, quote: null };
    return { escalationId, at, reached: false, ...nothing, note: event.data.note };
  }
  if (event.type !== 'step.completed') return null;
  const { reached, improved = null, rating = null, quote = null, note } = event.data.body as CheckInBody;
  return reached ? { escalationId, at, reached, improved, rating, quote, note } : null;
}
