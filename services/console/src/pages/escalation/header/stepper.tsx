import { Check, Circle, CircleDot, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../../api/views/escalation.schema';
import { Moment } from '../../../time/moment';
import { classes } from '../../../ui/classes';
import { useChanged } from '../use-changed';

type StepView = EscalationView['steps'][number];

/** What an umbrella does for those under it. */
const SHARED: readonly string[] = ['investigation', 'solution'];

const looks = {
  done: { words: 'done', icon: Check, look: 'bg-good-soft text-good border-good/50' },
  active: { words: 'can be done now', icon: CircleDot, look: 'bg-accent-soft text-accent border-accent' },
  waiting: { words: 'not yet', icon: Circle, look: 'bg-surface text-ink-soft border-line' },
  skipped: { words: 'no longer needed', icon: Minus, look: 'bg-surface text-ink-soft border-line' },
} as const;

/** The steps in their order: done by whom, to be done now, or not yet. */
export function Stepper({ escalation }: { escalation: EscalationView }): ReactNode {
  return (
    <ol aria-label="Steps" className="grid gap-1.5 sm:grid-cols-3 xl:grid-cols-[repeat(auto-fit,minmax(9rem,1fr))]">
      {escalation.steps.map((step) => (
        <Step key={step.name} step={step} isStage={step.name === escalation.stage} told={escalation} />
      ))}
    </ol>
  );
}

function Step({ step, isStage, told }: { step: StepView; isStage: boolean; told: EscalationView }): ReactNode {
  const changed = useChanged<HTMLLIElement>(step.state);
  const { words, icon: Icon, look } = looks[step.state];
  const waits = waitsFor(step, told);
  return (
    <li
      ref={changed}
      aria-current={isStage ? 'step' : undefined}
      className={classes('flex min-w-0 items-start gap-2 rounded-lg border px-2.5 py-1.5 sm:py-2', look)}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1 max-sm:flex max-sm:flex-wrap max-sm:items-baseline max-sm:gap-x-2">
        <p className="leading-snug font-semibold">{step.title}</p>
        <p className="text-xs leading-snug">
          {step.completedAt === null ? (waits ?? words) : <Moment at={step.completedAt} told={told} />}
          {step.completedBy && <span>{`, ${step.completedBy.name}`}</span>}
        </p>
      </div>
    </li>
  );
}

/** Why a step is not simply done: somebody decides first, or another escalation does it. */
function waitsFor({ name }: StepView, { approvals, umbrella }: EscalationView): string | null {
  if (approvals.some(({ state, holds }) => state === 'open' && holds === name)) return 'held until it is decided';
  return umbrella && SHARED.includes(name) ? `done in ${umbrella.ref}` : null;
}
