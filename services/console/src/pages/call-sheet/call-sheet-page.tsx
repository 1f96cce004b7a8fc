import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { MessageCircleOff } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import type { AccountView } from '../../../../api/views/account.schema';
import type { EscalationView } from '../../../../api/views/escalation.schema';
import { accountQuery } from '../../api/account';
import { escalationQuery } from '../../api/escalation';
import { ActionPanel } from '../../forms/action-panel';
import { useMyself } from '../../session/session';
import { momentInFull, useMomentStyle } from '../../time/moment';
import { ownNow } from '../../time/own-now';
import { Card } from '../../ui/card';
import { ErrorState, Loading } from '../../ui/states';

import { CallHead } from './call-head';
import { LastWordsCard } from './last-words-card';
import { NextCard } from './next-card';
import { NumbersCard } from './numbers-card';
import { PromisesCard } from './promises-card';
import { RecordCard } from './record-card';
import { wayNamed } from './ways-to-record';
import { whatNotToSay } from './what-not-to-say';
import { WordsCard } from './words-card';

/** One screen for whoever is about to call the customer. */
export function CallSheetPage(): ReactNode {
  const { ref } = useParams({ from: '/escalations/$ref/call' });
  const { action } = useSearch({ from: '/escalations/$ref/call' });
  const navigate = useNavigate({ from: '/escalations/$ref/call' });
  const { data: escalation, error, refetch } = useQuery(escalationQuery(ref));
  const { data: story } = useQuery(accountQuery(escalation?.account.id ?? ''));
  if (!escalation)
    return error ? (
      <ErrorState pageTitle="Call sheet" error={error} onRetry={() => void refetch()} />
    ) : (
      <Loading what="Opening the call sheet" />
    );
  const way = wayNamed(action);
  return (
    <div className="mx-auto max-w-5xl space-y-4">
      <CallHead escalation={escalation} />
      <div className="flex flex-col gap-4 lg:grid lg:grid-cols-2 lg:items-start">
        <div className="max-lg:contents lg:space-y-4">
          <WordsCard escalation={escalation} />
          <PromisesCard escalation={escalation} />
          <LastWordsCard escalation={escalation} />
          <NextCard escalation={escalation} />
          <div className="max-lg:order-2">
            <NumbersCard escalation={escalation} story={story} />
          </div>
        </div>
        <div className="max-lg:contents lg:space-y-4">
          <div className="max-lg:order-1">
            <UnsaidCard escalation={escalation} story={story} />
          </div>
          <div className="max-lg:order-3">
            <RecordCard escalation={escalation} />
          </div>
        </div>
      </div>
      <ActionPanel
        escalation={escalation}
        action={way}
        prefill={way?.prefill}
        onClose={() => void navigate({ search: {}, resetScroll: false })}
      />
    </div>
  );
}

function UnsaidCard({ escalation, story }: { escalation: EscalationView; story: AccountView | undefined }): ReactNode {
  const me = useMyself();
  const style = useMomentStyle();
  const unsaid = useMemo(
    () =>
      whatNotToSay({
        ...{ escalation, account: story ?? null, callerId: me.id },
        ...{ nowMs: ownNow(escalation), inWords: (iso: string) => momentInFull(iso, style) },
      }),
    [escalation, story, me.id, style],
  );
  return (
    <Card title="What not to say">
      <ul className="space-y-3">
        {unsaid.map(({ rule, because }) => (
          <li key={rule} className="flex items-start gap-2.5">
            <MessageCircleOff aria-hidden className="mt-0.5 size-5 shrink-0 text-warn" />
            <div className="min-w-0">
              <p className="font-medium">{rule}</p>
              <p dir="auto" className="text-sm text-ink-soft">
                {because}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
