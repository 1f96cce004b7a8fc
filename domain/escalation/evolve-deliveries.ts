import type { Notice } from '../notice';
import type { EscalationEvent } from './events';
import type { Evolver } from './evolver';
import type { Delivery, Escalation } from './state';

/** Takes off what is owed no more. */
export function paid(state: Escalation, deliveryId: string): Escalation {
  return { ...state, deliveries: state.deliveries.filter(({ id }) => id !== deliveryId) };
}

/** Adds what is owed to the world. */
export function owe(state: Escalation, delivery: Delivery): Escalation {
  return { ...state, deliveries: [...state.deliveries, delivery] };
}

/** Every event that carries notices by mail owes their delivery; those by inbox are delivered by being recorded. */
export function withNotices(state: Escalation, event: EscalationEvent): Escalation {
  const notices: readonly Notice[] = 'notices' in event.data ? event.data.notices : [];
  return notices
    .filter(({ via }) => via === 'mail')
    .reduce<Escalation>(
      (so, notice) => owe(so, { id: notice.id, requestedAt: event.at, overdue: false, kind: 'notice', notice }),
      state,
    );
}

const sent: Evolver<'notification.sent'> = (state, { data }) => {
  const delivery = state.deliveries.find(({ id }) => id === data.noticeId);
  const heard = delivery?.kind === 'notice' ? delivery.notice.clockIds : [];
  return {
    ...paid(state, data.noticeId),
    rungs: state.rungs.filter(({ noticeIds }) => !noticeIds.includes(data.noticeId)),
    unheard: state.unheard.filter((clockId) => !heard.includes(clockId)),
  };
};

const failed: Evolver<'notification.failed'> = (state, { data }) => {
  if (data.final) return paid(state, data.noticeId);
  return {
    ...state,
    deliveries: state.deliveries.map((one) => (one.id === data.noticeId ? { ...one, overdue: true } : one)),
  };
};

const deliveryEnded = (state: Escalation, { data }: { data: { deliveryId: string } }) => paid(state, data.deliveryId);

/** How what is owed to the world changes. */
export const deliveryEvolvers = {
  'notification.sent': sent,
  'notification.failed': failed,
  'step.carried-out': deliveryEnded,
  'step.work-failed': deliveryEnded,
  'message.sent': deliveryEnded,
  'message.failed': deliveryEnded,
};
