import type { Escalation } from '../../../domain/escalation/state';
import type { EscalationRow, TaskRow } from './read-tables';

/** Who is around an escalation, as lists filter by it. */
export function teamColumns(
  state: Escalation,
): Pick<EscalationRow, 'escalation_manager_id' | 'sponsor_id' | 'team_ids' | 'known_ids'> {
  return {
    escalation_manager_id: state.escalationManagerId,
    sponsor_id: state.sponsor?.personId ?? null,
    team_ids: state.team.map(({ personId }) => personId),
    // In one order: the state's own is another once it was read back.
    known_ids: Object.keys(state.people).sort(),
  };
}

/** Its tasks, done and dropped ones too. */
export function taskRows(state: Escalation): TaskRow[] {
  return state.tasks.map(({ id, text, personId, dueAt, counterpart, state: how, doneAt }) => ({
    escalation_id: state.id,
    id,
    text,
    person_id: personId,
    due_at: dueAt,
    counterpart,
    state: how,
    done_at: doneAt,
  }));
}
