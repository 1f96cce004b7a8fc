import type { ReactNode } from 'react';
import { Countdown } from '../../time/countdown';
import { classes } from '../../ui/classes';
import { clockWords } from '../../words/clock-words';
import type { Row } from './board-rows';

/** The clock of an escalation that ends first, or ended first and still watches. */
export function firstClock(row: Row): Row['clocks'][number] | undefined {
  return row.clocks.reduce<Row['clocks'][number] | undefined>(
    (first, clock) => (first && first.dueAt <= clock.dueAt ? first : clock),
    undefined,
  );
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
      <Countdown dueAt={clock.dueAt} told={row} />
    </>
  );
}
