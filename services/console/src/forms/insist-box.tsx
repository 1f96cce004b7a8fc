import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Insistence } from './insistence';

interface Props {
  insistence: Insistence;
  /** What speaks against it here, one by one. */
  details: readonly string[];
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** Asks whether it is to be done although something speaks against it. */
export function InsistBox({ insistence: { why, button }, details, checked, onChange }: Props): ReactNode {
  return (
    <div className="space-y-2 rounded-xl bg-warn-soft px-4 py-3 text-warn">
      <p className="flex items-start gap-2">
        <TriangleAlert aria-hidden className="mt-0.5 size-5 shrink-0" />
        {why}
      </p>
      {details.length > 0 && (
        <ul className="list-disc space-y-1 pl-11">
          {details.map((detail) => (
            <li key={detail} dir="auto">
              {detail}
            </li>
          ))}
        </ul>
      )}
      <label className="flex min-h-10 cursor-pointer items-center gap-3 font-medium max-sm:min-h-11">
        <input
          type="checkbox"
          checked={checked}
          onChange={(event) => onChange(event.target.checked)}
          className="size-5 shrink-0 accent-accent"
        />
        {button}
      </label>
    </div>
  );
}
