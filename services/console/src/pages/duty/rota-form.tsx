import { useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { Cover, Shift, WrittenRota } from '../../api/duty';
import { keys } from '../../api/keys';
import { ApiProblem } from '../../api/problem';
import { request } from '../../api/request';
import { useDeed } from '../../api/use-deed';
import { useMomentStyle } from '../../time/moment';
import { useTick } from '../../time/ticking';
import { Button } from '../../ui/button';
import { ProblemBox } from '../../ui/problem-box';
import { toast } from '../../ui/toast';
import { CoverRow } from './cover-row';
import { RotaOvertaken } from './rota-overtaken';
import { ShiftRow } from './shift-row';

const DAY_MS = 86_400_000;

/** What somebody has written and not yet sent. */
interface Edit {
  /** That of the rota that it began with. */
  revision: number;
  shifts: readonly Shift[];
  cover: readonly Cover[];
}

/** The week as it repeats, and cover for single stretches of it. */
export function RotaForm({ rota, mayWrite }: { rota: WrittenRota; mayWrite: boolean }): ReactNode {
  const client = useQueryClient();
  const { timeZone } = useMomentStyle();
  const now = performance.timeOrigin + useTick();
  const { run, busy, error, clear } = useDeed();
  const [edit, setEdit] = useState<Edit | null>(null);
  const { shifts, cover } = edit ?? rota;
  const isOvertaken = edit !== null && edit.revision !== rota.revision;
  const change = (part: Partial<Pick<Edit, 'shifts' | 'cover'>>) =>
    setEdit({ revision: edit ? edit.revision : rota.revision, shifts, cover, ...part });
  const setShifts = (next: readonly Shift[]) => change({ shifts: next });
  const setCover = (next: readonly Cover[]) => change({ cover: next });
  const store = (next: Edit | null) => {
    clear();
    setEdit(next);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      const body = { shifts, cover, revision: (edit ?? rota).revision };
      const next = await request<WrittenRota>('/v1/duty/rota', { method: 'PUT', body }).catch(
        async (wrong: unknown) => {
          if (isChanged(wrong)) await client.invalidateQueries({ queryKey: keys.dutyRota() });
          throw wrong;
        },
      );
      client.setQueryData(keys.dutyRota(), next);
      setEdit(null);
      void client.invalidateQueries({ queryKey: keys.duty() });
      toast('The rota is written.');
    });
  };
  return (
    <form onSubmit={save} className="space-y-6" aria-label="The rota">
      <fieldset disabled={!mayWrite || busy} className="space-y-3">
        <legend className="font-semibold">The week as it repeats</legend>
        {shifts.length === 0 && (
          <p className="text-ink-soft">No shift is written: the duty managers of the policy answer.</p>
        )}
        <ul aria-label="Shifts" className="space-y-3">
          {shifts.map((shift, index) => (
            // A row has nothing of its own that could go to another.
            <li key={index}>
              <ShiftRow
                shift={shift}
                name={`Shift ${index + 1}`}
                onChange={(part) => setShifts(changed(shifts, index, part))}
                onRemove={() => setShifts(shifts.filter((_, at) => at !== index))}
              />
            </li>
          ))}
        </ul>
        {mayWrite && (
          <Button
            icon={<Plus aria-hidden className="size-4" />}
            onClick={() => setShifts([...shifts, newShift(shifts.at(-1), timeZone)])}
          >
            Another shift
          </Button>
        )}
      </fieldset>
      <fieldset disabled={!mayWrite || busy} className="space-y-3">
        <legend className="font-semibold">Cover for single stretches</legend>
        {cover.length === 0 && <p className="text-ink-soft">Nobody covers for anybody.</p>}
        <ul aria-label="Cover" className="space-y-3">
          {cover.map((one, index) => (
            <li key={index}>
              <CoverRow
                cover={one}
                name={`Cover ${index + 1}`}
                onChange={(part) => setCover(changed(cover, index, part))}
                onRemove={() => setCover(cover.filter((_, at) => at !== index))}
              />
            </li>
          ))}
        </ul>
        {mayWrite && (
          <Button icon={<Plus aria-hidden className="size-4" />} onClick={() => setCover([...cover, newCover(now)])}>
            Another cover
          </Button>
        )}
      </fieldset>
      {edit && isOvertaken ? (
        <RotaOvertaken
          rota={rota}
          mine={edit}
          onKeepMine={() => store({ ...edit, revision: rota.revision })}
          onTakeTheirs={() => store(null)}
        />
      ) : (
        <ProblemBox error={error} nameOf={({ pointer }) => placeOf(pointer)} />
      )}
      {mayWrite && (
        <div className="flex flex-wrap items-center gap-3">
          <Button kind="primary" type="submit" busy={busy} disabled={edit === null || isOvertaken}>
            Write the rota
          </Button>
          {edit && !isOvertaken && <Button onClick={() => store(null)}>Drop what is not written</Button>}
          {edit && !isOvertaken && <span role="status">Not written yet.</span>}
        </div>
      )}
    </form>
  );
}

function isChanged(error: unknown): boolean {
  return error instanceof ApiProblem && error.slug === 'rota-changed';
}

function changed<Row>(rows: readonly Row[], index: number, part: Partial<Row>): Row[] {
  return rows.map((row, at) => (at === index ? { ...row, ...part } : row));
}

function newShift(last: Shift | undefined, zone: string): Shift {
  return last ? { ...last, personId: '' } : { personId: '', day: 'monday', from: '08:00', to: '18:00', zone };
}

function newCover(now: number): Cover {
  const at = (ms: number) => new Date(Math.ceil(ms / 3_600_000) * 3_600_000).toISOString();
  return { from: at(now), until: at(now + DAY_MS), personId: null };
}

/** Which row is meant: `Shift 2, personId`. */
function placeOf(pointer: string): string {
  const [, list, index, field] = /^#\/(shifts|cover)\/(\d+)(?:\/(.+))?$/.exec(pointer) ?? [];
  if (!list) return pointer.replace('#/', '');
  const row = `${list === 'shifts' ? 'Shift' : 'Cover'} ${Number(index) + 1}`;
  return field ? `${row}, ${field}` : row;
}
