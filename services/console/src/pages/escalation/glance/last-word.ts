import type { EscalationView } from '../../../../../api/views/escalation.schema';

/** The steps by which the customer hears from us. */
const SPEAKING = ['intake', 'customer-update', 'closure'];

/** When the customer last heard from us: by a step that speaks to them, or in between. */
export function lastWordOf({ steps, acknowledgedAt, lastContactAt }: EscalationView): string | null {
  const spoken = steps.filter(({ name }) => SPEAKING.includes(name)).map(({ completedAt }) => completedAt);
  const moments = [...spoken, acknowledgedAt, lastContactAt].filter((at) => at !== null);
  return moments.sort().at(-1) ?? null;
}
