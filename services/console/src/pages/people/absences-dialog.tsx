import { useQuery, useQueryClient } from '@tanstack/react-query';
import { CalendarX2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PersonView } from '../../../../api/views/person.schema';
import { absencesPath, absencesQuery, type AbsenceItem } from '../../api/absences';
import { keys } from '../../api/keys';
import { request } from '../../api/request';
import { useDeed } from '../../api/use-deed';
import { momentInFull, useMomentStyle } from '../../time/moment';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { ProblemBox } from '../../ui/problem-box';
import { EmptyState, ErrorState, Loading } from '../../ui/states';
import { toast } from '../../ui/toast';
import { AbsenceForm } from './absence-form';
import type { AbsenceRights } from './absence-rights';

interface Props {
  person: PersonView;
  isMe: boolean;
  rights: AbsenceRights;
  onClose: () => void;
}

/** When somebody is away: what is written down and, for who may, another one, and one taken back. */
export function AbsencesDialog({ person, isMe, rights, onClose }: Props): ReactNode {
  const client = useQueryClient();
  const mayWrite = rights.mayWrite(person);
  const { data, error, refetch } = useQuery(absencesQuery(person.id));
  const renew = async () => {
    await client.invalidateQueries({ queryKey: keys.absences(person.id) });
    for (const queryKey of [keys.people(), keys.duty()]) void client.invalidateQueries({ queryKey });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      shape="wide"
      title={isMe ? 'When I am away' : `When ${person.name} is away`}
      description="What is owned stays owned. Reminders and rungs go to whoever stands in."
    >
      <div className="space-y-6">
        {data ? (
          <AbsenceList absences={data} personId={person.id} mayWrite={mayWrite} onChanged={renew} />
        ) : error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading what="Reading the absences" />
        )}
        {mayWrite ? (
          <AbsenceForm
            person={person}
            isMe={isMe}
            mayName={(delegateId) => rights.mayName(person, delegateId)}
            onAdded={renew}
          />
        ) : (
          <p className="text-ink-soft">{person.name} says so themselves, or an admin does.</p>
        )}
      </div>
    </Dialog>
  );
}

interface ListProps {
  absences: readonly AbsenceItem[];
  personId: string;
  mayWrite: boolean;
  onChanged: () => Promise<void>;
}

function AbsenceList({ absences, personId, mayWrite, onChanged }: ListProps): ReactNode {
  const style = useMomentStyle();
  const { run, busy, error } = useDeed();
  const takeBack = (id: string) =>
    void run(async () => {
      await request(`${absencesPath(personId)}/${encodeURIComponent(id)}`, { method: 'DELETE' });
      await onChanged();
      toast('Taken back.');
    });
  if (absences.length === 0) return <EmptyState title="No absence is written down" icon={<CalendarX2 />} />;
  return (
    <div className="space-y-2">
      <ul aria-label="Absences" className="divide-y divide-line rounded-lg border border-line">
        {absences.map(({ id, from, until, delegate, note, writtenBy }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
            <span className="min-w-48 flex-1">
              <span className="block">
                {momentInFull(from, style)} – {momentInFull(until, style)}
              </span>
              <span className="block text-sm text-ink-soft" dir="auto">
                {delegate ? `${delegate.name} stands in` : 'Nobody stands in'}
                {writtenBy.id !== personId && ` · written by ${writtenBy.name}`}
                {note && ` · ${note}`}
              </span>
            </span>
            {mayWrite && (
              <Button
                small
                disabled={busy}
                onClick={() => takeBack(id)}
                aria-label={`Take back from ${momentInFull(from, style)}`}
              >
                Take back
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ProblemBox error={error} />
    </div>
  );
}
