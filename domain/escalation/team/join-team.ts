import type { Person } from '../../people';
import { conflict } from '../../rejection';
import type { Draft } from '../draft';
import { wordTo } from '../notices';
import type { Escalation } from '../state';

/** A team of more is a department. */
const MOST_MEMBERS = 50;

/** The role of somebody who is on the team because of a task alone. */
const BY_TASK = 'has a task';

/** Whether somebody is on the team. */
export function isOnTeam({ team }: Escalation, id: string): boolean {
  return team.some(({ personId }) => personId === id);
}

/** Takes somebody onto the team with a stated role, or states another role, and tells them. */
export function joinTeam(draft: Draft, person: Person, role: string): void {
  const { state } = draft;
  const text = `You are on the team of ${state.ref} (${state.complaint.summary}) as: ${role}`;
  const notices = draft.actor?.id === person.id ? [] : [wordTo(person.id, 'mail', 'team-joined', state, text)];
  join(draft, person, role, notices);
}

/** Whoever gets a task is on the team, unless they hold a place of their own; the task itself is word enough to them. */
export function joinByTask(draft: Draft, person: Person, role: string | undefined): void {
  const { ownerId, escalationManagerId, sponsor } = draft.state;
  const holdsPlace = [ownerId, escalationManagerId, sponsor?.personId].includes(person.id);
  if (isOnTeam(draft.state, person.id) || (holdsPlace && role === undefined)) return;
  join(draft, person, role ?? BY_TASK, []);
}

function join(draft: Draft, { id, name }: Person, role: string, notices: ReturnType<typeof wordTo>[]): void {
  const { team } = draft.state;
  if (!isOnTeam(draft.state, id) && team.length >= MOST_MEMBERS) {
    conflict('not-now', `The team has ${MOST_MEMBERS} people already: take somebody off it before ${name} joins.`);
  }
  draft.emit('team.joined', { personId: id, role, notices });
}
