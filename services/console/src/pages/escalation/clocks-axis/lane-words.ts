import { rungWords } from '../../../words/clock-words';
import type { Lane } from './layout';
import type { Mark } from './marks';

type Write = (ms: number) => string;

const marks: Readonly<Record<Exclude<Mark['kind'], 'rung' | 'next'>, string>> = {
  'reminder-due': 'Reminder due',
  reminded: 'Reminded',
  breach: 'Breached',
  unheard: 'Nobody could be notified',
  met: 'Done',
};

/** A mark in words: `Breached 11:00`, `The manager is told 11:00`. */
export function markWords({ kind, at, rung = '' }: Mark, write: Write): string {
  const told = rungWords(rung);
  const what =
    kind === 'rung' ? told.replace(/ (is|are) told/, ' told') : kind === 'next' ? `Next: ${told}` : marks[kind];
  return `${what.charAt(0).toUpperCase()}${what.slice(1)} ${write(at)}`;
}

/** What the picture of a lane says, for who cannot see it. */
export function laneWords(
  { clock, pauses }: Pick<Lane, 'clock' | 'pauses'>,
  all: readonly Mark[],
  write: Write,
): string {
  const from = `Runs from ${write(Date.parse(clock.startedAt))} to ${write(Date.parse(clock.dueAt))}.`;
  const held = clock.heldUntil ? ` Its chain rests until ${write(Date.parse(clock.heldUntil))}.` : '';
  const rested = pauses.map(
    ({ fromMs, toMs }) => `Paused from ${write(fromMs)}${toMs === null ? ' until now' : ` to ${write(toMs)}`}.`,
  );
  return [from, ...rested, ...all.map((mark) => `${markWords(mark, write)}.`)].join(' ') + held;
}
