import type { EscalationEvent } from '../../../domain/escalation/events';
import type { Escalation } from '../../../domain/escalation/state';
import type { Law, Watch } from './law';
import { requiring } from './law';
import { clockBy, waits } from './line';

const HEARD = 'every breach of a loud escalation ends in somebody notified or in the alarm';

/** A rung that nobody has got yet. */
interface Pending {
  clockId: string;
  number: number;
  noticeIds: string[];
}

class Hearing implements Watch {
  private readonly require = requiring(HEARD);
  private pending: Pending[] = [];
  private readonly climbing = new Set<string>();

  event(event: EscalationEvent, _before: Escalation, after: Escalation): void {
    switch (event.type) {
      case 'clock.breached':
        if (!after.quiet) this.climbing.add(event.data.clockId);
        break;
      case 'escalation.activated':
        for (const { id } of after.clocks.filter((one) => one.state === 'breached' && waits(one)))
          this.climbing.add(id);
        break;
      case 'chain.advanced':
        this.advanced(event.data.clockId, event.data.bundles, event.data.number, event.data.notices);
        break;
      case 'notification.sent': {
        const { noticeId } = event.data;
        this.pending = this.pending.filter(({ noticeIds }) => !noticeIds.includes(noticeId));
        break;
      }
      case 'nobody.notified':
      case 'clock.met':
      case 'clock.cancelled':
      case 'clock.started':
        this.over([event.data.clockId], event.type !== 'nobody.notified');
        break;
      case 'chain.held':
        this.over(event.data.clockIds, false);
        break;
    }
  }

  rest(state: Escalation): void {
    for (const { clockId, number, noticeIds } of this.pending) {
      const onTheWay = state.deliveries.some(({ id, overdue }) => noticeIds.includes(id) && !overdue);
      this.require(onTheWay, () => `rung ${number} of ${clockId} reached nobody, and nobody says so`);
    }
    for (const clockId of this.climbing) {
      const clock = clockBy(state, clockId);
      this.require(state.quiet || clock.chain !== null, () => `${clockId} has run out and nothing climbs`);
    }
  }

  private advanced(
    clockId: string,
    bundles: readonly string[],
    number: number,
    notices: readonly { id: string }[],
  ): void {
    for (const id of [clockId, ...bundles]) {
      const earlier = this.pending.find((one) => one.clockId === id);
      this.require(!earlier, () => `rung ${earlier?.number} of ${id} reached nobody before the next went`);
      this.pending.push({ clockId: id, number, noticeIds: notices.map((notice) => notice.id) });
    }
  }

  private over(clockIds: readonly string[], ended: boolean): void {
    this.pending = this.pending.filter(({ clockId }) => !clockIds.includes(clockId));
    if (ended) for (const clockId of clockIds) this.climbing.delete(clockId);
  }
}

const SIGNER = 'the manager who acknowledged and named another owner is told of each breach';
const signer: Law = {
  name: SIGNER,
  watch() {
    const require = requiring(SIGNER);
    return {
      event(event, before) {
        if (event.type !== 'clock.breached' || before.quiet) return;
        const { signerId, ownerId } = before;
        if (!signerId || signerId === ownerId) return;
        const told = event.data.notices.some(({ toId }) => toId === signerId);
        require(told, () => `${signerId} is not told that ${event.data.clockId} has run out`);
      },
    };
  },
};

const BEFORE_CLOSURE = 'nothing closes unless the manager who acknowledged was told before, in this round';
const beforeClosure: Law = {
  name: BEFORE_CLOSURE,
  watch() {
    const require = requiring(BEFORE_CLOSURE);
    let toldInRound = 0;
    return {
      event(event, before) {
        if (event.type === 'signer.informed') toldInRound = before.round;
        if (event.type !== 'escalation.closed') return;
        const another = before.signerId !== null && before.signerId !== before.ownerId;
        if (another)
          require(toldInRound === before.round, () => `${before.signerId} was not told in round ${before.round}`);
      },
    };
  },
};

/** Somebody hears of it. */
export const heardLaws: readonly Law[] = [{ name: HEARD, watch: () => new Hearing() }, signer, beforeClosure];
