import type { EscalationView } from '../../../../../api/views/escalation.schema';

/** A clock of an escalation. */
export type ClockView = EscalationView['clocks'][number];

/** Whether a clock still watches something that is owed. */
export function isWatching({ state, metAt }: ClockView): boolean {
  return state === 'running' || state === 'paused' || (state === 'breached' && metAt === null);
}

/** The clocks that still watch something: those that run by their end, then those that rest. */
export function watchingClocks(clocks: readonly ClockView[]): ClockView[] {
  return clocks.filter(isWatching).sort((a, b) => rests(a) - rests(b) || Date.parse(a.dueAt) - Date.parse(b.dueAt));
}

const rests = ({ state }: ClockView) => Number(state === 'paused');

/** What happens by itself if nobody acts, and when. */
export interface NextByItself {
  clock: ClockView;
  rung: string;
  at: string;
}

/** The next thing that happens by itself; null where nothing does any more. */
export function nextByItself(clocks: readonly ClockView[]): NextByItself | null {
  return clocks.reduce<NextByItself | null>((earliest, clock) => {
    if (!clock.next || (earliest && earliest.at <= clock.next.at)) return earliest;
    return { clock, ...clock.next };
  }, null);
}
