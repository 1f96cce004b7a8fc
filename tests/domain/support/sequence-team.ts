import type { Escalation } from '../../../domain/escalation/state';
import type { TEAM_WRITERS } from './bodies-team';

/** A command around the team. */
type TeamDeed = keyof typeof TEAM_WRITERS;

const pick = <T>(from: readonly T[], index: number): T => from[index % from.length] as T;

const GATHERS: readonly TeamDeed[] = ['add-task', 'name-sponsor', 'add-task', 'name-counterpart'];
const MORE: readonly TeamDeed[] = ['name-escalation-manager', 'add-to-team', 'remove-from-team', 'add-task'];
const WITH_TASKS: readonly TeamDeed[] = ['complete-task', 'add-task', 'change-task', 'complete-task', 'drop-task'];

/** What happens around the team between the steps, in one deed of eight, or four; null where the steps go on. */
export function teamDeed({ status, tasks }: Escalation, b: number, c: number): TeamDeed | null {
  const hasTasks = tasks.some(({ state }) => state === 'open');
  if (status === 'settled' && hasTasks) return c % 4 === 0 ? null : pick(WITH_TASKS, c);
  if (status !== 'open' && status !== 'paused' && status !== 'closed') return null;
  if (b % 8 === 5) return pick(c % 2 === 0 ? GATHERS : MORE, c >> 1);
  return b % 8 === 1 && hasTasks ? pick(WITH_TASKS, c) : null;
}
