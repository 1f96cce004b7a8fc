import { useId, type ReactNode } from 'react';
import { markWords } from './lane-words';
import type { Bar, Lane, PlacedMark } from './layout';
import { BarShape, ChainShape } from './mark-shape';
import type { Tick } from './ticks';

/** How tall a lane's picture is. */
const HEIGHT_PX = 52;
const BAR_Y = 27;
const BAR_HEIGHT = 12;
/** The word needs so much room. */
const PAUSED_ROOM_PX = 44;

interface Props {
  lane: Lane;
  width: number;
  ticks: readonly Tick[];
  nowX: number;
  write: (ms: number) => string;
}

/** One clock's picture. Decoration to screen readers: its row says the same in words. */
export function LaneChart({ lane, width, ticks, nowX, write }: Props): ReactNode {
  const hatch = useId();
  const ended = lane.clock.state === 'met' || lane.clock.state === 'cancelled';
  return (
    <svg aria-hidden width={width} height={HEIGHT_PX} className="block overflow-visible">
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="3" height="6" className="fill-danger-fill" />
          <rect x="3" width="3" height="6" className="fill-danger-soft" />
        </pattern>
      </defs>
      {ticks.map(({ at, x }) => (
        <line key={at} x1={x} x2={x} y1={0} y2={HEIGHT_PX} className="stroke-line" />
      ))}
      {lane.bars.map((bar, index) => (
        <BarPicture key={index} bar={bar} hatch={hatch} ended={ended} />
      ))}
      <Cut lane={lane} width={width} />
      {nowX >= 0 && nowX <= width && (
        <line x1={nowX} x2={nowX} y1={0} y2={HEIGHT_PX} className="stroke-accent" strokeWidth={2} />
      )}
      {lane.onBar.map((placed) => (
        <Placed key={`${placed.x}${placed.marks[0]?.kind}`} placed={placed} y={BAR_Y + BAR_HEIGHT / 2} write={write}>
          <BarShape kind={placed.marks[0]?.kind ?? 'met'} />
        </Placed>
      ))}
      {lane.above.map((placed) => (
        <Placed key={`${placed.x}${placed.marks[0]?.kind}`} placed={placed} y={11} write={write}>
          <ChainShape marks={placed.marks} />
        </Placed>
      ))}
    </svg>
  );
}

function BarPicture({ bar, hatch, ended }: { bar: Bar; hatch: string; ended: boolean }): ReactNode {
  const { kind, x, width } = bar;
  if (kind === 'held')
    return <rect {...{ x, width, y: BAR_Y + BAR_HEIGHT + 4, height: 4, rx: 2 }} className="fill-info-fill" />;
  const box = { x, width, y: BAR_Y, height: BAR_HEIGHT, rx: 3 };
  if (kind === 'paused') return <PausedPicture x={x} width={width} />;
  if (kind === 'over') return <rect {...box} fill={`url(#${hatch})`} className="stroke-danger" />;
  if (kind === 'spent') return <rect {...box} className={ended ? 'fill-good-fill/60' : 'fill-info-fill'} />;
  return <rect {...box} className="fill-sunken stroke-line-strong" />;
}

/** A pause has a look and a word of its own: time that did not count. */
function PausedPicture({ x, width }: { x: number; width: number }): ReactNode {
  const box = { x, width, y: BAR_Y - 2, height: BAR_HEIGHT + 4, rx: 2 };
  return (
    <>
      <rect {...box} className="fill-surface stroke-info" strokeDasharray="3 2" />
      {width >= PAUSED_ROOM_PX && (
        <text x={x + width / 2} y={BAR_Y + 9.5} textAnchor="middle" fontSize={10} className="fill-info">
          paused
        </text>
      )}
    </>
  );
}

/** Arrows where the clock goes on outside of what is shown. */
function Cut({ lane, width }: { lane: Lane; width: number }): ReactNode {
  const y = BAR_Y + BAR_HEIGHT / 2;
  return (
    <>
      {lane.before && <path d={`M8 ${y - 7} L0 ${y} L8 ${y + 7} Z`} className="fill-ink-soft" />}
      {lane.after && (
        <path d={`M${width - 8} ${y - 7} L${width} ${y} L${width - 8} ${y + 7} Z`} className="fill-ink-soft" />
      )}
    </>
  );
}

interface PlacedProps {
  placed: PlacedMark;
  y: number;
  write: (ms: number) => string;
  children: ReactNode;
}

function Placed({ placed, y, write, children }: PlacedProps): ReactNode {
  return (
    <g transform={`translate(${placed.x} ${y})`}>
      <title>{placed.marks.map((mark) => markWords(mark, write)).join('\n')}</title>
      {children}
    </g>
  );
}
