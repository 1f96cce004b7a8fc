import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../api/views/escalation.schema';
import { Countdown } from '../../time/countdown';
import { Resting } from '../../time/resting';
import { Card } from '../../ui/card';
import { clockWords } from '../../words/clock-words';

/** What is next, and the clocks that matter in this call. */
export function NextCard({ escalation }: { escalation: EscalationView }): ReactNode {
  const { steps, stage, clocks } = escalation;
  const next = steps.find(({ name }) => name === stage);
  const counting = clocks
    .filter(({ state, metAt }) => (state === 'running' || state === 'breached' || state === 'paused') && metAt === null)
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  return (
    <Card title="What is next">
      <p>
        {next ? (
          <>
            Next step: <strong>{next.title}</strong>, by {next.waitsFor ?? 'nobody any more'}.
          </>
        ) : (
          'Every step is done.'
        )}
      </p>
      {counting.length > 0 && (
        <ul className="mt-3 space-y-2">
          {counting.map(({ id, dueAt, state, remaining }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
              <span className="min-w-0" dir="auto">
                {clockWords(id, escalation)}
              </span>
              {state === 'paused' ? <Resting remaining={remaining} /> : <Countdown dueAt={dueAt} told={escalation} />}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
