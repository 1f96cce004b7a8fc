import type { Law } from './law';
import { requiring } from './law';
import { clockBy } from './line';

const LATE = 'done late is both breached and met; done in time but recorded late is met, with the breach kept';
const late: Law = {
  name: LATE,
  watch() {
    const require = requiring(LATE);
    const breached = new Set<string>();
    const key = (clockId: string, cycle: number) => `${clockId}.${cycle}`;
    return {
      event(event, before, after) {
        if (event.type === 'clock.breached') {
          const { cycle, dueAt } = clockBy(before, event.data.clockId);
          const name = key(event.data.clockId, cycle);
          require(!breached.has(name), () => `${name} runs out twice`);
          require(event.at >= dueAt, () => `${name} runs out before it is due`);
          breached.add(name);
        }
        if (event.type !== 'clock.met') return;
        const { clockId, metAt, late: isLate, recordedLate } = event.data;
        const was = clockBy(before, clockId);
        const is = clockBy(after, clockId);
        const ranOut = breached.has(key(clockId, was.cycle));
        require(was.metAt === null, () => `${clockId} is met twice`);
        // What rests is not late, however long the pause lasts.
        const overdue = was.state !== 'paused' && metAt > was.dueAt;
        require(isLate === overdue, () => `${clockId} met at ${metAt}, due ${was.dueAt}, late ${isLate}`);
        require(!isLate || ranOut, () => `${clockId} is done late, and its breach is on no record`);
        require(is.state === (isLate ? 'breached' : 'met') && is.metAt === metAt, () => `${clockId} is ${is.state}`);
        require(recordedLate === (!isLate && ranOut), () => `${clockId} recorded late: ${recordedLate}`);
        require((is.breachedAt !== null) === ranOut, () => `the breach of ${clockId} is not kept`);
        require(is.chain === null, () => `${clockId} is met and climbs on`);
      },
    };
  },
};

/** What the record says of lateness. */
export const latenessLaws: readonly Law[] = [late];
