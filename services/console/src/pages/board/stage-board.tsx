import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { DEFAULT_PLAN_STEPS } from '../../../../../domain/generated/step-titles';
import type { TotalsView } from '../../../../api/views/totals.schema';
import { useMedia } from '../../ui/use-media';
import type { RowsWanted } from './board-rows';
import { CardColumn } from './card-column';
import { CardStack } from './card-stack';
import { StageHead } from './stage-head';
import { stageWords } from '../../words/stage-words';
import { useBoard, useGoTo } from './use-board';
import { useHold } from './use-hold';
import { ofStage, useLiveRows } from './use-live-rows';
import { useRowKeys } from './use-row-keys';

const PAGE_SIZE = 50;
/** From here on the columns stand side by side. */
const WIDE = '(min-width: 64rem)';

/** A column for each stage; one below the other, to be folded, where there is no room for columns. */
export function StageBoard({ totals }: { totals: TotalsView | undefined }): ReactNode {
  const { search, filters, sort } = useBoard();
  const wide = useMedia(WIDE);
  const { held, area } = useHold();
  const wanted: RowsWanted = { filters, sort, pageSize: PAGE_SIZE };
  const stages = stagesShown(totals, search.stage);
  const keys = useRowKeys(true);
  useLiveRows({ wanted, stages });
  const column = (stage: string) => ({
    label: `Escalations in ${stageWords(stage).toLowerCase()}`,
    wanted: ofStage(wanted, stage),
    held,
    q: search.q,
    empty: <p className="px-2 py-6 text-center text-sm text-ink-soft">Nothing here</p>,
  });
  if (!wide) {
    return (
      <div ref={keys} {...area} className="space-y-3">
        {stages.map((stage) => (
          <FoldedStage key={stage} {...{ stage, totals }}>
            <CardStack {...column(stage)} />
          </FoldedStage>
        ))}
      </div>
    );
  }
  return (
    <div ref={keys} {...area} className="flex min-h-0 flex-1 gap-3 overflow-x-auto pb-1">
      {stages.map((stage) => (
        <section
          key={stage}
          data-column={stage}
          aria-labelledby={`stage-${stage}`}
          className="@container flex min-w-52 flex-1 flex-col rounded-xl border border-line bg-sunken/60"
        >
          <StageHead {...{ stage, totals }} />
          <CardColumn name={stage} {...column(stage)} />
        </section>
      ))}
    </div>
  );
}

/** The steps of the default plan, and those of other plans that some escalations are at, in the order of the totals. */
function stagesShown(totals: TotalsView | undefined, chosen: readonly string[] | undefined): readonly string[] {
  const told = (totals?.byStage ?? []).flatMap(({ stage, count }) =>
    stage && (count > 0 || DEFAULT_PLAN_STEPS.includes(stage)) ? stage : [],
  );
  const all = told.length > 0 ? told : DEFAULT_PLAN_STEPS;
  return chosen ? all.filter((stage) => chosen.includes(stage)) : all;
}

/** A stage that can be folded; which are is said by the address. */
function FoldedStage({
  stage,
  totals,
  children,
}: {
  stage: string;
  totals: TotalsView | undefined;
  children: ReactNode;
}): ReactNode {
  const { search } = useBoard();
  const goTo = useGoTo();
  const folded = search.folded ?? [];
  const open = !folded.includes(stage);
  const toggle = () => {
    const next = open ? [...folded, stage] : folded.filter((one) => one !== stage);
    goTo({ ...search, folded: next.length > 0 ? next : undefined }, 'replace');
  };
  return (
    <section
      data-column={stage}
      aria-labelledby={`stage-${stage}`}
      className="rounded-xl border border-line bg-sunken/60"
    >
      <div className="relative">
        <StageHead {...{ stage, totals }} />
        <button
          type="button"
          onClick={toggle}
          aria-expanded={open}
          aria-label={`${stageWords(stage)}: ${open ? 'fold' : 'unfold'}`}
          className="absolute inset-0 flex items-center justify-end rounded-xl pr-3"
        >
          <ChevronRight aria-hidden className={`size-5 transition-transform ${open ? 'rotate-90' : ''}`} />
        </button>
      </div>
      {open && <div className="p-2 pt-0">{children}</div>}
    </section>
  );
}
