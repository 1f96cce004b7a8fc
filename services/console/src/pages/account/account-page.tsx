import { Link, useParams } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { CirclePlus, Building2, Megaphone } from 'lucide-react';
import { lazy, Suspense, type ReactNode } from 'react';
import type { AccountView } from '../../../../api/views/account.schema';
import { ApiProblem } from '../../api/problem';
import { keys } from '../../api/keys';
import { request } from '../../api/request';
import { buttonClasses } from '../../ui/button';
import { Card } from '../../ui/card';
import { EmptyState, ErrorState, Loading, Skeleton } from '../../ui/states';
import { AccountBreaches } from './account-breaches';
import { AccountCheckIns } from './account-check-ins';
import { AccountEscalations } from './account-escalations';
import { AccountFigures } from './account-figures';
import { AccountHead } from './account-head';
import { AccountPromises } from './account-promises';
import { RootCauses } from './root-causes';

// The charts' library is as large as the rest of the console: only who comes here loads it.
const MonthsChart = lazy(() => import('./months-chart'));

/** Everything about one customer: what is open, what was promised, how it went before. */
export function AccountPage(): ReactNode {
  const { id } = useParams({ from: '/accounts/$id' });
  const { data, error, refetch } = useQuery({
    queryKey: keys.account(id),
    queryFn: ({ signal }) => request<AccountView>(`/v1/accounts/${encodeURIComponent(id)}`, { signal }),
  });
  if (error instanceof ApiProblem && error.status === 404) return <UnknownAccount />;
  if (error && !data) return <ErrorState pageTitle="The account" error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading what="Reading the account" />;
  const { account, figures, escalations } = data;
  const tellers = new Map(escalations.map((escalation) => [escalation.id, escalation]));
  const unheard = escalations.filter(({ status, acknowledgedAt }) => status === 'open' && !acknowledgedAt);
  return (
    <div className="mx-auto max-w-6xl space-y-4">
      <div className="flex flex-wrap items-start gap-3">
        <AccountHead account={account} />
        <Link to="/raise" search={{ account: account.name }} className={buttonClasses('primary')}>
          <CirclePlus aria-hidden className="size-4" />
          Raise for this account
        </Link>
      </div>
      {unheard.length > 0 && (
        <p role="note" className="flex items-start gap-3 rounded-xl border border-info/40 bg-info-soft p-4 text-info">
          <Megaphone aria-hidden className="mt-0.5 size-5 shrink-0" />
          <span>
            {unheard.length === 1 ? 'A new escalation is' : `${unheard.length} new escalations are`} here before the
            customer has heard anything from us: {unheard.map(({ ref }) => ref).join(', ')}.
          </span>
        </p>
      )}
      <AccountFigures figures={figures} />
      <AccountPromises promises={data.promises} tellers={tellers} />
      <AccountEscalations escalations={escalations} />
      <div className="grid items-start gap-4 *:min-w-0 lg:grid-cols-2">
        <AccountCheckIns checkIns={data.checkIns} tellers={tellers} />
        <AccountBreaches breaches={data.breaches} tellers={tellers} />
        <RootCauses causes={data.rootCauses} />
        <Card title="Month by month">
          <Suspense fallback={<Skeleton className="h-56" />}>
            <MonthsChart months={data.byMonth} />
          </Suspense>
        </Card>
      </div>
    </div>
  );
}

function UnknownAccount(): ReactNode {
  return (
    <EmptyState isPage title="There is no such account for you" icon={<Building2 />}>
      <p>It may not exist, or you take part in none of its escalations.</p>
    </EmptyState>
  );
}
