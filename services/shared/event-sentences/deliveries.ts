import type { EventType } from '../../../domain/escalation/events';
import { excerpt, names, plain, type Teller } from './telling';

/** How deliveries are told. */
export const deliveryTellers = {
  'notification.sent': ({ data }, { nameOf }) =>
    data.channel === 'mail'
      ? `A mail reached ${nameOf(data.toId)}'s server.`
      : `${nameOf(data.toId)} has it in the inbox.`,
  'notification.failed': ({ data }, { nameOf }) =>
    `A mail to ${nameOf(data.toId)} ${data.final ? 'could not be delivered' : 'is not delivered yet; sending goes on'}: ${excerpt(data.reason)}.`,
  'step.carried-out': ({ data }) => excerpt(data.summary, 300),
  'step.work-failed': ({ data }) => `What the ${plain(data.step)} does to the world failed: ${excerpt(data.reason)}.`,
  'message.sent': () => 'The message to the customer was taken by the mail server.',
  'message.failed': ({ data }) => `The message to the customer could not be sent: ${excerpt(data.reason)}.`,
  'signer.informed': ({ data }, telling) =>
    `${names([...new Set(data.notices.map(({ toId }) => toId))], telling)}, who acknowledged it, was told that it is about to be closed.`,
} satisfies { [T in EventType]?: Teller<T> };
