import { namedWithRole } from '../../escalation/named';
import { wordTo } from '../../escalation/notices';
import type { Role } from '../../people';
import { MANAGER_UPWARDS } from '../../people';
import { conflict } from '../../rejection';
import type { CommandDefinition } from '../command';
import type { NameEscalationManagerBody } from './name-escalation-manager.schema';

const MAY_MANAGE: readonly Role[] = ['escalation-manager', ...MANAGER_UPWARDS];

/** Who coordinates inside, with the full authority of a manager on this one escalation (docs/process.md "People"). */
export const nameEscalationManager: CommandDefinition<NameEscalationManagerBody> = {
  name: 'name-escalation-manager',
  title: 'Name the escalation manager',
  help: 'They coordinate it, and may do everything here that a manager may. The owner stays the owner.',
  by: ['the-owner', ...MANAGER_UPWARDS],
  in: ['open', 'paused', 'closed'],
  perform(draft, { body, by }) {
    const { state } = draft;
    const { escalationManagerId: previousId } = state;
    const person =
      body.personId === undefined
        ? null
        : namedWithRole(state, body.personId, '#/personId', MAY_MANAGE, 'manage an escalation');
    if (person === null && previousId === null) conflict('already-done', 'It has no escalation manager: name one.');
    if (person?.id === previousId) conflict('already-done', `${person?.name ?? 'Nobody'} manages it already.`);
    const text = `You manage ${state.ref}: ${state.complaint.summary}`;
    const notices = person && person.id !== by.id ? [wordTo(person.id, 'mail', 'manager-named', state, text)] : [];
    const reason = body.reason ?? null;
    draft.emit('escalation-manager.named', { personId: person?.id ?? null, previousId, reason, notices });
  },
};
