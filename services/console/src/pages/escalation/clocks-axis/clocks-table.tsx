import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../../api/views/escalation.schema';
import type { TimelineItem } from '../../../../../api/views/timeline.schema';
import { momentInShort, useMomentStyle } from '../../../time/moment';
import { durationMs, spanInWords } from '../../../time/words';
import { clockWords } from '../../../words/clock-words';
import { ClockStanding } from './clock-standing';
import { eventsOf } from './marks';

const COLUMNS = ['Clock', 'How it stands', 'From', 'Has', 'Due', 'Reminded', 'Ran out', 'Done', 'Told above'];

interface Props {
  escalation: EscalationView;
  events: readonly TimelineItem[];
}

/** The clocks as a table: the same as the picture says. */
export function ClocksTable({ escalation, events }: Props): ReactNode {
  return (
    <div role="region" aria-label="The clocks as a table" tabIndex={0} className="overflow-x-auto">
      <table className="w-full border-collapse text-left text-sm">
        <thead className="text-ink-soft">
          <tr className="border-b border-line">
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className="px-2 py-1.5 font-medium whitespace-nowrap first:pl-0">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {escalation.clocks.map((clock) => (
            <Row key={clock.id} escalation={escalation} clock={clock} told={toldAbove(eventsOf(clock, events))} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  escalation: EscalationView;
  clock: EscalationView['clocks'][number];
  told: string;
}

function Row({ escalation, clock, told }: RowProps): ReactNode {
  const style = useMomentStyle();
  const write = (at: string | null) => (at ? momentInShort(at, Date.parse(escalation.now), style) : '–');
  const moments = [clock.dueAt, clock.remindedAt, clock.breachedAt, clock.metAt];
  return (
    <tr className="border-b border-line last:border-0">
      <th scope="row" dir="auto" className="max-w-64 px-2 py-2 font-medium first:pl-0">
        {clockWords(clock.id, escalation)}
      </th>
      <td className="px-2 py-2">
        <ClockStanding clock={clock} told={escalation} />
      </td>
      <td className="px-2 py-2 whitespace-nowrap">{write(clock.startedAt)}</td>
      <td className="px-2 py-2 whitespace-nowrap">{spanInWords(durationMs(clock.budget))}</td>
      {moments.map((at, index) => (
        <td key={index} className="px-2 py-2 whitespace-nowrap">
          {write(at)}
        </td>
      ))}
      <td className="px-2 py-2 whitespace-nowrap">{told || '–'}</td>
    </tr>
  );
}

function toldAbove(own: readonly TimelineItem[]): string {
  const rungs = own.filter(({ type }) => type === 'chain.advanced').map(({ data }) => String(data.rung));
  const each = [...new Set(rungs)].map((rung) => {
    const times = rungs.filter((one) => one === rung).length;
    return times > 1 ? `${rung} ×${times}` : rung;
  });
  return each.join(', ');
}
