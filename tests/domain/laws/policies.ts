import type { Escalation } from '../../../domain/escalation/state';
import type { Law } from './law';
import { requiring } from './law';
import { same } from './same';

const HOLDS = 'another policy holds from its event on; the steps, what is done and what has run out stay as they were';
const holds: Law = {
  name: HOLDS,
  watch() {
    const require = requiring(HOLDS);
    let version = 0;
    return {
      raised({ policy }) {
        version = policy.version;
      },
      event(event, _before, after) {
        if (event.type === 'policy.applied') version = event.data.policy.version;
        require(after.policy.version === version, () => `${after.policy.version} holds, not ${version}`);
      },
      accepted({ name, by }, before, events) {
        if (name !== 'reapply-policy') return;
        const applied = events.find((event) => event.type === 'policy.applied');
        require(applied?.data.fromVersion === before.policy.version, () => `from ${applied?.data.fromVersion}`);
        const other = events.find(({ type }) => !['policy.applied', 'clock.moved', 'people.refreshed'].includes(type));
        require(!other, () => `${by.id} brought about ${other?.type}`);
        const moved = events.flatMap((event) => (event.type === 'clock.moved' ? event.data.clockId : []));
        const stopped = before.clocks.find(
          ({ id, state }) => moved.includes(id) && !['running', 'paused'].includes(state),
        );
        require(!stopped, () => `${stopped?.id} was ${stopped?.state}, and moved`);
      },
      end(state, events) {
        const [raised] = events;
        const pinned = raised?.type === 'escalation.raised' ? raised.data.plan : [];
        require(same(pinned, state.plan) && sameNames(state), () => 'the plan is another one');
      },
    };
  },
};

function sameNames({ plan, steps }: Escalation): boolean {
  return plan.map(({ name }) => name).join() === steps.map(({ name }) => name).join();
}

/** What another version of the policy changes, and what not. */
export const policyLaws: readonly Law[] = [holds];
