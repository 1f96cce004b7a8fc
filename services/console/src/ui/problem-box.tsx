import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { ApiProblem, inWords, type FieldError } from '../api/problem';

interface Props {
  error: unknown;
  /** What a field is called; absent: as the server points at it. */
  nameOf?: (error: FieldError) => ReactNode;
  children?: ReactNode;
}

/** Why something was not done, with each wrong field; nothing while there is nothing wrong. */
export function ProblemBox({ error, nameOf, children }: Props): ReactNode {
  if (!error) return null;
  const errors = error instanceof ApiProblem ? error.errors : [];
  return (
    <div role="alert" className="flex gap-3 rounded-lg border border-danger/40 bg-danger-soft p-3 text-danger">
      <CircleAlert aria-hidden className="mt-0.5 size-5 shrink-0" />
      <div className="min-w-0 flex-1 space-y-1 wrap-anywhere">
        <p className="font-medium">{inWords(error)}</p>
        {errors.length > 0 && (
          <ul className="list-disc space-y-0.5 pl-5 text-sm">
            {errors.map((one) => (
              <li key={`${one.pointer} ${one.detail}`}>
                {nameOf ? nameOf(one) : one.pointer.replace('#/', '')}: {one.detail}
              </li>
            ))}
          </ul>
        )}
        {children}
      </div>
    </div>
  );
}
