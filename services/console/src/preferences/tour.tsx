import { useEffect, useState, type ReactNode } from 'react';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { useChangePreferences, usePreferences, usePreferencesKnown } from './preferences';
import { onTourAsked } from './tour-asked';

const sentences = [
  ['Board', 'Every open escalation by stage, the most urgent first; it changes by itself, so leave it open.'],
  [
    'Clocks',
    '2 hours to a personal acknowledgment, 4 to understanding, 8 to a full answer; who forgets is reminded, then the chain rings.',
  ],
  ['My work', 'What waits for you, by when, with the one thing to do next.'],
  ['Keys', 'Ctrl K finds and does everything, and ? tells the rest.'],
] as const;

/** Four sentences for whoever is here for the first time; the palette shows them again. */
export function Tour(): ReactNode {
  const { tourSeen } = usePreferences();
  const known = usePreferencesKnown();
  const save = useChangePreferences();
  const [asked, setAsked] = useState(false);
  const [put, setPut] = useState(false);
  useEffect(() => onTourAsked(() => setAsked(true)), []);
  const close = () => {
    setAsked(false);
    setPut(true);
    // Whoever cannot be remembered is shown it once more, which harms nobody.
    if (!tourSeen) save({ tourSeen: true }).catch(() => undefined);
  };
  return (
    <Dialog
      open={asked || (known && !tourSeen && !put)}
      onOpenChange={(open) => !open && close()}
      title="Welcome to Upstairs"
      description="A customer took it upstairs. From that moment nothing may be forgotten."
    >
      <ol className="space-y-3">
        {sentences.map(([title, text], index) => (
          <li key={title} className="flex gap-3">
            <span
              aria-hidden
              className="flex size-7 shrink-0 items-center justify-center rounded-full bg-accent-soft font-semibold text-accent"
            >
              {index + 1}
            </span>
            <p>
              <strong>{title}.</strong> {text}
            </p>
          </li>
        ))}
      </ol>
      <Button kind="primary" className="mt-5" onClick={close}>
        Begin
      </Button>
    </Dialog>
  );
}
