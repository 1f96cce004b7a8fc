import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DraftView } from '../../../../api/views/policy.schema';
import { draftPath, draftQuery } from '../../api/policies';
import { ApiProblem } from '../../api/problem';
import { Moment } from '../../time/moment';
import { PartTabs } from '../../ui/part-tabs';
import { EmptyState, ErrorState, Loading } from '../../ui/states';
import { usePageTitle } from '../board/use-page-title';
import { ComparisonPart } from './comparison-part';
import { DocumentPart } from './document-part';
import { DraftBar } from './draft-bar';
import { DraftForm } from './draft-form';
import { OvertakenNotice } from './overtaken-notice';
import { PolicyReading } from './policy-reading';
import { DraftState } from './policy-state';
import { useDraftEdit, type DraftEdit } from './use-draft-edit';
import { WhatIfPart } from './what-if-part';

const parts = [
  { part: 'form', title: 'Numbers' },
  { part: 'document', title: 'Whole document' },
  { part: 'reading', title: 'As people read it' },
  { part: 'comparison', title: 'Comparison' },
  { part: 'what-if', title: 'What if' },
] as const;

/** One draft of a policy: written, compared, tried and decided on. */
export function DraftPage(): ReactNode {
  const { id } = useParams({ from: '/policies/drafts/$id' });
  usePageTitle('Policy draft');
  const { data, error, refetch } = useQuery(draftQuery(id));
  if (error instanceof ApiProblem && error.status === 404) return <UnknownDraft />;
  if (error && !data) return <ErrorState pageTitle="The draft" error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading what="Reading the draft" />;
  return <Draft key={data.id} draft={data} />;
}

function Draft({ draft }: { draft: DraftView }): ReactNode {
  const { part = 'form' } = useSearch({ from: '/policies/drafts/$id' });
  const edit = useDraftEdit(draft);
  const { title, state, author, basedOn, changedBy, changedAt, note, decidedBy, version } = draft;
  return (
    <div className="mx-auto max-w-6xl space-y-4">
      <div className="space-y-1">
        <p>
          <Link to="/policies" className="text-accent underline">
            Policies
          </Link>
        </p>
        <h1 className="flex flex-wrap items-center gap-3 text-2xl font-semibold" dir="auto">
          <span className="min-w-0 wrap-anywhere">{title}</span> <DraftState state={state} />
        </h1>
        <p className="text-ink-soft">
          By {author.name}, from version {basedOn}; {changedBy.name} wrote last, <Moment at={changedAt} />.
          {version !== null && (
            <>
              {' '}
              It became{' '}
              <Link to="/policies/$version" params={{ version: String(version) }} className="text-accent underline">
                version {version}
              </Link>
              .
            </>
          )}
        </p>
        {note && decidedBy && (
          <p className="wrap-anywhere" dir="auto">
            {decidedBy.name}: {note}
          </p>
        )}
      </div>
      <OvertakenNotice draft={draft} edit={edit} />
      <DraftBar draft={draft} edit={edit} />
      <PartTabs label="Parts of the draft" parts={parts} current={part} />
      <Part draft={draft} edit={edit} />
    </div>
  );
}

function Part({ draft, edit }: { draft: DraftView; edit: DraftEdit }): ReactNode {
  const { part = 'form', with: other } = useSearch({ from: '/policies/drafts/$id' });
  const navigate = useNavigate({ from: '/policies/drafts/$id' });
  const isOpen = draft.state === 'draft' || draft.state === 'submitted';
  const { parsed } = edit;
  if (part === 'document') return <DocumentPart edit={edit} isOpen={isOpen} />;
  if (part === 'what-if') return <WhatIfPart draft={draft} isDirty={edit.isDirty} />;
  if (part === 'comparison')
    return (
      <>
        {edit.isDirty && <p role="note">What you have not saved is not compared.</p>}
        <ComparisonPart
          // A draft that was saved again is compared again.
          key={draft.revision}
          path={draftPath(draft.id)}
          name="This draft"
          version={other ? Number(other) : undefined}
          onVersion={(to) => void navigate({ search: (before) => ({ ...before, with: to }), replace: true })}
        />
      </>
    );
  if ('wrong' in parsed) return <p role="alert">{`${parsed.wrong} It is mended in the whole document.`}</p>;
  if (part === 'reading') return <PolicyReading policy={parsed.policy} />;
  return <DraftForm edit={edit} policy={parsed.policy} isOpen={isOpen} />;
}

function UnknownDraft(): ReactNode {
  return (
    <EmptyState isPage title="There is no such draft">
      <Link to="/policies" className="text-accent underline">
        To the policies
      </Link>
    </EmptyState>
  );
}
