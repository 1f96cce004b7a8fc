import { useState, type MouseEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '../ui/button';

/** Throws away what was typed, and asks before. The focus goes to the first field of the form, or stays here. */
export function DiscardButton({ onDiscard }: { onDiscard: () => void }): ReactNode {
  const [asking, setAsking] = useState<'not' | 'asking' | 'kept'>('not');
  if (asking !== 'asking') {
    return (
      <Button small kind="quiet" autoFocus={asking === 'kept'} onClick={() => setAsking('asking')}>
        Discard
      </Button>
    );
  }
  const discard = ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    const form = currentTarget.closest('form');
    flushSync(onDiscard);
    form?.querySelector<HTMLElement>('[data-pointer] :is(input, textarea, select)')?.focus();
  };
  return (
    <span role="group" aria-label="Discard what you typed" className="inline-flex flex-wrap gap-2">
      <Button small kind="danger" autoFocus onClick={discard}>
        Throw it away for good
      </Button>
      <Button small onClick={() => setAsking('kept')}>
        Keep it
      </Button>
    </span>
  );
}
