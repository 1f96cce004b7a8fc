import { namedColleague } from '../../escalation/team/colleague';
import { joinTeam } from '../../escalation/team/join-team';
import { MANAGER_UPWARDS } from '../../people';
import { conflict } from '../../rejection';
import type { CommandDefinition } from '../command';
import type { AddToTeamBody } from './add-to-team.schema';

/** Pulls somebody of any function into the team, with the role that they play here (docs/process.md "People"). */
export const addToTeam: CommandDefinition<AddToTeamBody> = {
  name: 'add-to-team',
  title: 'Add to the team',
  help: 'Somebody of any function joins the team with a stated role, and sees this escalation from now on.',
  by: ['the-owner', ...MANAGER_UPWARDS],
  in: ['open', 'paused', 'closed'],
  perform(draft, { body, now }) {
    const person = namedColleague(draft.state, body.personId, '#/personId', now);
    const already = draft.state.team.find(({ personId }) => personId === person.id);
    if (already?.role === body.role) conflict('already-done', `${person.name} is on the team as that already.`);
    joinTeam(draft, person, body.role);
    if (body.note !== undefined) draft.emit('note.added', { note: body.note });
  },
};
