import { History } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { momentInShort, useMomentStyle } from '../time/moment';
import { DiscardButton } from './discard-button';
import type { FormHold } from './use-form';

/** Says that what was typed before is there again, or that this browser will not keep it. */
export function DraftNotice({ hold }: { hold: FormHold }): ReactNode {
  const style = useMomentStyle();
  const [now] = useState(() => Date.now());
  const { restoredAt } = hold.filling;
  if (hold.unkept) {
    return (
      <p role="status" className="rounded-xl bg-warn-soft px-4 py-2.5 text-warn">
        This browser cannot keep what you type. Send it before you leave the page.
      </p>
    );
  }
  if (restoredAt === null) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-xl bg-info-soft px-4 py-2 text-info">
      <History aria-hidden className="size-5 shrink-0" />
      <p role="status" className="min-w-48 flex-1">
        Restored what you typed at {momentInShort(restoredAt, now, style)}.
      </p>
      <DiscardButton onDiscard={hold.discard} />
    </div>
  );
}
