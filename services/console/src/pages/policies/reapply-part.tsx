import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { EscalationItemView } from '../../../../api/views/escalation.schema';
import { keys } from '../../api/keys';
import { policiesQuery } from '../../api/policies';
import { request, withQuery } from '../../api/request';
import { Button } from '../../ui/button';
import { Field, inputClasses } from '../../ui/field';
import { EmptyState, ErrorState, Loading } from '../../ui/states';
import { ReapplyTable } from './reapply-table';
import { useReapply } from './use-reapply';

const MOST = 100;
/** A filter takes so many values: those under a version long past are not offered. */
const MOST_VERSIONS = 50;

/** Puts escalations that run under another version under this one: looked at one by one, then applied one by one. */
export function ReapplyPart({ version }: { version: number }): ReactNode {
  const versions = useInfiniteQuery(policiesQuery).data ?? [];
  const others = versions
    .map((one) => one.version)
    .filter((one) => one !== version)
    .slice(0, MOST_VERSIONS);
  const query = { policyVersion: others.map(String), open: true, limit: MOST };
  const { data, error, refetch } = useQuery({
    queryKey: keys.escalations(query),
    queryFn: ({ signal }) => request<{ items: EscalationItemView[] }>(withQuery('/v1/escalations', query), { signal }),
    enabled: others.length > 0,
  });
  if (others.length === 0)
    return <EmptyState title="There is no other version">All escalations are under it.</EmptyState>;
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading what="Reading the escalations under other versions" />;
  return <Reapplying version={version} rows={data.items} />;
}

function Reapplying({ version, rows }: { version: number; rows: readonly EscalationItemView[] }): ReactNode {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const [breach, setBreach] = useState(false);
  const { items, busy, look, apply } = useReapply(version);
  if (rows.length === 0 && items.length === 0)
    return <EmptyState title="No open escalation is under another version" />;
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const left = items.filter(({ state }) => state !== 'done').length;
  const isLookedAt = items.length > 0 && items.every(({ preview, state }) => preview !== null || state !== 'waiting');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '' && isLookedAt) void apply(reason.trim(), breach);
  };
  return (
    <form onSubmit={submit} className="space-y-4" aria-label={`Apply version ${version}`}>
      <fieldset disabled={busy} className="rounded-lg border border-line p-3">
        <legend className="px-1 font-medium">Open escalations under other versions</legend>
        <ul className="max-h-72 overflow-y-auto">
          {rows.map(({ id, ref, summary, account }) => (
            <li key={id}>
              <label className="flex min-h-10 items-center gap-2">
                <input
                  type="checkbox"
                  className="size-4 shrink-0"
                  checked={chosen.has(id)}
                  onChange={({ target: { checked } }) => toggle(id, checked)}
                />
                <span className="min-w-0 truncate" dir="auto">
                  {ref} {account.name}: {summary}
                </span>
              </label>
            </li>
          ))}
        </ul>
        {rows.length === MOST && <p className="text-ink-soft">There may be more; these are the first {MOST}.</p>}
      </fieldset>
      <Button
        busy={busy}
        disabled={chosen.size === 0}
        onClick={() => void look(rows.filter(({ id }) => chosen.has(id)))}
      >
        Look at what would follow in {chosen.size}
      </Button>
      {items.length > 0 && <ReapplyTable items={items} />}
      {left > 0 && (
        <>
          <Field label="Reason" help="Stands on the timeline of each." required>
            {(control) => (
              <textarea
                {...control}
                dir="auto"
                rows={3}
                maxLength={2_000}
                className={inputClasses}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
          <label className="flex min-h-10 items-center gap-2">
            <input
              type="checkbox"
              className="size-4 shrink-0"
              checked={breach}
              onChange={({ target: { checked } }) => setBreach(checked)}
            />
            Also where clocks run out at once by it
          </label>
          <Button kind="primary" type="submit" busy={busy} disabled={!isLookedAt || reason.trim() === ''}>
            Apply version {version} to {left}
          </Button>
        </>
      )}
    </form>
  );
}
