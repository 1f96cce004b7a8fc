import type { ReactNode } from 'react';
import { Button } from '../../../ui/button';
import { classes } from '../../../ui/classes';
import { usePrinting } from '../printing';
import { useChangeView, useView } from '../use-view';

/** What is longer is folded. */
const LONG_LETTERS = 700;
const LONG_LINES = 9;

/** The complaint in the words in which it came in; a long one is folded until somebody wants it whole. */
export function Narrative({ text }: { text: string }): ReactNode {
  const whole = useView().story === 'whole';
  const change = useChangeView();
  const printing = usePrinting();
  const long = text.length > LONG_LETTERS || text.split('\n').length > LONG_LINES;
  if (!text.trim()) return <p className="text-ink-soft">Nothing was told beyond the summary.</p>;
  return (
    <div className="min-w-0">
      <blockquote
        dir="auto"
        className={classes(
          'border-s-4 border-line ps-3 whitespace-pre-line [unicode-bidi:plaintext]',
          long && !whole && !printing && 'line-clamp-[9]',
        )}
      >
        {text}
      </blockquote>
      {long && (
        <Button
          kind="quiet"
          small
          data-noprint
          className="mt-1"
          aria-expanded={whole}
          onClick={() => change({ story: whole ? undefined : 'whole' })}
        >
          {whole ? 'Show less' : 'Show all of it'}
        </Button>
      )}
    </div>
  );
}
