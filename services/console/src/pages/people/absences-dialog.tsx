import { useQuery, useQueryClient } from '@tanstack/react-query';
import { CalendarX2 } from 'lucide-react';
import type { ReactNode } from 'react';
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

interface Props {
  person: { id: string; name: string; zone: string };
  isMe: boolean;
  onClose: () => void;
}

/** When somebody is away: what is written down, another one, and one taken back. */
export function AbsencesDialog({ person, isMe, onClose }: Props): ReactNode {
  const client = useQueryClient();
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
          <AbsenceList absences={data} personId={person.id} onChanged={renew} />
        ) : error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading what="Reading the absences" />
        )}
        <AbsenceForm person={person} isMe={isMe} onAdded={renew} />
      </div>
    </Dialog>
  );
}

interface ListProps {
  absences: readonly AbsenceItem[];
  personId: string;
  onChanged: () => Promise<void>;
}

function AbsenceList({ absences, personId, onChanged }: ListProps): ReactNode {
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
        {absences.map(({ id, from, until, delegate, note }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
            <span className="min-w-48 flex-1">
              <span className="block">
                {momentInFull(from, style)} – {momentInFull(until, style)}
              </span>
              <span className="block text-sm text-ink-soft" dir="auto">
                {delegate ? `${delegate.name} stands in` : 'Nobody stands in'}
                {note && ` · ${note}`}
              </span>
            </span>
            <Button
              small
              disabled={busy}
              onClick={() => takeBack(id)}
              aria-label={`Take back from ${momentInFull(from, style)}`}
            >
              Take back
            </Button>
          </li>
        ))}
      </ul>
      <ProblemBox error={error} />
    </div>
  );
}
