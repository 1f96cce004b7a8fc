import { GitCompareArrows } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Cover, Shift, WrittenRota } from '../../api/duty';
import { usePeople } from '../../api/people';
import { Moment, momentInFull, useMomentStyle } from '../../time/moment';
import { Button } from '../../ui/button';
import { rowsOnlyIn, type RotaRows } from './rota-difference';

interface Props {
  /** As somebody else has written it. */
  rota: WrittenRota;
  mine: RotaRows;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** Somebody else has written the rota since one began to change it: nothing is lost, and one chooses. */
export function RotaOvertaken({ rota, mine, onKeepMine, onTakeTheirs }: Props): ReactNode {
  const people = usePeople();
  const style = useMomentStyle();
  const nameOf = (id: string | null) => people.find((one) => one.id === id)?.name ?? id ?? 'nobody';
  const rows = (only: RotaRows) => [
    ...only.shifts.map(
      ({ day, from, to, zone, personId }: Shift) => `${day} ${from}–${to} (${zone}): ${nameOf(personId)}`,
    ),
    ...only.cover.map(
      ({ from, until, personId }: Cover) =>
        `${momentInFull(from, style)} – ${momentInFull(until, style)}: ${nameOf(personId)}`,
    ),
  ];
  const sides = [
    { title: 'Only in theirs', lines: rows(rowsOnlyIn(rota, mine)) },
    { title: 'Only in yours', lines: rows(rowsOnlyIn(mine, rota)) },
  ];
  return (
    <section role="alert" className="space-y-3 rounded-xl border border-warn/40 bg-warn-soft p-4 text-warn">
      <p className="flex gap-3">
        <GitCompareArrows aria-hidden className="mt-0.5 size-5 shrink-0" />
        <span>
          {nameOf(rota.changedBy)} has written the rota meanwhile
          {rota.changedAt && (
            <>
              , <Moment at={rota.changedAt} />
            </>
          )}
          . What you changed is still here and not written.
        </span>
      </p>
      <div className="grid gap-3 sm:grid-cols-2">
        {sides.map(({ title, lines }) => (
          <div key={title} className="min-w-0 rounded-lg bg-surface p-3 text-ink">
            <h3 className="font-medium">{title}</h3>
            <ul aria-label={title} className="wrap-anywhere">
              {lines.length === 0 && <li className="text-ink-soft">nothing</li>}
              {lines.map((line, index) => (
                <li key={index}>{line}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button onClick={onKeepMine}>Go on with mine, over theirs</Button>
        <Button onClick={onTakeTheirs}>Take theirs, drop mine</Button>
      </div>
    </section>
  );
}
