import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { childrenQuery } from '../../api/children';
import { escalationQuery } from '../../api/escalation';
import { ApiProblem } from '../../api/problem';
import { Card } from '../../ui/card';
import { EmptyState, ErrorState, Loading } from '../../ui/states';
import { usePageTitle } from '../board/use-page-title';
import { AcknowledgeForm } from './acknowledge-form';
import { ChildrenTable } from './children-table';
import { RaiseList } from './raise-list';

/** One outage, many accounts: each with an escalation of its own under this one. */
export function ChildrenPage(): ReactNode {
  const { ref } = useParams({ from: '/escalations/$ref/children' });
  usePageTitle(`${ref}, its accounts`);
  const [isSent, setSent] = useState(false);
  const escalation = useQuery(escalationQuery(ref));
  const children = useQuery(childrenQuery(ref));
  const error = escalation.error ?? children.error;
  const retry = () => void Promise.all([escalation.refetch(), children.refetch()]);
  if (error instanceof ApiProblem && error.status === 404)
    return <EmptyState isPage title="There is no such escalation for you" />;
  if (error && !(escalation.data && children.data))
    return <ErrorState pageTitle="Its accounts" error={error} onRetry={retry} />;
  if (!escalation.data || !children.data) return <Loading what="Reading the accounts" />;
  const { items, count } = children.data;
  const waiting = items.filter(({ stage, status }) => stage === 'intake' && status === 'open').length;
  return (
    <div className="mx-auto max-w-6xl space-y-4">
      <div>
        <p>
          <Link to="/escalations/$ref" params={{ ref: escalation.data.ref }} className="text-accent underline">
            {escalation.data.ref}
          </Link>
        </p>
        <h1 className="text-2xl font-semibold wrap-anywhere" dir="auto">
          One outage, many accounts: {escalation.data.summary}
        </h1>
        <p className="text-ink-soft">
          Each account has its own acknowledgment, promises, update and closure; the investigation and the solution are
          those of {escalation.data.ref}.
        </p>
      </div>
      <Card title={`Accounts (${count})`}>
        {items.length === 0 ? (
          <EmptyState title="No account is under it yet">Raise them from a list below.</EmptyState>
        ) : (
          <ChildrenTable items={items} />
        )}
        {count > items.length && <p className="mt-2 text-ink-soft">{count - items.length} more you may not see.</p>}
      </Card>
      {(waiting > 0 || isSent) && (
        <Card title={waiting === 0 ? 'All are acknowledged' : `Acknowledge those ${waiting} that are not`}>
          <AcknowledgeForm umbrella={ref} onSend={() => setSent(true)} />
        </Card>
      )}
      <Card title="Raise from a list">
        <RaiseList umbrella={ref} />
      </Card>
    </div>
  );
}
