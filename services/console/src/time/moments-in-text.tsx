import type { ReactNode } from 'react';
import { momentInShort, useMomentStyle } from './moment';
import { momentsIn } from './moments-in';

interface Props {
  children: string;
  /** When it was said, in milliseconds: a moment of the same day goes without its day. */
  saidAt: number;
}

/** A sentence of the server, its moments by the reader's own clock; as they were written in their tooltips. */
export function MomentsInText({ children, saidAt }: Props): ReactNode {
  const style = useMomentStyle();
  return momentsIn(children).map(({ text, at }, index) =>
    at === null ? (
      text
    ) : (
      // The pieces of a sentence stay in their places.
      <time key={index} dateTime={new Date(at).toISOString()} title={text} className="tabular">
        {momentInShort(at, saidAt, style)}
      </time>
    ),
  );
}
