import type { EventType } from '../../../domain/escalation/events';
import { spokenDuration } from '../duration';
import { capital, clockName, moment, names, type Teller } from './telling';

const bundled = (clockIds: readonly string[]) =>
  clockIds.length > 0 ? `, also for ${clockIds.map(clockName).join(', ')}` : '';

/** How clocks and their chains are told. */
export const clockTellers = {
  'clock.started': ({ data }) =>
    `The ${clockName(data.clockId)} clock runs: ${spokenDuration(data.budgetMs)}, due ${moment(data.dueAt)}.`,
  'clock.reminded': ({ data }, telling) =>
    `${names(data.toIds, telling)} was reminded: ${clockName(data.clockId)} is due ${moment(data.dueAt)}.`,
  'reminder.spared': ({ data }) => `No reminder for ${clockName(data.clockId)}: ${data.because}.`,
  'clock.breached': ({ data }) =>
    `The ${clockName(data.clockId)} clock was breached: it was due ${moment(data.dueAt)}${data.customerInformed ? '; the customer has been informed meanwhile' : ''}.`,
  'clock.met': ({ data }) => {
    const how = data.late ? 'done late' : data.recordedLate ? 'met in time, recorded late' : 'met';
    return `The ${clockName(data.clockId)} clock was ${how}, at ${moment(data.metAt)}.`;
  },
  'clock.cancelled': ({ data }) => `The ${clockName(data.clockId)} clock was cancelled: ${data.because}.`,
  'chain.advanced': ({ data }, telling) =>
    `${capital(clockName(data.clockId))} went up to ${data.rung === 'everyone' ? 'everyone of its chain' : `the ${data.rung}`} (rung ${data.number}): ${names(data.toIds, telling)}${bundled(data.bundles)}.`,
  'chain.held': ({ data }) =>
    `The chain of ${data.clockIds.map(clockName).join(', ')} rests until ${moment(data.untilAt)}: ${data.because}.`,
  'nobody.notified': ({ data }) => `NOBODY could be told of ${clockName(data.clockId)}: ${data.because}.`,
} satisfies { [T in EventType]?: Teller<T> };
