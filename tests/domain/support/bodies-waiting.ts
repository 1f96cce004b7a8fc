import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../domain/duration';
import { isDone } from '../../../domain/escalation/stage';
import type { Escalation } from '../../../domain/escalation/state';
import { LEVELS } from '../../../domain/priority';

type Body = Record<string, unknown>;
type Writer = (state: Escalation, now: number, variant: number, byId: string) => Body;

const pick = <T>(from: readonly T[], index: number): T => from[index % from.length] as T;

const PAUSES_MS = [2 * DAY_MS, DAY_MS, 4 * HOUR_MS, 5 * DAY_MS, 20 * MINUTE_MS, 6 * DAY_MS, -HOUR_MS];
const SET_FOR_MS = [DAY_MS, 6 * HOUR_MS, 3 * DAY_MS, 30 * DAY_MS, 31 * DAY_MS];
const HEIRS = ['ona', 'mia', 'ona', 'dora', 'edda', 'max'];

const ahead = (now: number, ms: number) => new Date(now + ms).toISOString();

/** What a plausible body of the commands about waiting, levels and offers says, in several variants. */
export const WAITING_WRITERS = {
  pause: (_state, now, variant) => ({
    dueAt: ahead(now, pick(PAUSES_MS, variant)),
    reason: 'Only they know the number of the contract.',
    ...(variant % 8 === 7 ? {} : { question: { channel: 'phone', body: 'Which contract is it?' } }),
  }),
  resume: () => ({ reason: 'We found it ourselves.' }),
  'override-priority': (state, now, variant) =>
    state.override && variant % 4 === 3
      ? { reason: 'It has calmed down.' }
      : {
          level: pick(LEVELS, variant),
          dueAt: ahead(now, pick(SET_FOR_MS, variant >> 2)),
          reason: 'Their board meets on Monday.',
          ...(variant % 8 > 5 ? { breachAllTheSame: true } : {}),
        },
  'hand-over': (_state, _now, variant) => ({
    toId: pick(HEIRS, variant),
    note: 'The cause is known; the update is still to be written.',
  }),
  'accept-hand-over': () => ({}),
  'decline-hand-over': () => ({ reason: 'I have three others.' }),
  'take-back-hand-over': () => ({ reason: 'I stay after all.' }),
} satisfies Record<string, Writer>;

const PARTS = {
  intake: 'intake',
  investigation: 'investigation',
  solution: 'solution',
  'customer-update': 'customerUpdate',
} as const;

/** Everything up to the full account that is not done, each part as its own step would be written. */
export function onOneCall(state: Escalation, byId: string, write: (step: keyof typeof PARTS) => Body): Body {
  const steps = (Object.keys(PARTS) as (keyof typeof PARTS)[]).filter((step) => !isDone(state, step));
  const parts = steps.map((step) => [PARTS[step], { ...write(step), ...(step === 'intake' ? { ownerId: byId } : {}) }]);
  return Object.fromEntries(parts) as Body;
}
