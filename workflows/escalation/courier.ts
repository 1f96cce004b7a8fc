import type { ActivityOptions } from '@temporalio/workflow';
import { CancellationScope, proxyActivities } from '@temporalio/workflow';
import type { createDeliverActivities } from '../../activities/deliver';
import type { createPeerActivities } from '../../activities/peers';
import type { StepWork, StepWorkDone } from '../../activities/ports';
import { noticeFailed } from '../../domain/escalation/fire';
import type { Delivery } from '../../domain/escalation/state';
import { peerAnswered } from '../../domain/escalation/together/peer-answered';
import { ESCALATIONS_QUEUE, NOTIFICATIONS_QUEUE } from '../names';
import { briefOf } from './brief';
import { reasonOf } from './failures';
import type { EscalationRun } from './run';

/** A mail server that is down delays, it never loses: sending goes on until it is done or refused for good. */
const options: ActivityOptions = {
  taskQueue: NOTIFICATIONS_QUEUE,
  startToCloseTimeout: '60 seconds',
  retry: {
    initialInterval: '1 second',
    backoffCoefficient: 2,
    maximumInterval: '60 seconds',
    nonRetryableErrorTypes: ['undeliverable'],
  },
};

const mail = proxyActivities<ReturnType<typeof createDeliverActivities>>(options);
/**
 * The other one answers within seconds, and a question asked again is the same question: a worker that dies in the
 * middle of it must not hold up both for the minute that a mail may take.
 */
const peers = proxyActivities<ReturnType<typeof createPeerActivities>>({
  ...options,
  taskQueue: ESCALATIONS_QUEUE,
  startToCloseTimeout: '15 seconds',
});
const steps = proxyActivities<Record<string, (work: StepWork) => Promise<StepWorkDone>>>(options);

type Of<K extends Delivery['kind']> = Extract<Delivery, { kind: K }>;

/** Carries what is owed to the world: each delivery once at a time, until it is done. */
export class Courier {
  private readonly underWay = new Set<string>();
  private resting = false;

  constructor(private readonly run: EscalationRun) {}

  /** Sets out no more: what is owed is handed over to the next run. */
  rest(): void {
    this.resting = true;
  }

  /** Whether nothing is being carried. */
  isAtRest(): boolean {
    return this.underWay.size === 0;
  }

  /** Sets out with everything that is owed and not under way. */
  start(): void {
    if (this.resting) return;
    for (const delivery of this.run.state.deliveries) {
      if (this.underWay.has(delivery.id)) continue;
      this.underWay.add(delivery.id);
      void CancellationScope.nonCancellable(() => this.carry(delivery));
    }
  }

  private async carry(delivery: Delivery): Promise<void> {
    if (delivery.kind === 'notice') await this.notify(delivery);
    else if (delivery.kind === 'step-work') await this.work(delivery);
    else if (delivery.kind === 'peer') await this.ask(delivery);
    else await this.write(delivery);
    this.underWay.delete(delivery.id);
  }

  private async notify({ id, notice }: Of<'notice'>): Promise<void> {
    const { state } = this.run;
    const to = state.people[notice.toId];
    if (!to) return this.run.note((draft) => noticeFailed(draft, id, notice.toId, 'nobody with this id', true));
    const summary = `${state.ref}: ${notice.kind} to ${to.name}`;
    try {
      const request = { notice, to, escalation: briefOf(state) };
      const { messageId } = await mail.deliver.executeWithOptions({ summary }, [request]);
      const sent = { noticeId: id, toId: to.id, channel: 'mail', messageId } as const;
      this.run.note((draft) => draft.emit('notification.sent', sent));
    } catch (error) {
      this.run.note((draft) => noticeFailed(draft, id, to.id, reasonOf(error), true));
    }
  }

  private async work({ id, step, round, by, body }: Of<'step-work'>): Promise<void> {
    const { state } = this.run;
    const activity = steps[step];
    if (!activity) throw new TypeError(`no activity for ${step}`);
    try {
      const work = { deliveryId: id, escalation: briefOf(state), step, round, by, body };
      const { summary, result } = await activity.executeWithOptions({ summary: `${state.ref}: ${step}` }, [work]);
      this.run.note((draft) => draft.emit('step.carried-out', { deliveryId: id, step, round, summary, result }));
    } catch (error) {
      this.run.note((draft) =>
        draft.emit('step.work-failed', { deliveryId: id, step, round, reason: reasonOf(error) }),
      );
    }
  }

  private async ask({ id, to, command, by, body }: Of<'peer'>): Promise<void> {
    const { id: from, ref } = this.run.state;
    const request = { updateId: `peer/${from}/${id}`, from: { id: from, ref }, to, command, by, body };
    const { rejection } = await peers.askPeer.executeWithOptions({ summary: `${ref}: ${command} to ${to.ref}` }, [
      request,
    ]);
    this.run.peerAnswers.set(id, rejection);
    this.run.note((draft) => peerAnswered(draft, { deliveryId: id, to, command, rejection }));
  }

  private async write({ id, by, subject, body }: Of<'customer-message'>): Promise<void> {
    const { state } = this.run;
    try {
      const request = { deliveryId: id, escalation: briefOf(state), by, subject, body };
      const summary = `${state.ref}: message to the customer`;
      const { messageId } = await mail.sendToCustomer.executeWithOptions({ summary }, [request]);
      this.run.note((draft) => draft.emit('message.sent', { deliveryId: id, messageId }));
    } catch (error) {
      this.run.note((draft) => draft.emit('message.failed', { deliveryId: id, reason: reasonOf(error) }));
    }
  }
}
