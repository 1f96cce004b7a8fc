import { GitCompareArrows } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { DraftView } from '../../../../api/views/policy.schema';
import { Moment } from '../../time/moment';
import { Button } from '../../ui/button';
import { ComparisonTable } from './comparison-table';
import { differencesOf } from './policy-sections';
import type { DraftEdit } from './use-draft-edit';

/** Somebody else has saved the draft since one began to type: nothing is lost, and one chooses. */
export function OvertakenNotice({ draft, edit }: { draft: DraftView; edit: DraftEdit }): ReactNode {
  const [isShown, setShown] = useState(false);
  if (!edit.isOvertaken) return null;
  const differences = 'policy' in edit.parsed ? differencesOf(draft.policy, edit.parsed.policy) : null;
  return (
    <section role="alert" className="space-y-3 rounded-xl border border-warn/40 bg-warn-soft p-4 text-warn">
      <p className="flex gap-3">
        <GitCompareArrows aria-hidden className="mt-0.5 size-5 shrink-0" />
        <span>
          {draft.changedBy.name} has changed this draft meanwhile, <Moment at={draft.changedAt} />. What you typed is
          still here and not saved.
        </span>
      </p>
      <div className="flex flex-wrap gap-2">
        <Button aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {isShown ? 'Hide the difference' : 'Show the difference'}
        </Button>
        <Button onClick={edit.putOver}>Go on with mine, over theirs</Button>
        <Button onClick={edit.discard}>Take theirs, drop mine</Button>
      </div>
      {isShown && (
        <div className="rounded-lg bg-surface text-ink">
          {differences ? (
            <ComparisonTable
              differences={differences}
              before={`As ${draft.changedBy.name} saved it`}
              after="As you typed it"
            />
          ) : (
            <p className="p-3">What you typed cannot be compared as long as it is not written as a policy is.</p>
          )}
        </div>
      )}
    </section>
  );
}
