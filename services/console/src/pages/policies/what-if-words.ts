import type { WhatIfView } from '../../../../api/views/what-if.schema';
import { clockWords } from '../../words/clock-words';

/** The result of a trial in one sentence: what runs out more or less often. */
export function whatIfSentence({ clocks, escalations, differing }: WhatIfView): string {
  const number = (count: number) => count.toLocaleString('en-GB');
  const [most] = clocks
    .filter(({ before, after }) => before.breached !== after.breached)
    .toSorted((a, b) => Math.abs(changeOf(b)) - Math.abs(changeOf(a)));
  if (most) {
    const change = changeOf(most);
    const name = `“${clockWords(most.clockId)}”`;
    const began = most.before.clocks;
    return `Of ${number(began)} ${began === 1 ? 'clock' : 'clocks'} ${name}, ${number(Math.abs(change))} ${change > 0 ? 'more' : 'fewer'} would have run out.`;
  }
  if (differing === 0) return `In none of ${number(escalations)} escalations anything would have been otherwise.`;
  return `No more and no fewer clocks would have run out; in ${number(differing)} of ${number(escalations)} escalations others would have been told, or at other times.`;
}

function changeOf({ before, after }: WhatIfView['clocks'][number]): number {
  return after.breached - before.breached;
}
