import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../domain/duration';
import type { Escalation } from '../../../domain/escalation/state';

type Body = Record<string, unknown>;
type Writer = (state: Escalation, now: number, variant: number, byId: string) => Body;

const pick = <T>(from: readonly T[], index: number): T => from[index % from.length] as T;

const COLLEAGUES = ['edda', 'cleo', 'hugo', 'olu', 'emil', 'ana', 'xena', 'axel'];
const SPONSORS = ['xena', 'vera', 'xena', 'mia'];
const AHEAD_MS = [DAY_MS, 4 * HOUR_MS, 20 * MINUTE_MS, 3 * DAY_MS, 14 * DAY_MS, -HOUR_MS];
const DONE_AGO_MS = [null, null, 0, 30 * MINUTE_MS, 5 * HOUR_MS];

const ahead = (now: number, variant: number) => new Date(now + pick(AHEAD_MS, variant)).toISOString();

/** A task that is open, mostly; where there is none, one that was. */
function taskIn({ tasks }: Escalation, variant: number): string {
  const open = tasks.filter(({ state }) => state === 'open');
  return open[variant % Math.max(1, open.length)]?.id ?? tasks[0]?.id ?? 't1';
}

/** Other tasks to come after, in either direction: some of these orders would be circles. */
function someTasks({ tasks }: Escalation, variant: number, but?: string): string[] {
  const others = tasks.filter(({ id, state }) => state !== 'dropped' && id !== but);
  return others.map(({ id }) => id).filter((_, index) => ((variant >> (index % 5)) & 1) === 1);
}

/** What a plausible body of the commands around the team says, in several variants. */
export const TEAM_WRITERS = {
  'add-to-team': (_state, _now, variant) => ({
    personId: pick(COLLEAGUES, variant),
    role: pick(['finds the cause', 'speaks for engineering'], variant >> 3),
    ...(variant % 3 === 0 ? { note: 'Knows the job.' } : {}),
  }),
  'remove-from-team': ({ team }, _now, variant) => ({
    personId: team[variant % Math.max(1, team.length)]?.personId ?? 'edda',
  }),
  'add-task': (state, now, variant) => ({
    text: `Task ${state.tasks.length + 1}`,
    personId: pick(COLLEAGUES, variant),
    dueAt: ahead(now, variant >> 1),
    ...(variant % 3 === 0 ? {} : { after: someTasks(state, variant >> 1) }),
  }),
  'change-task': (state, now, variant) => ({
    taskId: taskIn(state, variant >> 3),
    ...(variant % 2 === 0 ? { personId: pick(COLLEAGUES, variant >> 1) } : {}),
    ...(variant % 3 === 0 ? { dueAt: ahead(now, variant >> 2) } : {}),
    ...(variant % 3 === 1 ? {} : { after: someTasks(state, variant, variant < 48 ? taskIn(state, variant >> 3) : '') }),
    reason: 'It turned out otherwise.',
  }),
  'complete-task': (state, now, variant) => {
    const ago = pick(DONE_AGO_MS, variant >> 2);
    const occurredAt = ago === null ? null : new Date(Math.max(now - ago, state.receivedAt)).toISOString();
    return { taskId: taskIn(state, variant), ...(occurredAt ? { occurredAt } : {}) };
  },
  'drop-task': (state, _now, variant) => ({ taskId: taskIn(state, variant), reason: 'Not needed any more.' }),
  'name-escalation-manager': (_state, _now, variant) =>
    variant % 4 === 3 ? { reason: 'It is quiet now.' } : { personId: pick(['emil', 'emil', 'hugo', 'edda'], variant) },
  'name-sponsor': (_state, _now, variant) =>
    variant % 8 === 7
      ? {}
      : { personId: pick(SPONSORS, variant), facing: pick(['inside', 'customer', 'both'], variant >> 2) },
  'name-counterpart': (_state, now, variant) =>
    variant % 8 === 7
      ? {}
      : {
          name: pick(['Ada Quill', 'Noor Haddad'], variant >> 3),
          ...(variant % 2 === 0 ? { agreed: [{ text: 'Sends the files', dueAt: ahead(now, variant >> 1) }] } : {}),
        },
} as const satisfies Readonly<Record<string, Writer>>;
