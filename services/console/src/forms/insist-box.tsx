import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

interface Props {
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** Asks whether an acknowledgment goes out although it sounds impersonal. */
export function InsistBox({ checked, onChange }: Props): ReactNode {
  return (
    <div className="space-y-2 rounded-xl bg-warn-soft px-4 py-3 text-warn">
      <p className="flex items-start gap-2">
        <TriangleAlert aria-hidden className="mt-0.5 size-5 shrink-0" />
        This acknowledgment sounds like a ticket notice, or nobody in it takes responsibility. A customer who was let
        down hears that at once. Better write it as one person to another.
      </p>
      <label className="flex min-h-10 cursor-pointer items-center gap-3 font-medium max-sm:min-h-11">
        <input
          type="checkbox"
          checked={checked}
          onChange={(event) => onChange(event.target.checked)}
          className="size-5 shrink-0 accent-accent"
        />
        Send it all the same. That I chose so stands on the timeline.
      </label>
    </div>
  );
}
