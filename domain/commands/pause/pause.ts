import { DAY_MS, HOUR_MS } from '../../duration';
import type { Draft } from '../../escalation/draft';
import { informCustomer } from '../../escalation/inform-customer';
import { restClocks } from '../../escalation/pause/rest';
import type { Escalation } from '../../escalation/state';
import { MANAGER_UPWARDS } from '../../people';
import { conflict, invalid } from '../../rejection';
import type { CommandDefinition } from '../command';
import type { PauseBody } from './pause.schema';

/** Waits for the customer's answer to a recorded question; the clocks of the steps rest, each with what is left. */
export const pause: CommandDefinition<PauseBody> = {
  name: 'pause',
  title: 'Pause',
  help: 'We wait for the customer: the clocks of the steps rest until they answer. Promises and tasks keep their dates.',
  by: ['the-owner', ...MANAGER_UPWARDS],
  in: ['open', 'paused'],
  ready(state) {
    if (state.pause) conflict('paused-already', 'It is paused already: resume it first, or let the pause end.');
    if (state.acknowledgedAt === null) conflict('too-early', 'The acknowledgment comes first: it never waits.');
  },
  tells: ({ question }) => question && { message: question, pointer: '#/question' },
  perform(draft, { body }) {
    const untilAt = resumeDate(draft, body.dueAt);
    if (body.question) informCustomer(draft, body.question, { pointer: '#/question', asks: true });
    if (!isAsked(draft.state)) {
      conflict(
        'not-asked',
        'There is no question to the customer that they have not answered and we have not waited for.',
      );
    }
    draft.emit('escalation.paused', { reason: body.reason, untilAt });
    restClocks(draft);
  },
};

function resumeDate({ state, now }: Draft, dueAt: string): number {
  const untilAt = Date.parse(dueAt);
  const longest = state.policy.longestPauseMs;
  if (untilAt <= now) {
    const detail = 'is past';
    invalid('invalid-content', 'A pause ends in the future.', { pointer: '#/dueAt', detail });
  }
  if (untilAt > now + longest) {
    const detail = `at most ${inWords(longest)} ahead`;
    invalid('invalid-content', `A pause ends within ${inWords(longest)}.`, { pointer: '#/dueAt', detail });
  }
  return untilAt;
}

function inWords(ms: number): string {
  return ms % DAY_MS === 0 ? `${ms / DAY_MS} days` : `${Math.round(ms / HOUR_MS)} hours`;
}

/** Whether they were asked something after their last word and after the last pause began. */
function isAsked({ askedAt, heardAt, pausedAt }: Escalation): boolean {
  return askedAt !== null && askedAt > Math.max(heardAt ?? -Infinity, pausedAt ?? -Infinity);
}
