import { DAY_MS, HOUR_MS } from '../../../domain/duration';
import type { PeerCommandName } from '../../../domain/commands/peers/peer-commands';
import type { Command } from '../../../domain/escalation/decide';
import type { Escalation } from '../../../domain/escalation/state';
import type { Estate, OtherEscalation } from '../../../domain/escalation/together/together';
import type { Actor } from '../../../domain/people';
import { OTHERS } from './bodies-together';

const pick = <T>(from: readonly T[], index: number): T => from[index % from.length] as T;

const BY: Actor = { id: 'max', name: 'Max Okafor', title: 'Support Manager, Nights', roles: ['manager'] };

/** What another escalation leaves: promises and tasks in time and past their date, clocks that ended earlier. */
function estateAt(now: number, variant: number): Estate {
  const days = (variant % 5) - 2;
  const promise = (commitmentId: string, dueAt: number) => ({
    ...{ commitmentId, text: `Promise ${commitmentId} from the other door`, dueAt, responsibleId: 'edda' },
    ...{ madeAt: now - 4 * DAY_MS, broken: dueAt <= now, remedy: variant % 2 === 0, dependsOn: ['t1', 't9'] },
  });
  const task = { taskId: 't1', text: 'Undo it there', personId: 'edda', addedAt: now - 4 * DAY_MS, counterpart: false };
  return {
    contacts: [{ name: 'Rae Lund', email: 'rae@northwind.example' }],
    promises: [promise('c1', now + days * DAY_MS + HOUR_MS), promise('c2', now + DAY_MS)].slice(0, variant % 3),
    tasks: variant % 4 === 0 ? [{ ...task, dueAt: now + days * DAY_MS, after: [] }] : [],
    clocks: ['intake', 'investigation', 'customer-update'].map((clockId, index) => ({
      ...{ clockId, anchorAt: now - 9 * HOUR_MS, dueAt: now + (index + days) * HOUR_MS },
    })),
    quiet: variant % 8 === 7,
  };
}

function bodyOf(name: PeerCommandName, peer: OtherEscalation, now: number, variant: number): object {
  switch (name) {
    case 'absorb':
      return { from: peer, reason: 'The same invoices.', estate: estateAt(now, variant) };
    case 'adopt-child':
      return { ready: variant % 2 === 0 };
    case 'share-step': {
      const step = variant % 3 === 2 ? 'solution' : 'investigation';
      return { step, round: 1, occurredAt: now - (variant % 7) * HOUR_MS, words: { findings: 'A job ran twice.' } };
    }
    case 'note-link':
      return { kind: variant % 2 === 0 ? 'followed-by' : 'related' };
    default:
      return name === 'release-child' || name === 'lose-umbrella' ? { because: 'Another trouble.' } : {};
  }
}

const NAMES: readonly PeerCommandName[] = [
  ...(['absorb', 'share-step', 'share-step', 'adopt-child', 'absorb'] as const),
  ...(['note-link', 'drop-link', 'release-child', 'share-step', 'adopt-child'] as const),
  'lose-umbrella',
];

/** The place of a shared step among what may be asked. */
export const SHARES = NAMES.indexOf('share-step');

/** Something that another escalation asks of this one; a shared step mostly comes from its umbrella. */
export function peerAsk(
  { umbrella, id }: Escalation,
  now: number,
  a: number,
  b: number,
): Command & { peer: OtherEscalation } {
  const name = pick(NAMES, a);
  const any = pick(
    OTHERS.filter((other) => other.id !== id),
    b,
  );
  const peer = (name === 'share-step' || name === 'lose-umbrella') && umbrella && b % 8 !== 7 ? umbrella : any;
  return { name, body: bodyOf(name, peer, now, b), by: BY, directory: { version: 1, people: [] }, peer };
}
