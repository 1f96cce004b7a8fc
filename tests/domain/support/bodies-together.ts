import type { CommandName } from '../../../domain/commands/commands';
import { LINK_KINDS, type OtherEscalation } from '../../../domain/escalation/together/together';
import type { Escalation } from '../../../domain/escalation/state';
import type { Body } from './bodies';

/** Other escalations that people may name; the one that lives here is among them. */
export const OTHERS: readonly OtherEscalation[] = [
  { id: '0198-elder', ref: 'UP-7' },
  { id: '0200-younger', ref: 'UP-2044' },
  { id: '0201-youngest', ref: 'UP-2045' },
  { id: '0199-story', ref: 'UP-1042' },
];

const pick = <T>(from: readonly T[], index: number): T => from[index % from.length] as T;

/** By its id or its ref, and now and then one that nobody knows. */
function named(variant: number): string {
  if (variant % 16 === 15) return 'UP-99';
  const other = pick(OTHERS, variant >> 1);
  return variant % 2 === 0 ? other.ref : other.id;
}

type Name = Extract<CommandName, 'merge' | 'link' | 'unlink' | 'join-umbrella' | 'leave-umbrella'>;

/** What people say who bring escalations together. */
export const TOGETHER_WRITERS = {
  merge: (_state, _now, variant) => ({ intoId: named(variant), reason: 'The same invoices.' }),
  link: (_state, _now, variant) => ({
    otherId: named(variant),
    kind: pick(LINK_KINDS, variant >> 3),
    ...(variant % 3 === 0 ? { note: 'The same release.' } : {}),
  }),
  unlink: ({ links }, _now, variant) => ({ otherId: links[0]?.other.ref ?? named(variant) }),
  'join-umbrella': (_state, _now, variant) => ({ otherId: named(variant), reason: 'The same outage.' }),
  'leave-umbrella': () => ({ reason: 'Another trouble after all.' }),
} satisfies Record<Name, (state: Escalation, now: number, variant: number) => Body>;
