import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { may } from '../../../../../domain/authority';
import { dutyQuery, rotaQuery } from '../../api/duty';
import { useMyself } from '../../session/session';
import { useMomentStyle } from '../../time/moment';
import { Card } from '../../ui/card';
import { inputClasses } from '../../ui/field';
import { ErrorState, Loading } from '../../ui/states';
import { usePageTitle } from '../board/use-page-title';
import { DutyTimeline } from './duty-timeline';
import { FeedForm } from './feed-form';
import { GapList } from './gap-list';
import { RotaForm } from './rota-form';

/** Who answers before an escalation has an owner: the next two weeks, and the rota that says so. */
export function DutyPage(): ReactNode {
  usePageTitle('Duty');
  const mayWrite = may(useMyself(), 'keep-duty-rota');
  const duty = useQuery(dutyQuery);
  const rota = useQuery(rotaQuery);
  const { timeZone } = useMomentStyle();
  const [chosenZone, setZone] = useState<string>();
  const error = duty.error ?? rota.error;
  const retry = () => void Promise.all([duty.refetch(), rota.refetch()]);
  if (error && !(duty.data && rota.data)) return <ErrorState pageTitle="Duty" error={error} onRetry={retry} />;
  if (!duty.data || !rota.data) return <Loading what="Reading who is on duty" />;
  const zones = [...new Set([timeZone, ...rota.data.shifts.map(({ zone }) => zone)])];
  const zone = chosenZone && zones.includes(chosenZone) ? chosenZone : timeZone;
  return (
    <div className="mx-auto max-w-6xl space-y-4">
      <div>
        <h1 className="text-2xl font-semibold">Duty</h1>
        <p className="text-ink-soft">Who answers before an escalation has an owner.</p>
      </div>
      <GapList gaps={duty.data.gaps} />
      <Card
        title="The next two weeks"
        aside={
          <select
            aria-label="Time zone of the days"
            className={`${inputClasses} max-w-60`}
            value={zone}
            onChange={(event) => setZone(event.target.value)}
          >
            {zones.map((one) => (
              <option key={one} value={one}>
                {one}
                {one === timeZone ? ' (mine)' : ' (the rota’s)'}
              </option>
            ))}
          </select>
        }
      >
        <DutyTimeline duty={duty.data} timeZone={zone} />
        {duty.data.more && <p className="mt-2 text-ink-soft">There is more than is told here.</p>}
      </Card>
      <Card title="The rota">
        <RotaForm rota={rota.data} mayWrite={mayWrite} />
      </Card>
      {mayWrite && (
        <Card title="Shifts from a calendar file">
          <FeedForm feed={rota.data.feed} />
        </Card>
      )}
    </div>
  );
}
