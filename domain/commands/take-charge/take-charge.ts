import { remindedOf, responsibleFor } from '../../escalation/chain';
import { isActive } from '../../escalation/clocks';
import { holdChains } from '../../escalation/holds';
import { managesHere, ownsHere } from '../../escalation/standing';
import type { Draft } from '../../escalation/draft';
import type { Clock } from '../../escalation/state';
import { MANAGER_UPWARDS } from '../../people';
import { conflict, forbidden, Rejected } from '../../rejection';
import type { CommandDefinition } from '../command';
import type { TakeChargeBody } from './take-charge.schema';

/** Answers a breach: its chain rests for the policy's time, and starts again if nothing was done by then. */
export const takeCharge: CommandDefinition<TakeChargeBody> = {
  name: 'take-charge',
  title: 'Take charge',
  help: 'Answers a breach: nobody above is told for an hour. Forgotten, it starts again.',
  by: ['the-owner', 'the-responsible', ...MANAGER_UPWARDS],
  in: ['open', 'paused', 'closed', 'settled'],
  ready(state) {
    if (!state.clocks.some((clock) => clock.state === 'breached' && isActive(clock))) {
      conflict('not-now', 'No clock has run out: there is nothing to take charge of.');
    }
  },
  perform(draft, { body, by }) {
    const { clockId } = body;
    const breached = draft.state.clocks.filter((clock) => clock.state === 'breached' && isActive(clock));
    if (clockId !== undefined && !draft.state.clocks.some(({ id }) => id === clockId)) {
      const errors = [{ pointer: '#/clockId', detail: `one of ${breached.map(({ id }) => id).join(', ')}` }];
      throw new Rejected({
        type: 'unknown-clock',
        status: 422,
        detail: `There is no clock "${clockId}" here.`,
        errors,
      });
    }
    const asked = breached.filter(({ id }) => clockId === undefined || id === clockId);
    if (asked.length === 0) conflict('not-now', `The clock "${String(clockId)}" has not run out.`);
    const forAll = ownsHere(draft.state, by, draft.now) || managesHere(draft.state, by);
    const answered = forAll ? asked : asked.filter((clock) => watches(draft, clock, by.id));
    if (answered.length === 0)
      forbidden('Only the owner or a manager upwards takes charge of what somebody else answers for.');
    holdChains(
      draft,
      answered.map(({ id }) => id),
      body.note ?? 'somebody took charge',
    );
  },
};

/** Whether the clock watches them, or somebody whom they stand in for. */
function watches({ state, now }: Draft, clock: Clock, personId: string): boolean {
  return responsibleFor(state, clock, now)?.id === personId || remindedOf(state, clock, now)?.id === personId;
}
