import { ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';

interface Props {
  waiting: number;
  onShow: () => void;
}

/** Says that something would have moved, and lets it; it lies over the list, so that it moves nothing itself. */
export function WaitingPill({ waiting, onShow }: Props): ReactNode {
  if (waiting === 0) return null;
  return (
    <div className="pointer-events-none absolute inset-x-0 top-2 z-20 flex justify-center">
      <button
        type="button"
        onClick={onShow}
        className="pointer-events-auto inline-flex min-h-9 items-center gap-1.5 rounded-full border border-accent bg-accent px-3.5 text-sm font-medium text-accent-ink shadow-lg max-sm:min-h-11"
      >
        <ArrowUp aria-hidden className="size-4" />
        {waiting === 1 ? '1 change' : `${waiting} changes`} · show
      </button>
    </div>
  );
}
