import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { PersonView } from '../../../../api/views/person.schema';
import { may } from '../../../../../domain/authority';
import { peopleQuery } from '../../api/people';
import { useMyself } from '../../session/session';
import { Button } from '../../ui/button';
import { inputClasses } from '../../ui/field';
import { EmptyState, ErrorState, Loading } from '../../ui/states';
import { usePageTitle } from '../board/use-page-title';
import { absenceRights } from './absence-rights';
import { AbsencesDialog } from './absences-dialog';
import { LeaveDialog } from './leave-dialog';
import { PeopleTable } from './people-table';

/** Everybody of the directory: who is here, who is away and who stands in. */
export function PeoplePage(): ReactNode {
  usePageTitle('People');
  const { q = '', only, away } = useSearch({ from: '/people' });
  const navigate = useNavigate({ from: '/people' });
  const me = useMyself();
  const [leaving, setLeaving] = useState<PersonView | null>(null);
  const { data, error, refetch } = useQuery(peopleQuery);
  if (error && !data) return <ErrorState pageTitle="People" error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading what="Reading the directory" />;
  const shown = data.filter((person) => isShown(person, q, only));
  const absent = data.find(({ id }) => id === (away === 'me' ? me.id : away));
  const open = (id: string | undefined) => void navigate({ search: (before) => ({ ...before, away: id }) });
  return (
    <div className="mx-auto max-w-6xl space-y-4">
      <div className="flex flex-wrap items-center gap-3">
        <h1 className="flex-1 text-2xl font-semibold">People</h1>
        <Button kind="primary" onClick={() => open('me')}>
          I am away …
        </Button>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <input
          type="search"
          aria-label="Find somebody"
          placeholder="Name, title or role"
          className={`${inputClasses} max-w-80`}
          maxLength={200}
          value={q}
          onChange={({ target: { value } }) =>
            void navigate({ search: (before) => ({ ...before, q: value || undefined }), replace: true })
          }
        />
        <select
          aria-label="Who is shown"
          className={`${inputClasses} max-w-48`}
          value={only ?? ''}
          onChange={({ target: { value } }) => {
            const chosen = value === 'away' || value === 'left' ? value : undefined;
            void navigate({ search: (before) => ({ ...before, only: chosen }), replace: true });
          }}
        >
          <option value="">everybody</option>
          <option value="away">who is away</option>
          <option value="left">who has left</option>
        </select>
      </div>
      {shown.length === 0 ? (
        <EmptyState title="Nobody here fits that" />
      ) : (
        <PeopleTable
          people={shown}
          mayKeepAbsences={may(me, 'keep-absences')}
          mayKeepDirectory={may(me, 'keep-directory')}
          myId={me.id}
          onAway={open}
          onLeave={setLeaving}
        />
      )}
      {absent && (
        <AbsencesDialog
          key={absent.id}
          person={absent}
          isMe={absent.id === me.id}
          rights={absenceRights(data, me.id)}
          onClose={() => open(undefined)}
        />
      )}
      {leaving && <LeaveDialog person={leaving} onClose={() => setLeaving(null)} />}
    </div>
  );
}

function isShown(person: PersonView, q: string, only: 'away' | 'left' | undefined): boolean {
  if (only === 'away' && person.available && !person.awayUntil) return false;
  if (only === 'left' && !person.leftAt) return false;
  const text = `${person.name} ${person.title} ${person.roles.join(' ')} ${person.function}`.toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
