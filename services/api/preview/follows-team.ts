import { distance, moment, oneLine } from '../../../activities/mail/wording';
import type { EventType } from '../../../domain/escalation/events';
import type { Foreteller, Foretelling } from './follows';

const by = (dueAt: number, { zone, now }: Foretelling) => `${moment(dueAt, zone)} (${distance(dueAt, now)})`;

/** Who is told, where anybody is. */
function told(notices: readonly { toId: string; via: string }[], { nameOf }: Foretelling): string {
  const names = notices.map(({ toId }) => nameOf(toId));
  return names.length === 0 ? '' : ` ${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} told.`;
}

/** What commands around the team would bring about. */
export const teamForetellers = {
  'team.joined': ({ data }, telling) =>
    `${telling.nameOf(data.personId)} is on the team as: ${oneLine(data.role, 120)}.${told(data.notices, telling)}`,
  'team.left': ({ data }, { nameOf }) => `${nameOf(data.personId)} is not on the team any more.`,
  'task.added': ({ data }, telling) =>
    `${telling.nameOf(data.personId)} has a task, due ${by(data.dueAt, telling)}: ${oneLine(data.text, 120)}.${told(data.notices, telling)}`,
  'task.changed': ({ data }, telling) =>
    `The task ${data.taskId} is ${telling.nameOf(data.personId)}'s, due ${by(data.dueAt, telling)}.${told(data.notices, telling)}`,
  'task.completed': ({ data }, { zone }) => `The task ${data.taskId} counts as done on ${moment(data.doneAt, zone)}.`,
  'task.dropped': ({ data }) => `Nobody is asked for the task ${data.taskId} any more.`,
  'escalation-manager.named': ({ data }, telling) =>
    data.personId
      ? `${telling.nameOf(data.personId)} may do here what a manager may.${told(data.notices, telling)}`
      : 'Nobody manages it besides the managers.',
  'sponsor.named': ({ data }, telling) => {
    const account = data.account ? ' It holds for the account as well.' : '';
    const who = data.sponsor ? `${telling.nameOf(data.sponsor.personId)} sponsors it` : 'It has no sponsor any more';
    return `${who}.${account}${told(data.notices, telling)}`;
  },
  'sponsor.briefed': ({ data }, { nameOf }) =>
    `${nameOf(data.personId)}, who sponsors it, gets a brief of one page: ${data.because}.`,
  'counterpart.named': ({ data }) =>
    data.counterpart
      ? `${data.counterpart.name} is on record as the customer's executive; nothing is sent to them.`
      : "Nobody is on record as the customer's executive any more.",
} satisfies { [T in EventType]?: Foreteller<T> };
