import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { LEVELS } from '../../../../../domain/priority';
import { sponsorsQuery } from '../../api/sponsors';
import { EmptyState, ErrorState, Loading } from '../../ui/states';
import { TableFrame } from '../../ui/table-frame';
import { usePageTitle } from '../board/use-page-title';

/** What each executive lends their weight to: nobody is leaned on without its being seen. */
export function SponsorsPage(): ReactNode {
  usePageTitle('Sponsors');
  const { data, error, refetch } = useQuery(sponsorsQuery);
  if (error && !data) return <ErrorState pageTitle="Sponsors" error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading what="Reading the sponsors" />;
  const most = Math.max(1, ...data.map(({ open }) => open));
  return (
    <div className="mx-auto max-w-5xl space-y-4">
      <div>
        <h1 className="text-2xl font-semibold">Sponsors</h1>
        <p className="text-ink-soft">What each executive and VP lends their weight to just now.</p>
      </div>
      {data.length === 0 ? (
        <EmptyState title="Nobody in the directory may sponsor">Executives and VPs do.</EmptyState>
      ) : (
        <TableFrame label="Sponsors" head={['Who', 'Open', ...LEVELS, 'Accounts', 'Briefs in 30 days']}>
          {data.map(({ person, open, openByLevel, accounts, briefs }) => (
            <tr key={person.id}>
              <th scope="row" className="min-w-44 font-medium">
                {person.name}
                <span className="block text-sm font-normal text-ink-soft">{person.title}</span>
              </th>
              <td className="tabular min-w-32">
                {open === 0 ? (
                  '0'
                ) : (
                  <Link
                    to="/board"
                    search={{ sponsorId: [person.id] }}
                    aria-label={`${open} open, sponsored by ${person.name}`}
                    className="text-accent underline"
                  >
                    {open}
                  </Link>
                )}
                <meter className="ml-2 w-16 align-middle" min={0} max={most} value={open} aria-hidden />
              </td>
              {LEVELS.map((level) => (
                <td key={level} className="tabular">
                  {openByLevel[level]}
                </td>
              ))}
              <td className="tabular">{accounts}</td>
              <td className="tabular">{briefs}</td>
            </tr>
          ))}
        </TableFrame>
      )}
    </div>
  );
}
