import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { TotalsView } from '../../../../api/views/totals.schema';
import { Badge } from '../../ui/badge';
import { stageWords } from '../../words/stage-words';

/** The head of a column: how many stand there, and how many of them are overdue. */
export function StageHead({ stage, totals }: { stage: string; totals: TotalsView | undefined }): ReactNode {
  const here = totals?.byStage.find((one) => one.stage === stage);
  const count = totals ? (here?.count ?? 0) : null;
  return (
    <header className="flex min-h-11 items-center gap-2 px-3 py-1.5 max-lg:pr-11">
      <h2 id={`stage-${stage}`} className="min-w-0 truncate text-sm font-semibold" title={stageWords(stage)}>
        {stageWords(stage)}
      </h2>
      {count !== null && (
        <span className="tabular shrink-0 rounded-full bg-surface px-2 whitespace-nowrap text-sm text-ink-soft">
          {count}
          <span className="sr-only"> {count === 1 ? 'escalation' : 'escalations'}</span>
        </span>
      )}
      {here && here.overdue > 0 && (
        <Badge tone="danger" icon={<TriangleAlert aria-hidden />} className="ml-auto shrink-0">
          {here.overdue}
          <span className="@max-[17rem]:sr-only"> overdue</span>
        </Badge>
      )}
    </header>
  );
}
