import { Info, X } from 'lucide-react';
import { useSyncExternalStore, type ReactNode } from 'react';
import { IconButton } from '../ui/button';
import { ignoredParameters } from './search';

/** Says that a part of the address made no sense and was passed over. */
export function IgnoredNotice(): ReactNode {
  const ignored = useSyncExternalStore(ignoredParameters.subscribe, ignoredParameters.get);
  if (ignored.length === 0) return null;
  return (
    <div role="status" className="flex items-center gap-3 border-b border-line bg-info-soft px-6 py-1.5 text-info">
      <Info aria-hidden className="size-4 shrink-0" />
      <p className="min-w-0 flex-1">
        A part of this link makes no sense and was left out: <code>{ignored.join(' ')}</code>
      </p>
      <IconButton label="Dismiss" icon={<X aria-hidden className="size-4" />} onClick={ignoredParameters.dismiss} />
    </div>
  );
}
