import type { ReactNode } from 'react';
import { Countdown } from '../../time/countdown';
import { Resting } from '../../time/resting';
import { classes } from '../../ui/classes';
import { clockWords } from '../../words/clock-words';
import type { Row } from './board-rows';

type RowClock = Row['clocks'][number];

/** The clock of an escalation that ends first, or ended first and still watches; those that rest come last. */
export function firstClock(row: Row): RowClock | undefined {
  return row.clocks.reduce<RowClock | undefined>(
    (first, clock) => (first && !comesBefore(clock, first) ? first : clock),
    undefined,
  );
}

function comesBefore(one: RowClock, other: RowClock): boolean {
  const rests = [one, other].map(({ state }) => state === 'paused');
  return rests[0] === rests[1] ? one.dueAt < other.dueAt : rests[1] === true;
}

/** What is due next, in words and counted down; in a row the words have one line. */
export function NextDue({ row, inRow }: { row: Row; inRow?: boolean }): ReactNode {
  const clock = firstClock(row);
  if (!clock) return <span className="text-sm text-ink-soft">Nothing due</span>;
  const words = clockWords(clock.id);
  return (
    <>
      <span className={classes('max-w-full min-w-0 text-sm', inRow && 'truncate')} title={words}>
        {words}
      </span>
      {clock.state === 'paused' ? (
        <Resting remaining={clock.remaining} />
      ) : (
        <Countdown dueAt={clock.dueAt} told={row} />
      )}
    </>
  );
}
