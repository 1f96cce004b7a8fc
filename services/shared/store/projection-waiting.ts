import type { Escalation } from '../../../domain/escalation/state';
import type { EscalationRow } from './read-tables';

type WaitingColumns = Pick<
  EscalationRow,
  'pauses' | 'paused_ms' | 'paused_since' | 'paused_until' | 'set_level' | 'set_until' | 'offered_to' | 'custom'
>;

/** What lists know of pauses, set levels, offers and the policy's own fields. */
export function waitingColumns(state: Escalation): WaitingColumns {
  const { pause, override, handOver } = state;
  return {
    pauses: state.pauses,
    paused_ms: state.pausedMs,
    paused_since: pause?.sinceAt ?? null,
    paused_until: pause?.untilAt ?? null,
    set_level: override?.level ?? null,
    set_until: override?.untilAt ?? null,
    offered_to: handOver?.toId ?? null,
    custom: state.custom,
  };
}
