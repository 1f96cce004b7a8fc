import { FlaskConical } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { DraftView } from '../../../../api/views/policy.schema';
import { Button } from '../../ui/button';
import { inputClasses } from '../../ui/field';
import { ProblemBox } from '../../ui/problem-box';
import { EmptyState } from '../../ui/states';
import { useWhatIf } from './use-what-if';
import { WhatIfResult } from './what-if-result';

const FURTHEST_DAYS = 366;

/** What the draft would have changed in the escalations of the last days. */
export function WhatIfPart({ draft, isDirty }: { draft: DraftView; isDirty: boolean }): ReactNode {
  const [days, setDays] = useState('90');
  const { progress, result, error, start, cancel } = useWhatIf(draft.id);
  const count = Number(days);
  const isSound = Number.isInteger(count) && count >= 1 && count <= FURTHEST_DAYS;
  return (
    <div className="space-y-4">
      <form
        className="flex flex-wrap items-center gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (isSound) void start(count);
        }}
      >
        <label className="flex items-center gap-2">
          The last
          <input
            type="number"
            min={1}
            max={FURTHEST_DAYS}
            className={`${inputClasses} w-24`}
            value={days}
            onChange={(event) => setDays(event.target.value)}
          />
          days
        </label>
        {progress ? (
          <Button onClick={cancel}>Cancel</Button>
        ) : (
          <Button
            type="submit"
            kind="primary"
            disabled={!isSound}
            icon={<FlaskConical aria-hidden className="size-4" />}
          >
            Try it
          </Button>
        )}
      </form>
      {isDirty && <p role="note">It tries what was saved last, not what you have typed since.</p>}
      {progress && (
        <div className="space-y-1">
          <progress className="h-3 w-full" aria-label="Tried" value={progress.done} max={Math.max(1, progress.total)} />
          <p className="tabular text-sm text-ink-soft">
            {progress.done.toLocaleString('en-GB')} of {progress.total.toLocaleString('en-GB')} escalations
          </p>
        </div>
      )}
      <ProblemBox error={error} />
      {result ? (
        <WhatIfResult result={result} />
      ) : (
        !progress &&
        !error && (
          <EmptyState title="Nothing was tried yet" icon={<FlaskConical />}>
            Every escalation of those days is gone through again under this draft, with people doing the same at the
            same moments. Nothing is changed.
          </EmptyState>
        )
      )}
    </div>
  );
}
