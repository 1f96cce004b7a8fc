import { ArrowUpRight, BellRing, CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../../api/views/escalation.schema';
import { useMyself } from '../../../session/session';
import { Countdown } from '../../../time/countdown';
import { Moment } from '../../../time/moment';
import { Resting } from '../../../time/resting';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { actionWords } from '../../../words/action-words';
import { clockWords, rungWords } from '../../../words/clock-words';
import { besideStep, climbs, nextAction } from '../actions/next-action';
import { useChanged } from '../use-changed';
import { useOpenForm } from '../use-open-form';
import { nextByItself, watchingClocks } from './due';
import { DueAt } from './due-at';

/** What is due next, what happens if nobody acts, and what the reader can do about it. */
export function NextCard({ escalation }: { escalation: EscalationView }): ReactNode {
  const openForm = useOpenForm();
  const due = watchingClocks(escalation.clocks)[0];
  const changed = useChanged<HTMLDivElement>([due?.id, due?.state, due?.dueAt, due?.heldUntil, due?.next?.at].join());
  const next = nextAction(escalation, useMyself().id);
  const beside = besideStep(escalation, next);
  const takeCharge = climbs(escalation) && escalation.actions.some(({ name }) => name === 'take-charge');
  return (
    <Card title="What is next">
      <div ref={changed} className="space-y-3 rounded-md">
        {due ? (
          <div className="space-y-1">
            <p dir="auto" className="text-lg leading-snug font-semibold">
              {clockWords(due.id, escalation)}
            </p>
            <p className="flex flex-wrap items-center gap-2 text-sm">
              {due.state === 'paused' ? (
                <Resting remaining={due.remaining} />
              ) : (
                <>
                  <Countdown dueAt={due.dueAt} told={escalation} />
                  <span className="text-ink-soft">
                    due <DueAt at={due.dueAt} told={escalation} />
                  </span>
                </>
              )}
            </p>
          </div>
        ) : (
          <p className="flex items-center gap-2">
            <CircleCheck aria-hidden className="size-5 shrink-0 text-good" />
            Nothing is due any more.
          </p>
        )}
        <IfNobodyActs escalation={escalation} />
        {next && (
          <div className="flex flex-wrap gap-2 max-sm:hidden" data-noprint>
            <Button kind="primary" onClick={() => openForm(next.name, next.about)}>
              {actionWords(next.name)}
            </Button>
            {beside && <Button onClick={() => openForm(beside)}>{actionWords(beside)}</Button>}
            {takeCharge && next.name !== 'take-charge' && (
              <Button kind="danger" onClick={() => openForm('take-charge')}>
                {actionWords('take-charge')}
              </Button>
            )}
          </div>
        )}
        {!next && due && <WhoseTurn escalation={escalation} clockId={due.id} />}
      </div>
    </Card>
  );
}

function IfNobodyActs({ escalation }: { escalation: EscalationView }): ReactNode {
  const next = nextByItself(escalation.clocks);
  if (!next) return null;
  const climbing = next.rung !== 'reminder' && next.rung !== 'breach';
  const Icon = climbing ? ArrowUpRight : BellRing;
  return (
    <p className="flex items-start gap-2 text-sm">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-soft" />
      <span>
        If nobody acts: <Moment at={next.at} told={escalation} />, {rungWords(next.rung)}
        <span dir="auto" className="text-ink-soft">
          {' '}
          ({clockWords(next.clock.id, escalation)})
        </span>
        .
      </span>
    </p>
  );
}

/** The reader cannot do what is due, or the next step; says who can. */
function WhoseTurn({ escalation, clockId }: { escalation: EscalationView; clockId: string }): ReactNode {
  const { steps, stage } = escalation;
  const step = steps.find(({ name }) => name === clockId) ?? steps.find(({ name }) => name === stage);
  return step?.waitsFor ? <p className="text-sm text-ink-soft">It waits for {step.waitsFor}.</p> : null;
}
