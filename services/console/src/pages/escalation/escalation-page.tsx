import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import type { EscalationView } from '../../../../api/views/escalation.schema';
import { escalationQuery } from '../../api/escalation';
import { ApiProblem } from '../../api/problem';
import { ActionPanel } from '../../forms/action-panel';
import { ErrorState } from '../../ui/states';
import { DecisionsCard } from './agreements/decisions-card';
import { TasksCard } from './agreements/tasks-card';
import { NextActionBar } from './actions/next-action-bar';
import { StandingBanners } from './banners/standing-banners';
import { ClocksCard } from './clocks-axis/clocks-card';
import { marksQuery } from './escalation-queries';
import { NextCard } from './glance/next-card';
import { PromisesCard } from './glance/promises-card';
import { StoryCard } from './glance/story-card';
import { TimeMovedNotice } from './glance/time-moved-notice';
import { UnheardAlarm } from './glance/unheard-alarm';
import { EscalationHeader } from './header/escalation-header';
import { EscalationSkeleton, NoSuchEscalation } from './page-states';
import { PeopleCard } from './people-card';
import { PrintedHead } from './printed-head';
import { RecordCard } from './record/record-card';
import { TogetherCard } from './together-card';
import { TimeMachineCard } from './time-machine/time-machine-card';
import { useFollow } from './use-follow';
import { usePrintWhole } from './use-print-whole';
import { useCloseAction } from './use-close-action';
import { useView } from './use-view';
import './escalation-page.css';

/** One escalation: its story, its clocks, all that is on record, and what the reader may do. */
export function EscalationPage(): ReactNode {
  const { ref } = useParams({ from: '/escalations/$ref' });
  const { data, error, refetch } = useQuery(escalationQuery(ref));
  const title = data && `${data.ref} ${data.summary}`;
  useEffect(() => {
    if (!title) return;
    const before = document.title;
    document.title = `${title.slice(0, 120)} – Upstairs`;
    return () => {
      document.title = before;
    };
  }, [title]);
  if (data) return <Loaded key={data.id} escalation={data} />;
  if (error instanceof ApiProblem && error.status === 404) return <NoSuchEscalation escalationRef={ref} />;
  if (error) return <ErrorState pageTitle="The escalation" error={error} onRetry={() => void refetch()} />;
  return <EscalationSkeleton />;
}

function Loaded({ escalation }: { escalation: EscalationView }): ReactNode {
  const { data: events = [] } = useQuery(marksQuery(escalation.ref));
  useFollow(escalation);
  const print = usePrintWhole(escalation.ref);
  const owned = events.findLast(({ type, data }) => type === 'owner.assigned' && data.ownerId === escalation.owner?.id);
  return (
    <div className="space-y-4 max-sm:pb-16">
      <PrintedHead escalation={escalation} />
      <UnheardAlarm escalation={escalation} />
      <TimeMovedNotice told={escalation} events={events} />
      <EscalationHeader escalation={escalation} ownedSince={owned?.at ?? null} onPrint={print} />
      <StandingBanners escalation={escalation} />
      <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-4">
        <NextCard escalation={escalation} />
        <PromisesCard escalation={escalation} />
        <StoryCard escalation={escalation} />
      </div>
      <DecisionsCard escalation={escalation} />
      <ClocksCard escalation={escalation} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <RecordCard escalation={escalation} />
        <div className="space-y-4">
          <TasksCard escalation={escalation} />
          <PeopleCard escalation={escalation} />
          <TogetherCard escalation={escalation} />
          <TimeMachineCard escalation={escalation} />
        </div>
      </div>
      <NextActionBar escalation={escalation} />
      <Panel escalation={escalation} />
    </div>
  );
}

/** The form that the address asks for; whether it may be done now is said by the form. */
function Panel({ escalation }: { escalation: EscalationView }): ReactNode {
  const { action: name, approvalId, decision, commitmentId, taskId, personId, otherId } = useView();
  const close = useCloseAction();
  const about = { approvalId, decision, commitmentId, taskId, personId, otherId };
  const kind = escalation.steps.some((step) => step.name === name) ? 'step' : 'command';
  return (
    <ActionPanel
      escalation={escalation}
      action={name === undefined ? null : { name, kind }}
      prefill={Object.fromEntries(Object.entries(about).filter(([, id]) => id !== undefined))}
      onClose={close}
    />
  );
}
