import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../../api/views/escalation.schema';
import { Card } from '../../../ui/card';
import { classes } from '../../../ui/classes';
import { usePrinting } from '../printing';
import { useView } from '../use-view';
import { Messages } from './messages';
import { Timeline } from './timeline';
import { TimelineFilters } from './timeline-filters';

const tabs = [
  { tab: 'timeline', label: 'Timeline' },
  { tab: 'messages', label: 'Mails and notices' },
] as const;

/** All that is on record: what happened, and what was written. */
export function RecordCard({ escalation }: { escalation: EscalationView }): ReactNode {
  const { tab: shown = 'timeline' } = useView();
  const printing = usePrinting();
  return (
    <Card title="On record" aside={<Tabs shown={shown} escalationRef={escalation.ref} />}>
      {(shown === 'timeline' || printing) && (
        <>
          <h3 className="sr-only print:not-sr-only print:mt-4 print:mb-2 print:text-base print:font-semibold">
            Timeline
          </h3>
          <TimelineFilters escalationRef={escalation.ref} />
          <Timeline escalation={escalation} />
        </>
      )}
      {(shown === 'messages' || printing) && (
        <>
          <h3 className="sr-only print:not-sr-only print:mt-4 print:mb-2 print:text-base print:font-semibold">
            Mails and notices
          </h3>
          <Messages escalation={escalation} />
        </>
      )}
    </Card>
  );
}

function Tabs({ shown, escalationRef }: { shown: string; escalationRef: string }): ReactNode {
  return (
    <nav aria-label="On record" data-noprint className="flex flex-wrap gap-1 max-sm:basis-full">
      {tabs.map(({ tab, label }) => (
        <Link
          key={tab}
          to="/escalations/$ref"
          params={{ ref: escalationRef }}
          search={(old) => ({ ...old, tab: tab === 'timeline' ? undefined : tab })}
          replace
          resetScroll={false}
          activeOptions={{ includeSearch: true, exact: true }}
          aria-current={tab === shown ? 'true' : undefined}
          className={classes(
            'inline-flex min-h-8 items-center rounded-md px-3 text-sm font-medium no-underline max-sm:min-h-11',
            tab === shown ? 'bg-accent-soft text-accent' : 'text-ink-soft hover:bg-sunken',
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
