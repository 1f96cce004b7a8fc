import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../../api/views/escalation.schema';
import type { ExplanationView } from '../../../../../api/views/explanation.schema';
import { explanationQuery } from '../../../api/explanation';
import { inWords } from '../../../api/problem';
import { detailWords } from '../../../forms/refusal-words';
import { momentInFull, useMomentStyle } from '../../../time/moment';
import { durationMs, spanInWords } from '../../../time/words';
import { Skeleton } from '../../../ui/states';

type Explained = ExplanationView['clocks'][number];

/** Why a clock stands where it does: what it counts from, where its budget stands, who answers for it, who is next. */
export function ClockWhy({ escalation, clockId }: { escalation: EscalationView; clockId: string }): ReactNode {
  const { data, error } = useQuery(explanationQuery(escalation.ref));
  const clock = data?.clocks.find(({ id }) => id === clockId);
  if (error && !data) return <p className="text-danger">{inWords(error)}</p>;
  if (!data) return <Skeleton className="h-24" />;
  if (!clock) return <p className="text-ink-soft">This clock is gone.</p>;
  return (
    <dl className="grid gap-x-4 gap-y-1 rounded-lg bg-sunken p-3 text-sm sm:grid-cols-[max-content_1fr]">
      <Reasons clock={clock} escalation={escalation} standing={data.standing} />
    </dl>
  );
}

interface ReasonsProps {
  clock: Explained;
  escalation: EscalationView;
  /** What holds for all of its clocks. */
  standing: readonly string[];
}

function Reasons({ clock, escalation, standing }: ReasonsProps): ReactNode {
  const style = useMomentStyle();
  const { anchor, budget, policyLine, dueAt, responsible, chain, next } = clock;
  const calendar = escalation.clocks.find(({ id }) => id === clock.id)?.calendar;
  const told = chain.map(({ name, title }) => `${name} (${title})`).join(', then ');
  return (
    <>
      <Reason term="It watches">{clock.what}</Reason>
      <Reason term="Counts from">
        {anchor.because}, {momentInFull(anchor.at, style)}
      </Reason>
      <Reason term="Has">
        {spanInWords(durationMs(budget))} ({policyLine}),{' '}
        {calendar ? `in the hours of ${calendar}` : 'around the clock'}, until {momentInFull(dueAt, style)}
      </Reason>
      <Reason term="Answers for it">
        {responsible ? `${responsible.name}: ${responsible.because}` : 'nobody that the directory knows'}
      </Reason>
      <Reason term="Above them">{told || 'nobody that the directory knows'}</Reason>
      {standing.length > 0 && (
        <Reason term="Holds here">
          {standing.map((sentence) => (
            <span key={sentence} dir="auto" className="block">
              {detailWords(sentence, escalation, (iso) => momentInFull(iso, style))}
            </span>
          ))}
        </Reason>
      )}
      <Reason term="Next">
        {next
          ? `${next.what}${next.to.length > 0 ? ` to ${next.to.join(', ')}` : ''}, ${momentInFull(next.at, style)}: ${next.because}`
          : 'nothing happens by itself any more'}
      </Reason>
    </>
  );
}

function Reason({ term, children }: { term: string; children: ReactNode }): ReactNode {
  return (
    <>
      <dt className="font-medium">{term}</dt>
      <dd className="min-w-0 max-sm:mb-1.5">{children}</dd>
    </>
  );
}
