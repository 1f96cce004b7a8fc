import type { Message } from '../message';
import { customerHeard } from './clocks';
import type { Draft } from './draft';
import { spokenAt } from './spoken';

/** Word to the customer besides the steps. `asks`: it asks them something that we wait for. */
export function informCustomer(
  draft: Draft,
  message: Message,
  { pointer, asks, with: command }: { pointer: string; asks: boolean; with?: string },
): void {
  const occurredAt = spokenAt(draft.state, message, draft.now, pointer);
  const deliveryId = message.channel === 'mail' ? `message.${draft.state.seq + 1}` : null;
  draft.emit('customer.informed', {
    message,
    occurredAt,
    deliveryId,
    ...(asks && { asks }),
    ...(command && { with: command }),
  });
  customerHeard(draft, occurredAt);
}
