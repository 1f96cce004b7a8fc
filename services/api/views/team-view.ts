import type { Escalation } from '../../../domain/escalation/state';
import { blockersOf, isOpen, taskClock } from '../../../domain/escalation/tasks/open-tasks';
import type { Task } from '../../../domain/escalation/tasks/task';
import type { EscalationView } from './escalation.schema';
import { iso, isoOrNull } from './moments';
import { personRef, personRefOrNull } from './people-refs';

type TeamView = Pick<EscalationView, 'tasks' | 'team' | 'escalationManager' | 'sponsor' | 'counterpart'>;

/** The people around the owner, and what they have to do. */
export function teamView(state: Escalation): TeamView {
  const { sponsor, counterpart } = state;
  return {
    tasks: state.tasks.map((task) => taskView(state, task)),
    team: state.team.map(({ personId, role, joinedAt }) => ({
      ...{ person: personRef(state, personId), role, joinedAt: iso(joinedAt) },
    })),
    escalationManager: personRefOrNull(state, state.escalationManagerId),
    sponsor: sponsor && {
      ...{ person: personRef(state, sponsor.personId), facing: sponsor.facing, standing: sponsor.standing },
    },
    counterpart: counterpart && { ...counterpart },
  };
}

function taskView(state: Escalation, task: Task): TeamView['tasks'][number] {
  const { id, text, personId, dueAt, after, counterpart, state: how, doneAt, note } = task;
  return {
    ...{ id, text, person: personRef(state, personId), dueAt: iso(dueAt), after: [...after] },
    blockedBy: isOpen(task) ? blockersOf(state, task).map((one) => one.id) : [],
    ...{ counterpart, state: how, doneAt: isoOrNull(doneAt), note, clockId: taskClock(id) },
  };
}
