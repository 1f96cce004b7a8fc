import type { EventType } from '../../../domain/escalation/events';
import { spokenDuration } from '../duration';
import { because, clockName, excerpt, moment, who, type Teller } from './telling';

const CAUSES = {
  answered: 'the customer answered',
  unanswered: 'its date has come without an answer',
  person: 'somebody went on',
  withdrawn: 'it was withdrawn',
  merged: 'it is merged',
} as const;

/** How waiting, set levels, offers and other policies are told. */
export const waitingTellers = {
  'clock.moved': ({ data }) =>
    `The ${clockName(data.clockId)} clock has ${spokenDuration(data.budgetMs)} now, due ${moment(data.dueAt)}: ${data.because}.`,
  'clock.paused': ({ data }) => `The ${clockName(data.clockId)} clock rests with ${spokenDuration(data.leftMs)} left.`,
  'clock.resumed': ({ data }) => `The ${clockName(data.clockId)} clock goes on, due ${moment(data.dueAt)}.`,
  'escalation.paused': (event) =>
    `${who(event)} paused it until ${moment(event.data.untilAt)}: ${excerpt(event.data.reason)}`,
  'escalation.resumed': ({ data }) =>
    `It goes on after ${spokenDuration(data.pausedMs)}: ${CAUSES[data.cause]}${because(data.reason)}.`,
  'priority.overridden': (event) =>
    `${who(event)} set the level to ${event.data.level} until ${moment(event.data.untilAt)}${because(event.data.reason)}.`,
  'priority.override-ended': ({ data }) => `The weighing holds again: ${data.because}.`,
  'hand-over.offered': (event, { nameOf }) =>
    `${who(event)} offered it to ${nameOf(event.data.toId)}: ${excerpt(event.data.note)}`,
  'hand-over.ended': ({ data }, { nameOf }) =>
    `The offer to ${nameOf(data.toId)} was ${data.how.replace('-', ' ')}${because(data.reason)}.`,
  'policy.applied': (event) =>
    `${who(event)} applied policy ${event.data.policy.version} instead of ${event.data.fromVersion}${because(event.data.reason)}.`,
} satisfies { [T in EventType]?: Teller<T> };
