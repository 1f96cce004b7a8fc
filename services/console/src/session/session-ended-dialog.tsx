import { LogIn } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { buttonClasses } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { signInAddress, useSession } from './session';
import { useSessionEnded } from './session-state';

/** Says that one is signed out by now, and that what was typed is still there after signing in. */
export function SessionEndedDialog(): ReactNode {
  const ended = useSessionEnded();
  const session = useSession();
  const [later, setLater] = useState(false);
  return (
    <Dialog
      open={ended && !later}
      onOpenChange={(open) => setLater(!open)}
      title="You are signed out"
      description="Your session has ended. What you typed is kept in this browser and is there again when you are back."
    >
      <a href={signInAddress(session)} className={buttonClasses('primary')}>
        <LogIn aria-hidden className="size-4" />
        Sign in and come back here
      </a>
    </Dialog>
  );
}
