import { isAskedFor } from '../../../domain/escalation/custom/required-fields';
import { pausedTime } from '../../../domain/escalation/pause/paused-time';
import type { Escalation } from '../../../domain/escalation/state';
import { isoDuration } from '../../../domain/iso-duration';
import type { EscalationView } from './escalation.schema';
import { iso } from './moments';
import { personRef } from './people-refs';

type WaitingView = Pick<
  EscalationView,
  'pause' | 'pauses' | 'paused' | 'pausedShare' | 'handOver' | 'custom' | 'customFields'
>;

/** What waits, what is offered, and what the policy asks for besides. */
export function waitingView(state: Escalation, now: number): WaitingView {
  const { pause, handOver } = state;
  const { pausedMs, share } = pausedTime({ ...state, pausedSince: pause?.sinceAt ?? null }, now);
  return {
    pause: pause && {
      since: iso(pause.sinceAt),
      until: iso(pause.untilAt),
      reason: pause.reason,
      askedAt: iso(pause.askedAt),
    },
    pauses: state.pauses,
    paused: isoDuration(pausedMs),
    pausedShare: share,
    handOver: handOver && {
      to: personRef(state, handOver.toId),
      note: handOver.note,
      offeredAt: iso(handOver.offeredAt),
    },
    custom: { ...state.custom },
    customFields: state.policy.fields.map((field) => ({
      name: field.name,
      title: field.title,
      kind: field.kind,
      choices: [...(field.choices ?? [])],
      requiredFor: isAskedFor(field, state) ? [...field.requiredFor] : [],
    })),
  };
}

/** A level that a person set, beside what the weighing says. */
export function overrideView({ override, weighedLevel }: Escalation): EscalationView['priority']['override'] {
  if (!override) return null;
  const { level, reason, by, at, untilAt } = override;
  const { id, name, title, roles } = by;
  return {
    level,
    reason,
    by: { id, name, title, roles: [...roles] },
    at: iso(at),
    until: iso(untilAt),
    weighed: weighedLevel,
  };
}
