import { Copy, Link2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { CopyButton } from '../../../ui/copy-button';

/** Copies the ref, and the link to this very view. */
export function CopyButtons({ escalationRef }: { escalationRef: string }): ReactNode {
  return (
    <span data-noprint className="flex">
      <CopyButton
        text={() => escalationRef}
        label={`Copy ${escalationRef}`}
        done={`${escalationRef} copied`}
        icon={<Copy aria-hidden className="size-4" />}
      />
      <CopyButton
        text={() => window.location.href}
        label="Copy the link to this view"
        done="Link copied"
        icon={<Link2 aria-hidden className="size-4" />}
      />
    </span>
  );
}
