import type { ReactNode } from 'react';
import { momentInFull, momentInShort, useMomentStyle } from '../../../time/moment';
import type { Told } from '../../../time/own-now';

/** The moment itself, beside a countdown that says how far it is. */
export function DueAt({ at, told }: { at: string; told: Told }): ReactNode {
  const style = useMomentStyle();
  return (
    <time data-brief dateTime={at} title={momentInFull(at, style)} className="tabular">
      {momentInShort(at, Date.parse(told.now), style)}
    </time>
  );
}
