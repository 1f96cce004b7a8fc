import { reopen as beginRound } from '../../escalation/rounds';
import { MANAGER_UPWARDS } from '../../people';
import type { CommandDefinition } from '../command';
import type { ReopenBody } from './reopen.schema';

/** Opens it again: another round with the same owner from the investigation on. */
export const reopen: CommandDefinition<ReopenBody> = {
  name: 'reopen',
  title: 'Reopen',
  help: 'The trouble is back, or was never gone: another round from the investigation on.',
  by: ['the-owner', 'the-csm', ...MANAGER_UPWARDS],
  in: ['closed', 'settled', 'withdrawn'],
  perform(draft, { body }) {
    beginRound(draft, body.reason);
  },
};
