import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../../api/views/escalation.schema';
import { peopleQuery } from '../../../api/people';
import { Moment } from '../../../time/moment';
import { durationMs, spanInWords } from '../../../time/words';
import { Card } from '../../../ui/card';
import { factWords, moneyWords } from '../../../words/fact-words';
import { Fact } from './fact';
import { lastWordOf } from './last-word';
import { Narrative } from './narrative';

/** Who complains, of what, since when. */
export function StoryCard({ escalation }: { escalation: EscalationView }): ReactNode {
  const { contact, account, severity, scope, origin, receivedAt, raisedAt, acknowledgedAt } = escalation;
  const lastWord = lastWordOf(escalation);
  return (
    <Card title="What happened" className="md:col-span-2">
      <div className="@container">
        <div className="grid gap-x-8 gap-y-4 @2xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <Narrative text={escalation.narrative} />
          <dl className="grid grid-cols-[max-content_minmax(0,1fr)] content-start gap-x-4 gap-y-1.5 text-sm @lg:grid-cols-[max-content_minmax(0,1fr)_max-content_minmax(0,1fr)] @2xl:grid-cols-[max-content_minmax(0,1fr)]">
            <Fact term="Customer">
              <span dir="auto">{contact?.name ?? 'name not known'}</span>
              {contact?.email ? (
                <a href={`mailto:${contact.email}`} className="block break-all text-accent underline">
                  {contact.email}
                </a>
              ) : (
                <span className="block font-medium text-warn">mail address not known</span>
              )}
            </Fact>
            <Fact term="Worth">
              {account.arr ? `${moneyWords(account.arr)} a year` : 'not known'}
              {account.customerSince && `, customer since ${monthOf(account.customerSince)}`}
            </Fact>
            <Fact term="About">
              {factWords(severity)}, {scope ? factWords(scope) : 'scope not known'}
              {origin && `, cause ${factWords(origin)}`}
            </Fact>
            <Fact term="Received">
              <Moment at={receivedAt} told={escalation} />
              {receivedAt !== raisedAt && <span className="text-ink-soft"> (raised later)</span>}
            </Fact>
            <Fact term="Answered">
              {acknowledgedAt ? <Moment at={acknowledgedAt} told={escalation} /> : <strong>not yet</strong>}
              <Signer escalation={escalation} />
            </Fact>
            <Fact term="Last word">
              {lastWord ? <Moment at={lastWord} told={escalation} /> : 'none from us so far'}
            </Fact>
            <Cause escalation={escalation} />
            <CustomFacts escalation={escalation} />
            <PausedFact escalation={escalation} />
            {escalation.externalRef && <Fact term="Elsewhere">{escalation.externalRef}</Fact>}
          </dl>
        </div>
      </div>
    </Card>
  );
}

/** Who signed the acknowledgment and so stays answerable. */
function Signer({ escalation: { signer } }: { escalation: EscalationView }): ReactNode {
  const { data: people = [] } = useQuery(peopleQuery);
  if (!signer) return null;
  const title = people.find(({ id }) => id === signer.id)?.title;
  return <span className="text-ink-soft">{` by ${signer.name}${title ? `, ${title}` : ''}`}</span>;
}

function Cause({ escalation: { rootCause, rootCauseNote } }: { escalation: EscalationView }): ReactNode {
  if (!rootCause) return null;
  return (
    <Fact term="Root cause">
      <span className="font-medium">{factWords(rootCause)}</span>
      {rootCauseNote && (
        <span dir="auto" className="block">
          {rootCauseNote}
        </span>
      )}
    </Fact>
  );
}

/** What the policy of a company wants to know besides. */
function CustomFacts({ escalation: { custom, customFields } }: { escalation: EscalationView }): ReactNode {
  return customFields.map(({ name, title, requiredFor }) => {
    const value = custom[name];
    if (value === undefined && requiredFor.length === 0) return null;
    return (
      <Fact key={name} term={title}>
        {value === undefined ? (
          <span className="font-medium text-warn">not known, needed to go on</span>
        ) : (
          <span dir="auto">{typeof value === 'boolean' ? (value ? 'yes' : 'no') : value}</span>
        )}
      </Fact>
    );
  });
}

/** How long it was paused: pausing hides nothing. */
function PausedFact({ escalation: { pauses, paused, pausedShare } }: { escalation: EscalationView }): ReactNode {
  if (pauses === 0) return null;
  const times = pauses === 1 ? 'once' : `${pauses} times`;
  return (
    <Fact term="Paused">
      {times}, {spanInWords(durationMs(paused))} in all ({Math.round(pausedShare * 100)} % of its time)
    </Fact>
  );
}

/** A day as its month: how long somebody has been a customer needs no more. */
function monthOf(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(day));
}
