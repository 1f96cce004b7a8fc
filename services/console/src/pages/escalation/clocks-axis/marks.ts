import type { TimelineItem } from '../../../../../api/views/timeline.schema';
import type { ClockView } from '../glance/due';

/** What happened to a clock, and what is still to happen. */
export type MarkKind = 'reminder-due' | 'reminded' | 'breach' | 'rung' | 'unheard' | 'met' | 'next';

/** One moment on a clock's lane. */
export interface Mark {
  kind: MarkKind;
  at: number;
  /** The rung of a chain. */
  rung?: string;
}

/** A stretch in which somebody had taken charge, and the chain rested. */
export interface Hold {
  fromMs: number;
  toMs: number;
}

/** A stretch in which it rested, as we waited for the customer; `toMs` null while it lasts. */
export interface PausedSpan {
  fromMs: number;
  toMs: number | null;
}

const REMINDER_SHARE = 0.75;

/** What happened to one clock since it was last started, by the timeline's events, oldest first. */
export function eventsOf(clock: ClockView, events: readonly TimelineItem[]): TimelineItem[] {
  const own = events.filter(({ data }) => concerns(data, clock.id));
  const start = own.findLastIndex(({ type, data }) => type === 'clock.started' && data.clockId === clock.id);
  return start === -1 ? own : own.slice(start);
}

/** The moments to draw for a clock. */
export function marksOf(clock: ClockView, own: readonly TimelineItem[]): Mark[] {
  const happened = own.flatMap<Mark>(({ type, at, data }) => {
    if (type === 'chain.advanced') return [{ kind: 'rung', at: Date.parse(at), rung: text(data.rung) }];
    return type === 'nobody.notified' ? [{ kind: 'unheard', at: Date.parse(at) }] : [];
  });
  const { remindedAt, breachedAt, metAt, next } = clock;
  return [
    ...(remindedAt ? [{ kind: 'reminded' as const, at: Date.parse(remindedAt) }] : reminderDue(clock)),
    ...(breachedAt ? [{ kind: 'breach' as const, at: Date.parse(breachedAt) }] : []),
    ...happened,
    ...(metAt ? [{ kind: 'met' as const, at: Date.parse(metAt) }] : []),
    ...(next && next.rung !== 'reminder' && next.rung !== 'breach'
      ? [{ kind: 'next' as const, at: Date.parse(next.at), rung: next.rung }]
      : []),
  ];
}

/** When its chain rested. A rest ends early where the clock was met, or somebody took charge anew. */
export function holdsOf(clock: ClockView, own: readonly TimelineItem[]): Hold[] {
  const held = own.filter(({ type }) => type === 'chain.held');
  return held.map(({ at, data }, index) => {
    const ends = [text(data.untilAt), held[index + 1]?.at, clock.metAt].flatMap((end) =>
      end ? [Date.parse(end)] : [],
    );
    return { fromMs: Date.parse(at), toMs: Math.max(Date.parse(at), Math.min(...ends)) };
  });
}

/** When it rested. */
export function pausesOf(clock: ClockView, own: readonly TimelineItem[]): PausedSpan[] {
  const spans: PausedSpan[] = [];
  for (const { type, at, data } of own) {
    const last = spans.at(-1);
    if (data.clockId !== clock.id) continue;
    if (type === 'clock.paused') spans.push({ fromMs: Date.parse(at), toMs: null });
    else if (last?.toMs === null && /^clock\.(resumed|met|cancelled)$/.test(type)) last.toMs = Date.parse(at);
  }
  return spans;
}

function reminderDue({ startedAt, dueAt, state, next }: ClockView): Mark[] {
  if (state !== 'running') return [];
  const planned = Date.parse(startedAt) + (Date.parse(dueAt) - Date.parse(startedAt)) * REMINDER_SHARE;
  return [{ kind: 'reminder-due', at: next?.rung === 'reminder' ? Date.parse(next.at) : planned }];
}

function concerns(data: TimelineItem['data'], clockId: string): boolean {
  if (data.clockId === clockId) return true;
  return [data.clockIds, data.bundles].some((ids) => Array.isArray(ids) && ids.includes(clockId));
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
