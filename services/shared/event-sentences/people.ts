import type { EventType } from '../../../domain/escalation/events';
import type { Place } from '../../../domain/escalation/leavers/leaver';
import { because, excerpt, moment, who, type Teller } from './telling';

/** How the people around the owner and their tasks are told. */
export const peopleTellers = {
  'task.added': (event, { nameOf }) =>
    `${who(event)} gave ${nameOf(event.data.personId)} a task for ${moment(event.data.dueAt)}: ${excerpt(event.data.text)}`,
  'task.changed': (event, { nameOf }) =>
    `${who(event)} changed the task ${event.data.taskId}: ${nameOf(event.data.personId)}, ${moment(event.data.dueAt)}${because(event.data.reason)}.`,
  'task.completed': (event) => `${who(event)} noted the task ${event.data.taskId} as done${because(event.data.note)}.`,
  'task.dropped': (event) => `${who(event)} dropped the task ${event.data.taskId}${because(event.data.reason)}.`,
  'team.joined': (event, { nameOf }) =>
    `${who(event)} took ${nameOf(event.data.personId)} onto the team: ${excerpt(event.data.role)}.`,
  'team.left': (event, { nameOf }) =>
    `${nameOf(event.data.personId)} is not on the team any more${because(event.data.reason)}.`,
  'escalation-manager.named': ({ data }, { nameOf }) =>
    data.personId
      ? `${nameOf(data.personId)} manages it${because(data.reason)}.`
      : `It has no manager of its own any more${because(data.reason)}.`,
  'place.passed-on': ({ data }, { nameOf }) =>
    data.toId
      ? `${nameOf(data.fromId)} has left the company: ${placeInWords(data.place)} passed on to ${nameOf(data.toId)}.`
      : `${nameOf(data.fromId)} has left the company: ${placeInWords(data.place)} is empty now.`,
  'place.stranded': ({ data }, { nameOf }) =>
    `NOBODY is there for ${placeInWords(data.place)}: ${nameOf(data.personId)} has left the company.`,
  'sponsor.named': ({ data }, { nameOf }) =>
    data.sponsor
      ? `${nameOf(data.sponsor.personId)} sponsors it, facing ${facing[data.sponsor.facing]}${because(data.reason)}.`
      : `It has no sponsor any more${because(data.reason)}.`,
  'sponsor.briefed': ({ data }, { nameOf }) => `${nameOf(data.personId)} was briefed: ${data.because}.`,
  'counterpart.named': ({ data }) =>
    data.counterpart
      ? `${data.counterpart.name} is the executive on the customer's side${because(data.reason)}.`
      : `No executive is known on the customer's side any more${because(data.reason)}.`,
} satisfies { [T in EventType]?: Teller<T> };

const facing = { inside: 'the company', customer: 'the customer', both: 'both sides' } as const;

function placeInWords({ kind, id }: Place): string {
  return id === null ? `the place of the ${kind.replaceAll('-', ' ')}` : `the ${kind} ${id}`;
}
