import { MANAGER_UPWARDS } from '../../people';
import { conflict } from '../../rejection';
import type { CommandDefinition } from '../command';
import type { ActivateBody } from './activate.schema';

/** Ends the quiet of an imported escalation: what has run out meanwhile begins to climb from now. */
export const activate: CommandDefinition<ActivateBody> = {
  name: 'activate',
  title: 'Activate',
  help: 'From now on its clocks remind and climb; what has run out meanwhile begins to climb now.',
  by: MANAGER_UPWARDS,
  in: ['open', 'paused', 'closed'],
  ready(state) {
    if (!state.quiet) conflict('already-done', 'It is active already.');
  },
  perform(draft, { body }) {
    draft.emit('escalation.activated', { reason: body.reason ?? null });
  },
};
