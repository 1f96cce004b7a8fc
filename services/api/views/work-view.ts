import { findCommand } from '../../../domain/commands/commands';
import { stageOf } from '../../../domain/escalation/stage';
import { waitingIn, type Doable, type Waiting } from '../../../domain/escalation/waiting';
import type { Person } from '../../../domain/people';
import { findStep } from '../../../domain/steps/plan';
import { groupBy } from '../../shared/store/grouping';
import { ownNow } from '../../shared/own-now';
import type { StoredEscalation } from '../../shared/store/escalations';
import { iso, isoOrNull } from './moments';
import type { WorkItem, WorkView } from './work.schema';

/** Nobody works through more than this; the most urgent are told. */
const MOST_ITEMS = 200;

interface Placed {
  personId: string;
  item: WorkItem;
  /** Time left, negative once it is over. */
  remainingMs: number;
  score: number;
}

/** Escalations in which something may wait, and whether they are all that there are. */
export interface Found {
  escalations: readonly StoredEscalation[];
  isAll: boolean;
}

/** What waits for me and for those below me, out of these escalations. */
export function workView(
  { escalations, isAll }: Found,
  me: Person,
  below: readonly Person[],
  wallNow: number,
): Omit<WorkView, 'dutyGaps'> {
  const placed = escalations.flatMap((stored) => placedIn(stored, wallNow)).sort(byUrgency);
  const byPerson = groupBy(placed, ({ personId }) => personId);
  const itemsOf = (id: string) => (byPerson.get(id) ?? []).slice(0, MOST_ITEMS).map(({ item }) => item);
  const urgencyOf = ({ id }: Person) => placed.findIndex(({ personId }) => personId === id);
  const people = below.filter(({ id }) => byPerson.has(id)).sort((one, other) => urgencyOf(one) - urgencyOf(other));
  return {
    items: itemsOf(me.id),
    people: people.map(({ id, name, title }) => ({ person: { id, name, title }, items: itemsOf(id) })),
    more: !isAll || [me, ...people].some(({ id }) => (byPerson.get(id)?.length ?? 0) > MOST_ITEMS),
    asOf: iso(wallNow),
  };
}

function placedIn({ state, lastRecordedAt }: StoredEscalation, wallNow: number): Placed[] {
  const now = ownNow(state.lastAt, lastRecordedAt, wallNow);
  return waitingIn(state, now).map((waiting) => ({
    personId: waiting.personId,
    item: itemView(state, waiting, now),
    remainingMs: waiting.dueAt === null ? Infinity : waiting.dueAt - now,
    score: state.priority.score,
  }));
}

function byUrgency(one: Placed, other: Placed): number {
  if (one.remainingMs !== other.remainingMs) return one.remainingMs < other.remainingMs ? -1 : 1;
  return other.score - one.score;
}

function itemView(state: StoredEscalation['state'], waiting: Waiting, now: number): WorkItem {
  const { account, summary } = state.complaint;
  const { why, what, clockId, commitmentId, dueAt, breached } = waiting;
  return {
    ...{ escalationId: state.id, ref: state.ref, summary },
    account: { id: account.id, name: account.name, tier: account.tier },
    ...{ level: state.priority.level, stage: stageOf(state), why, what, clockId, commitmentId },
    ...{ dueAt: isoOrNull(dueAt), now: iso(now), overdue: dueAt !== null && dueAt < now, breached },
    action: titled(waiting.action),
    beside: titled(waiting.beside),
  };
}

function titled(action: Doable | null): WorkItem['action'] {
  if (!action) return null;
  const definition = action.kind === 'step' ? findStep(action.name) : findCommand(action.name);
  return { ...action, title: definition?.title ?? action.name };
}
