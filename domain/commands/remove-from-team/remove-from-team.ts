import { isOpen, quotedTask } from '../../escalation/tasks/open-tasks';
import { isOnTeam } from '../../escalation/team/join-team';
import { knownPerson } from '../../escalation/known';
import { MANAGER_UPWARDS } from '../../people';
import { conflict, invalid } from '../../rejection';
import type { CommandDefinition } from '../command';
import type { RemoveFromTeamBody } from './remove-from-team.schema';

/** Takes somebody off the team; their tasks go to somebody else before. */
export const removeFromTeam: CommandDefinition<RemoveFromTeamBody> = {
  name: 'remove-from-team',
  title: 'Remove from the team',
  help: 'They are not on the team any more. Their open tasks go to somebody else first.',
  by: ['the-owner', ...MANAGER_UPWARDS],
  in: ['open', 'paused', 'closed', 'settled'],
  ready({ team }) {
    if (team.length === 0) conflict('not-now', 'Nobody is on the team.');
  },
  perform(draft, { body }) {
    const { state } = draft;
    const name = knownPerson(state, body.personId)?.name ?? body.personId;
    if (!isOnTeam(state, body.personId)) {
      invalid('not-eligible', `${name} is not on the team.`, { pointer: '#/personId', detail: 'not on the team' });
    }
    const theirs = state.tasks.filter((task) => isOpen(task) && task.personId === body.personId);
    if (theirs.length > 0) {
      conflict('not-now', `${name} still has to do: ${theirs.map(quotedTask).join(', ')}. Give it to somebody first.`);
    }
    draft.emit('team.left', { personId: body.personId, reason: body.reason ?? null });
  },
};
