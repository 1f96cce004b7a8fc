import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { Dialog } from '../ui/dialog';
import { Loading } from '../ui/states';
import { onOpen } from './open';

// Whoever never opens it never loads it.
const PaletteCommands = lazy(() => import('./palette-commands'));

/** Everything one can go to or do, found by typing. */
export function CommandPalette(): ReactNode {
  const [open, setOpen] = useState(false);
  useEffect(() => onOpen('palette', () => setOpen(true)), []);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title="Search or do"
      description="Pages, escalations, people, accounts and what you may do here. Arrows choose, Enter goes."
    >
      <Suspense fallback={<Loading />}>
        <PaletteCommands onDone={() => setOpen(false)} />
      </Suspense>
    </Dialog>
  );
}
