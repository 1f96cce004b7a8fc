import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { may } from '../../../../../domain/authority';
import { holdsAny, MANAGER_UPWARDS } from '../../../../../domain/people';
import { policyQuery } from '../../api/policies';
import { ApiProblem } from '../../api/problem';
import { useMyself } from '../../session/session';
import { Moment } from '../../time/moment';
import { PartTabs } from '../../ui/part-tabs';
import { EmptyState, ErrorState, Loading } from '../../ui/states';
import { usePageTitle } from '../board/use-page-title';
import { BeginDraft } from './begin-draft';
import { ComparisonPart } from './comparison-part';
import { PolicyReading } from './policy-reading';
import { VersionState } from './policy-state';
import { ReapplyPart } from './reapply-part';

const parts = [
  { part: 'reading', title: 'What it says' },
  { part: 'comparison', title: 'Comparison' },
] as const;

const reapply = { part: 're-apply', title: 'Apply it to what runs' } as const;

/** One version of the policy, as people read it. */
export function VersionPage(): ReactNode {
  const { version } = useParams({ from: '/policies/$version' });
  const { part = 'reading', with: other } = useSearch({ from: '/policies/$version' });
  const navigate = useNavigate({ from: '/policies/$version' });
  const me = useMyself();
  const writes = may(me, 'draft-policies');
  usePageTitle(`Policy, version ${version}`);
  const { data: one, error, refetch } = useQuery(policyQuery(version));
  if (error instanceof ApiProblem && error.status === 404) return <UnknownVersion />;
  if (error && !one) return <ErrorState pageTitle="The policy" error={error} onRetry={() => void refetch()} />;
  if (!one) return <Loading what="Reading the policy" />;
  const mayReapply = holdsAny(me, MANAGER_UPWARDS) && one.state !== 'coming';
  const shown = part === 're-apply' && !mayReapply ? 'reading' : part;
  return (
    <div className="mx-auto max-w-6xl space-y-4">
      <div className="flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-1 space-y-1">
          <p>
            <Link to="/policies" className="text-accent underline">
              Policies
            </Link>
          </p>
          <h1 className="flex flex-wrap items-center gap-3 text-2xl font-semibold">
            Version {one.version} <VersionState state={one.state} />
          </h1>
          <p className="text-ink-soft">
            {one.effectiveFrom ? (
              <>
                Holds from <Moment at={one.effectiveFrom} />
                {one.draftedBy && `; written by ${one.draftedBy.name}`}
                {one.approvedBy && `, approved by ${one.approvedBy.name}`}.
              </>
            ) : (
              'The policy as it was shipped.'
            )}
          </p>
          {one.note && (
            <p dir="auto" className="wrap-anywhere">
              {one.note}
            </p>
          )}
        </div>
        {writes && <BeginDraft from={one} />}
      </div>
      <PartTabs label="Parts of the policy" parts={mayReapply ? [...parts, reapply] : parts} current={shown} />
      {shown === 'comparison' ? (
        <ComparisonPart
          path={`/v1/policies/${one.version}`}
          name={`Version ${one.version}`}
          version={other ? Number(other) : undefined}
          onVersion={(to) => void navigate({ search: (before) => ({ ...before, with: to }), replace: true })}
        />
      ) : shown === 're-apply' ? (
        <ReapplyPart version={one.version} />
      ) : (
        <PolicyReading policy={one.policy} />
      )}
    </div>
  );
}

function UnknownVersion(): ReactNode {
  return (
    <EmptyState isPage title="There is no such version">
      <Link to="/policies" className="text-accent underline">
        To the policies
      </Link>
    </EmptyState>
  );
}
