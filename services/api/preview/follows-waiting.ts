import { clockTitle, distance, moment } from '../../../activities/mail/wording';
import type { EventType } from '../../../domain/escalation/events';
import { spokenDuration } from '../../shared/duration';
import type { Foreteller, Foretelling } from './follows';

const at = (atMs: number, { zone, now }: Foretelling) => `${moment(atMs, zone)} (${distance(atMs, now)})`;
const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** What waiting, setting a level and offering it would bring about. */
export const waitingForetellers = {
  'escalation.paused': ({ data }, telling) =>
    `It is paused until the customer answers, at the latest until ${at(data.untilAt, telling)}. Promises, tasks and decisions keep their dates.`,
  'escalation.resumed': ({ data }) => `It goes on, after ${spokenDuration(data.pausedMs)}.`,
  'clock.paused': ({ data }) => `${capital(clockTitle(data.clockId))}: rests with ${spokenDuration(data.leftMs)} left.`,
  'clock.resumed': ({ data }, telling) => `${capital(clockTitle(data.clockId))}: due ${at(data.dueAt, telling)}.`,
  'priority.overridden': ({ data }, telling) =>
    `The level is ${data.level} until ${at(data.untilAt, telling)}; the weighing goes on beside it.`,
  'priority.override-ended': () => 'The weighing holds again.',
  'hand-over.offered': ({ data }, { nameOf }) =>
    `${nameOf(data.toId)} is asked to take it over, with the state of things by mail. It stays with its owner until then.`,
  'hand-over.ended': ({ data }, { nameOf }) => `It is offered to ${nameOf(data.toId)} no longer.`,
} satisfies { [T in EventType]?: Foreteller<T> };
