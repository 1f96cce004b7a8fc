import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DraftView, ListedPolicyView } from '../../../../api/views/policy.schema';
import { may } from '../../../../../domain/authority';
import { draftsQuery, policiesQuery, policyQuery } from '../../api/policies';
import { useMyself } from '../../session/session';
import { Moment } from '../../time/moment';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { EmptyState, ErrorState, Loading } from '../../ui/states';
import { TableFrame } from '../../ui/table-frame';
import { usePageTitle } from '../board/use-page-title';
import { BeginDraft } from './begin-draft';
import { DraftState, VersionState } from './policy-state';

/** The versions of the policy, and the drafts of the next one. */
export function PoliciesPage(): ReactNode {
  usePageTitle('Policies');
  const writes = may(useMyself(), 'draft-policies');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(policiesQuery);
  const { data: current } = useQuery({ ...policyQuery('current'), enabled: writes });
  if (error && !data) return <ErrorState pageTitle="Policies" error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading what="Reading the policies" />;
  return (
    <div className="mx-auto max-w-5xl space-y-4">
      <div className="flex flex-wrap items-center gap-3">
        <div className="min-w-0 flex-1">
          <h1 className="text-2xl font-semibold">Policies</h1>
          <p className="text-ink-soft">
            The numbers that run an escalation. Each keeps the version that it was raised under.
          </p>
        </div>
        {writes && current && <BeginDraft from={current} />}
      </div>
      {writes && <Drafts />}
      <Card title="Versions">
        <TableFrame label="Versions of the policy" head={['Version', 'Since', 'Written by', 'Approved by', 'Note']}>
          {data.map((version) => (
            <VersionRow key={version.version} version={version} />
          ))}
        </TableFrame>
        {hasNextPage && (
          <Button className="mt-3" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show older ones
          </Button>
        )}
      </Card>
    </div>
  );
}

function VersionRow({ version: one }: { version: ListedPolicyView }): ReactNode {
  return (
    <tr>
      <th scope="row" className="font-medium">
        <span className="flex flex-wrap items-center gap-2">
          <Link to="/policies/$version" params={{ version: String(one.version) }} className="text-accent underline">
            Version {one.version}
          </Link>
          <VersionState state={one.state} />
        </span>
      </th>
      <td>{one.effectiveFrom ? <Moment at={one.effectiveFrom} /> : 'as shipped'}</td>
      <td>{one.draftedBy?.name ?? '–'}</td>
      <td>{one.approvedBy?.name ?? '–'}</td>
      <td dir="auto" className="min-w-28 wrap-anywhere">
        {one.note ?? '–'}
      </td>
    </tr>
  );
}

function Drafts(): ReactNode {
  const { data, error, refetch } = useQuery(draftsQuery);
  return (
    <Card title="Drafts">
      {data ? (
        <DraftList drafts={data} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading what="Reading the drafts" />
      )}
    </Card>
  );
}

function DraftList({ drafts }: { drafts: readonly DraftView[] }): ReactNode {
  if (drafts.length === 0)
    return <EmptyState title="Nobody is writing a policy">Begin a draft to change one of its numbers.</EmptyState>;
  return (
    <ul className="divide-y divide-line">
      {drafts.map(({ id, title, state, author, changedAt, changedBy, basedOn }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
          <Link
            to="/policies/drafts/$id"
            params={{ id }}
            dir="auto"
            className="text-accent underline font-medium wrap-anywhere"
          >
            {title}
          </Link>
          <DraftState state={state} />
          <span className="text-sm text-ink-soft">
            by {author.name}, from version {basedOn}; {changedBy.name} wrote last, <Moment at={changedAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}
