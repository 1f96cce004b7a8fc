import { CloudOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { Unreached } from '../api/problem';
import { useOnline } from './use-online';

/** Tells beside the button that there is no network, or that the last attempt did not arrive. */
export function SendFailure({ failure }: { failure: unknown }): ReactNode {
  const online = useOnline();
  const lost = failure instanceof Unreached;
  if (online && !lost) return null;
  return (
    <p role="status" className="flex items-start gap-2 rounded-md bg-warn-soft px-3 py-2 text-warn">
      <CloudOff aria-hidden className="mt-0.5 size-5 shrink-0" />
      {sentence(online, lost)}
    </p>
  );
}

function sentence(online: boolean, lost: boolean): string {
  if (!lost) return 'You are offline. What you type is kept here; send it when the network is back.';
  if (!online) return 'Not sent: you are offline. Everything is kept. Send it again when the network is back.';
  return 'Upstairs did not answer. Everything is kept: send it again, it is not done twice.';
}
