import { counted } from '../counted';
import { isoDuration } from '../iso-duration';
import type { PolicyVariant } from '../policy';
import { fits } from '../policy/terms-at';
import { knownPerson } from './known';
import { pausedTime } from './pause/paused-time';
import type { Clock, Escalation } from './state';

/** Where the budget of a clock stands: the line of its policy or plan, or its own date; and what it is counted in. */
export function policyLine(state: Escalation, clock: Clock): string {
  if (clock.for === 'commitment') return 'the promised date itself';
  if (clock.for === 'task') return "the task's own date";
  const counted = clock.calendar === null ? '' : `, counted in ${clock.calendar}`;
  return `policy ${state.policy.version}${budgetLine(state, clock)}${counted}`;
}

function budgetLine(state: Escalation, clock: Clock): string {
  const name = clock.for === 'step' ? clock.id : clock.for;
  const says = ({ terms }: PolicyVariant) => terms.clocks?.[name]?.budgetMs !== undefined;
  const place = { level: state.priority.level, tier: state.complaint.account.tier ?? 'unknown' } as const;
  const variant = state.policy.variants.findLast((one) => fits(one, place) && says(one));
  if (variant) return ` for ${forWhom(variant)}: clocks.${name}.budgetMs`;
  if (state.policy.clocks[name]?.budgetMs !== undefined) return `: clocks.${name}.budgetMs`;
  if (clock.for === 'keep-informed') return `: keepInformedMs.${state.priority.level}`;
  return `, plan: ${clock.id}.clock.budgetMs`;
}

function forWhom({ levels, tiers }: PolicyVariant): string {
  return [...(levels ?? []), ...(tiers ?? [])].join(', ') || 'all';
}

/** A clock that rests goes on with the pause's end. */
export function restingNext(
  { pause }: Escalation,
  { leftMs }: Clock,
): { what: string; at: number; to: string[]; because: string } | null {
  if (!pause) return null;
  const because = `it rests with ${isoDuration(leftMs)} left, since we wait for the customer: ${pause.reason}`;
  return { what: 'goes on', at: pause.untilAt, to: [], because };
}

const iso = (at: number) => new Date(at).toISOString();

/** What holds for all of its clocks, in sentences: that it is paused, for how long it was, a level that was set, an offer. */
export function explainStanding(state: Escalation, now: number): string[] {
  const { pause, override, handOver, pauses } = state;
  const { pausedMs, share } = pausedTime({ ...state, pausedSince: pause?.sinceAt ?? null }, now);
  const percent = `${Math.round(share * 1_000) / 10} %`;
  return [
    ...(pause ? [`Paused since ${iso(pause.sinceAt)} until ${iso(pause.untilAt)} at the latest: ${pause.reason}`] : []),
    ...(pauses > 0
      ? [`Paused ${counted(pauses, 'time')}, ${isoDuration(pausedMs)} in all: ${percent} of its time.`]
      : []),
    ...(override
      ? [
          `${override.by.name} set the level to ${override.level} until ${iso(override.untilAt)}, weighed ${state.weighedLevel}: ${override.reason}`,
        ]
      : []),
    ...(handOver
      ? [`Offered to ${knownPerson(state, handOver.toId)?.name ?? handOver.toId} since ${iso(handOver.offeredAt)}.`]
      : []),
  ];
}
