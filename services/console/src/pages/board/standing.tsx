import {
  Archive,
  BellOff,
  CirclePause,
  Gavel,
  Handshake,
  HeartCrack,
  Import,
  OctagonAlert,
  ShieldCheck,
  SlidersHorizontal,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { momentInFull, momentInShort, useMomentStyle } from '../../time/moment';
import { ownNow } from '../../time/own-now';
import { spanInWords } from '../../time/words';
import { Badge } from '../../ui/badge';
import { clockWords } from '../../words/clock-words';
import type { Row } from './board-rows';
import { firstClock } from './next-due';

const told: Readonly<Record<string, string>> = {
  manager: 'manager told',
  director: 'director told',
  vp: 'VP told',
  everyone: 'manager, director and VP told',
};

interface Props {
  row: Row;
  /** A row of the list has room for little: what weighs most comes first. */
  inRow?: boolean;
}

/** How it stands beside its next clock: breaches and how far up they went, who holds it, what it waits for, promises. */
export function Standing({ row, inRow }: Props): ReactNode {
  return (
    <>
      {row.unheard && (
        <Badge tone="danger" icon={<BellOff aria-hidden />} className="border-danger font-semibold">
          Nobody notified
        </Badge>
      )}
      <Breach row={row} />
      <HeldUntil row={row} />
      <Waits row={row} />
      <Promises row={row} />
      {row.levelSetUntil && !inRow && <LevelSet until={row.levelSetUntil} />}
      {row.status !== 'open' && row.status !== 'paused' && row.stage !== 'check-in' && (
        <Badge icon={<Archive aria-hidden />}>
          <span className="capitalize">{row.status}</span>
        </Badge>
      )}
      {row.quiet && <Badge icon={<Import aria-hidden />}>Imported, silent</Badge>}
    </>
  );
}

/** What it waits for: the customer's answer, somebody's decision. */
function Waits({ row }: { row: Row }): ReactNode {
  const style = useMomentStyle();
  const until = (at: string) => momentInShort(at, ownNow(row), style);
  return (
    <>
      {row.status === 'paused' && (
        <Badge tone="info" icon={<CirclePause aria-hidden />}>
          {row.pausedUntil ? (
            <span className="truncate" title={`We wait for the customer until ${momentInFull(row.pausedUntil, style)}`}>
              Paused until {until(row.pausedUntil)}
            </span>
          ) : (
            'Paused'
          )}
        </Badge>
      )}
      {row.clocks.some((clock) => clock.for === 'approval') && firstClock(row)?.for !== 'approval' && (
        <Badge tone="warn" icon={<Gavel aria-hidden />}>
          Decision awaited
        </Badge>
      )}
    </>
  );
}

function LevelSet({ until }: { until: string }): ReactNode {
  const style = useMomentStyle();
  return (
    <Badge icon={<SlidersHorizontal aria-hidden />}>
      <span title={`A person has set its level until ${momentInFull(until, style)}`}>Level set</span>
    </Badge>
  );
}

function Breach({ row: { breached, chain } }: { row: Row }): ReactNode {
  if (!breached) return null;
  const text = chain ? `Breached · ${told[chain.rung] ?? chain.rung}` : 'Breached';
  return (
    <Badge tone="danger" icon={<OctagonAlert aria-hidden />}>
      <span className="truncate" title={chain ? `${clockWords(chain.clockId)}: ${text}` : text}>
        {text}
      </span>
    </Badge>
  );
}

/** Somebody took charge: the chain rests until then. */
function HeldUntil({ row }: { row: Row }): ReactNode {
  const style = useMomentStyle();
  const until = row.clocks.map(({ heldUntil }) => heldUntil).find(Boolean);
  if (!until) return null;
  return (
    <Badge tone="info" icon={<ShieldCheck aria-hidden />}>
      <span title={`Somebody took charge: nobody else is told until ${momentInFull(until, style)}`}>
        In hand until {momentInShort(until, ownNow(row), style)}
      </span>
    </Badge>
  );
}

function Promises({ row }: { row: Row }): ReactNode {
  const style = useMomentStyle();
  const { open, broken, nextDueAt } = row.commitments;
  const owed = open + broken;
  if (owed === 0 || (owed === 1 && broken === 0 && firstClock(row)?.for === 'commitment')) return null;
  const inMs = nextDueAt ? Date.parse(nextDueAt) - ownNow(row) : 0;
  const when = !nextDueAt || inMs <= 0 ? '' : ` · in ${spanInWords(inMs)}`;
  return (
    <Badge
      tone={broken > 0 ? 'danger' : 'neutral'}
      icon={broken > 0 ? <HeartCrack aria-hidden /> : <Handshake aria-hidden />}
    >
      <span className="truncate" title={nextDueAt ? `Next promise due ${momentInFull(nextDueAt, style)}` : undefined}>
        {broken > 0
          ? `${broken} of ${owed} ${owed === 1 ? 'promise' : 'promises'} broken`
          : `${owed} ${owed === 1 ? 'promise' : 'promises'}${when}`}
      </span>
    </Badge>
  );
}
