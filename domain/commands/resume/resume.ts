import { resume as endPause } from '../../escalation/pause/rest';
import { MANAGER_UPWARDS } from '../../people';
import type { CommandDefinition } from '../command';
import type { ResumeBody } from './resume.schema';

/** Ends a pause before its date: each clock goes on with what was left. */
export const resume: CommandDefinition<ResumeBody> = {
  name: 'resume',
  title: 'Resume',
  help: 'Ends the pause: each clock goes on with what was left. A reply of the customer, once recorded, does so by itself.',
  by: ['the-owner', ...MANAGER_UPWARDS],
  in: ['paused'],
  perform(draft, { body }) {
    endPause(draft, 'person', body.reason ?? null);
  },
};
