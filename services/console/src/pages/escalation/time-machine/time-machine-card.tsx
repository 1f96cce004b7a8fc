import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FastForward, SkipForward } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../../api/views/escalation.schema';
import { aboutQuery } from '../../../api/about';
import { keys } from '../../../api/keys';
import { inWords } from '../../../api/problem';
import { request } from '../../../api/request';
import { newRequestKey } from '../../../forms/request-key';
import { Moment } from '../../../time/moment';
import { ownNow } from '../../../time/own-now';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { toast } from '../../../ui/toast';
import { clockWords, rungWords } from '../../../words/clock-words';
import { nextByItself } from '../glance/due';
import { AmountForm } from './amount-form';
import { asIsoDuration } from './jump';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const amounts = [
  { label: '15 min', ms: 15 * MINUTE_MS },
  { label: '1 h', ms: HOUR_MS },
  { label: '2 h', ms: 2 * HOUR_MS },
  { label: '1 d', ms: 24 * HOUR_MS },
  { label: '7 d', ms: 7 * 24 * HOUR_MS },
];

/** Demo only: lets time pass for this one escalation. */
export function TimeMachineCard({ escalation }: { escalation: EscalationView }): ReactNode {
  const about = useQuery(aboutQuery).data;
  const jump = useJump(escalation);
  if (!about?.demo) return null;
  const next = nextByItself(escalation.clocks);
  const runs = !['settled', 'withdrawn', 'merged'].includes(escalation.status) || next !== null;
  return (
    <Card title="Time machine" className="print:hidden">
      {!runs ? (
        <p className="text-ink-soft">It has ended: no time runs for it any more.</p>
      ) : (
        <div className="space-y-3" aria-busy={jump.isPending}>
          <p className="text-sm text-ink-soft">
            Moves the time of this escalation alone. No rule changes: what is due happens.
          </p>
          {next && (
            <div className="space-y-1">
              <Button
                className="w-full"
                busy={jump.isPending}
                icon={<SkipForward aria-hidden className="size-4" />}
                onClick={() => jump.mutate(Date.parse(next.at) - ownNow(escalation) + 1_000)}
              >
                Skip to the next due thing
              </Button>
              <p dir="auto" className="text-sm text-ink-soft">
                <Moment at={next.at} told={escalation} />: {rungWords(next.rung)} (
                {clockWords(next.clock.id, escalation)})
              </p>
            </div>
          )}
          <div role="group" aria-label="Move by" className="flex flex-wrap gap-1.5">
            {amounts.map(({ label, ms }) => (
              <Button
                key={label}
                small
                busy={jump.isPending}
                aria-label={`Move by ${label}`}
                onClick={() => jump.mutate(ms)}
              >
                {label}
              </Button>
            ))}
          </div>
          <AmountForm busy={jump.isPending} onJump={(ms) => jump.mutate(ms)} />
          <p role="status" className="flex min-h-6 items-center gap-2 text-sm">
            {jump.isPending && (
              <>
                <FastForward aria-hidden className="size-4 animate-pulse text-accent" />
                Time is passing …
              </>
            )}
            {jump.error && <span className="font-medium text-danger">{inWords(jump.error)}</span>}
          </p>
        </div>
      )}
    </Card>
  );
}

function useJump(escalation: EscalationView) {
  const client = useQueryClient();
  const { id, ref, seq } = escalation;
  return useMutation({
    mutationFn: (ms: number) =>
      request<EscalationView>('/v1/time-machine', {
        method: 'POST',
        body: { escalationId: id, duration: asIsoDuration(Math.max(1_000, ms)) },
        idempotencyKey: newRequestKey(),
      }),
    onSuccess: (after) => {
      for (const key of [ref, id]) client.setQueryData(keys.escalation(key), after);
      const count = after.seq - seq;
      toast(`Time was moved. ${count === 1 ? 'One thing' : `${count} things`} went on record meanwhile.`);
    },
    onSettled: () =>
      Promise.all(
        [ref, id].flatMap((key) =>
          [keys.escalation(key), keys.timeline(key), keys.messages(key), keys.explain(key)].map((queryKey) =>
            client.invalidateQueries({ queryKey }),
          ),
        ),
      ),
  });
}
