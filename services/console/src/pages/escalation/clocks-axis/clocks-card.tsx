import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../../api/views/escalation.schema';
import { inWords } from '../../../api/problem';
import { Card } from '../../../ui/card';
import { marksQuery } from '../escalation-queries';
import { Choice } from '../choice';
import { usePrinting } from '../printing';
import { useChangeView, useView } from '../use-view';
import { Axis } from './axis';
import { ClocksTable } from './clocks-table';
import { Legend } from './legend';

const zooms = [
  { value: 'fit', label: 'All' },
  { value: '12h', label: '12 h' },
  { value: '3d', label: '3 d' },
  { value: '7d', label: '7 d' },
] as const;

const shapes = [
  { value: 'axis', label: 'Picture' },
  { value: 'table', label: 'Table' },
] as const;

/** Every clock of the escalation: what runs, what ran out, who was told, what was done. */
export function ClocksCard({ escalation }: { escalation: EscalationView }): ReactNode {
  const { zoom = 'fit', clocks: shape = 'axis' } = useView();
  const change = useChangeView();
  const printing = usePrinting();
  const { data: events = [], error } = useQuery(marksQuery(escalation.ref));
  return (
    <Card
      title="Clocks"
      aside={
        <div data-noprint className="flex flex-wrap gap-2 max-sm:basis-full">
          {shape === 'axis' && (
            <Choice
              label="How much time is shown"
              options={zooms}
              value={zoom}
              onChange={(value) => change({ zoom: value === 'fit' ? undefined : value })}
            />
          )}
          <Choice
            label="How the clocks are shown"
            options={shapes}
            value={shape}
            onChange={(value) => change({ clocks: value === 'axis' ? undefined : value })}
          />
        </div>
      }
    >
      {error && <p className="mb-2 text-danger">What happened to the clocks could not be read: {inWords(error)}</p>}
      {shape === 'axis' && <Axis escalation={escalation} events={events} zoom={zoom} />}
      {shape === 'axis' && <Legend />}
      {(shape === 'table' || printing) && <ClocksTable escalation={escalation} events={events} />}
    </Card>
  );
}
