import type { EventType } from '../../../domain/escalation/events';
import { because, excerpt, moment, plain, who, type Teller } from './telling';

const value = (fact: unknown): string => {
  if (fact === null || fact === undefined || fact === '') return 'unknown';
  return excerpt(typeof fact === 'string' ? fact : JSON.stringify(fact), 60);
};

/** How the story itself is told. */
export const storyTellers = {
  'escalation.raised': (event) =>
    `${who(event)} raised ${event.data.ref} for ${event.data.complaint.account.name}${event.data.quiet ? ', quietly from an older list' : ''}: ${excerpt(event.data.complaint.summary)}`,
  'priority.assessed': ({ data }) =>
    `Priority ${data.level}, ${data.score} points: ${data.factors.map(({ name, points }) => `${name} ${points}`).join(', ') || 'no factor applies'}.`,
  'step.completed': (event) =>
    `${who(event)} completed the ${plain(event.data.step)}${event.data.round > 1 ? ` (round ${event.data.round})` : ''}${event.data.recordedLate ? ', recorded late' : ''}.`,
  'owner.assigned': ({ data }, { nameOf }) =>
    `${nameOf(data.ownerId)} owns it${data.previousId ? ` instead of ${nameOf(data.previousId)}` : ''}${because(data.reason)}.`,
  'commitment.made': ({ data }, { nameOf }) =>
    `Promised for ${moment(data.dueAt)} by ${nameOf(data.responsibleId)}: ${excerpt(data.text)}`,
  'commitment.kept': (event) =>
    `${who(event)} noted a promise as kept, at ${moment(event.data.keptAt)}${because(event.data.note)}.`,
  'customer.informed': (event) =>
    `${who(event)} spoke to the customer by ${event.data.message.channel}: ${excerpt(event.data.message.subject ?? event.data.message.body)}`,
  'contact.recorded': (event) =>
    `${who(event)} recorded a contact by ${event.data.channel}, ${event.data.direction === 'to-customer' ? 'ours to the customer' : "the customer's to us"}: ${excerpt(event.data.body)}`,
  'fact.amended': (event) =>
    `${who(event)} corrected ${event.data.fact} from ${value(event.data.from)} to ${value(event.data.to)}${because(event.data.reason)}.`,
  'note.added': (event) => `${who(event)} noted: ${excerpt(event.data.note)}`,
  'root-cause.tagged': ({ data }) => `Root cause: ${data.rootCause}${because(data.note)}.`,
  'check-in.attempted': (event) => `${who(event)} did not reach the customer (attempt ${event.data.attempt}).`,
  'escalation.closed': ({ data }) => `Closed with the root cause ${data.rootCause}; the follow-up begins.`,
  'escalation.settled': ({ data }) =>
    data.outcome === 'improved'
      ? 'Settled: the customer is better off.'
      : 'Settled as unconfirmed: the customer was not reached.',
  'escalation.reopened': (event) =>
    `${who(event)} reopened it, round ${event.data.round}: ${excerpt(event.data.because)}`,
  'escalation.withdrawn': (event) => `${who(event)} withdrew it: ${excerpt(event.data.reason)}`,
  'escalation.activated': (event) =>
    `${who(event)} activated it: its clocks speak from now on${because(event.data.reason)}.`,
  'import.reported': (event) =>
    `${who(event)} imported ${event.data.raised} escalations from ${excerpt(event.data.source)}${event.data.skipped > 0 ? `, ${event.data.skipped} rows were skipped` : ''}.`,
  'people.refreshed': ({ data }) =>
    `The directory told who is who: ${data.people.length === 1 ? '1 person' : `${data.people.length} people`}, version ${data.version}.`,
  'command.rejected': ({ data }, { nameOf }) =>
    `${data.command}${data.byId ? ` by ${nameOf(data.byId)}` : ''} was refused: ${excerpt(data.rejection.detail, 200)}`,
  'time.moved': ({ data }, { nameOf }) =>
    `The time machine${data.byId ? `, used by ${nameOf(data.byId)},` : ''} moved the time to ${moment(data.toAt)}.`,
} satisfies { [T in EventType]?: Teller<T> };
