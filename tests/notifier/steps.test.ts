import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import PostalMime from 'postal-mime';
import { createStepActivities } from '../../activities/index';
import type { AccountHistory, StepWork, StepWorkDone } from '../../activities/ports';
import { asActor } from '../../domain/people';
import type { StepName } from '../../domain/steps/plan';
import type { Mail } from '../../services/shared/mail';
import { createMail } from '../../services/shared/mail';
import { INES, NOW, stepWork } from './a-case';
import type { LoopbackSmtp } from './loopback-smtp';
import { startLoopbackSmtp } from './loopback-smtp';

const DAY = 86_400_000;
const noHistory: AccountHistory = { earlier: [], openCommitments: [] };

let smtp: LoopbackSmtp;
let mail: Mail;
let history: AccountHistory;

beforeEach(async () => {
  smtp = await startLoopbackSmtp();
  mail = createMail({ smtpUrl: smtp.url, mailFrom: 'escalations@upstairs.example' });
  history = noHistory;
});

afterEach(async () => {
  mail.close();
  await smtp.stop();
});

async function carryOut<Body>(step: StepName, work: StepWork<Body>, heartbeatDetails?: unknown) {
  const memory = { accountHistory: () => Promise.resolve(history) };
  const steps = createStepActivities({ mail, memory, publicUrl: 'https://upstairs.example/' });
  const activity = steps[step] as (work: StepWork<Body>) => Promise<StepWorkDone>;
  const environment = new MockActivityEnvironment({ heartbeatDetails }, { logger: new DefaultLogger('ERROR') });
  const kept: unknown[] = [];
  environment.on('heartbeat', (details: unknown) => kept.push(details));
  const done = await environment.run(activity, work).catch((failure: Error) => failure);
  return { done: done as StepWorkDone, failure: done as Error & { type?: string; nonRetryable?: boolean }, kept };
}

async function mailTo(address: string) {
  const arrived = smtp.arrived.filter(({ to }) => to.includes(address));
  expect(arrived).toHaveLength(1);
  return PostalMime.parse(arrived[0]!.raw);
}

const acknowledgment = { channel: 'mail', subject: 'I am on it', body: 'Dear Ann,\nI answer for this.\nInes' } as const;
const intakeBody = { ownerId: 'anneke', acknowledgment };
const byInes = { by: asActor(INES) };

describe('intake', () => {
  it("sends the signer's own words to the customer, who answers the signer", async () => {
    const { done } = await carryOut('intake', stepWork('intake', intakeBody, byInes));
    const received = await mailTo('ann@northwind.example');
    expect(received.subject).toBe('[UP-1042] I am on it');
    expect(received.text?.trim()).toBe(acknowledgment.body);
    expect(received.from?.name).toBe('Ines Marchetti via Upstairs');
    expect(received.replyTo?.[0]?.address).toBe('ines@upstairs.example');
    expect(done.summary).toBe('Acknowledgment mailed to Ann Lee; Anneke Voss told that they own it');
    expect(done.result).toMatchObject({ channel: 'mail', customerMessageId: received.messageId });
  });

  it('tells the owner what happened, what is due in their own time, and where to go on', async () => {
    await carryOut('intake', stepWork('intake', intakeBody, byInes));
    const { subject, text } = await mailTo('anneke@upstairs.example');
    expect(subject).toBe('[UP-1042] You own this: Charged twice for three months - P1');
    expect(text).toContain('Ines Marchetti, Support Manager, has acknowledged this escalation and named you');
    expect(text).toContain('investigation: Sun, 22 Nov 2026, 17:00 CET (in 4 h)');
    expect(text).toContain('customer update: Sun, 22 Nov 2026, 21:00 CET (in 8 h)');
    expect(text).toContain('> I answer for this.');
    expect(text).toContain('https://upstairs.example/escalations/UP-1042');
  });

  it('sends nothing to the customer for what was said by phone', async () => {
    const said = { ownerId: 'anneke', acknowledgment: { channel: 'phone', body: 'Called Ann.' } };
    const { done } = await carryOut('intake', stepWork('intake', said, byInes));
    expect(smtp.arrived.map(({ to }) => to)).toEqual([['anneke@upstairs.example']]);
    expect(done.summary).toBe('Acknowledgment told by phone; Anneke Voss told that they own it');
    expect(done.result).toMatchObject({ customerMessageId: null });
  });

  it('reaches the customer though the owner cannot be reached, and remembers that over a retry', async () => {
    smtp.refuse({ at: 'recipient', code: 450, to: 'anneke@upstairs.example' });
    const work = stepWork('intake', intakeBody, byInes);
    const first = await carryOut('intake', work);
    expect(first.failure).toMatchObject({ type: 'mail-unavailable', nonRetryable: false });
    smtp.refuse(null);
    const second = await carryOut('intake', work, first.kept.at(-1));
    expect(smtp.arrived.map(({ to }) => to[0])).toEqual(['ann@northwind.example', 'anneke@upstairs.example']);
    expect(second.done.result).toMatchObject({ customerMessageId: expect.stringMatching(/^</) as string });
  });

  it('tells the owner, and fails for good, where the customer has no such mailbox', async () => {
    smtp.refuse({ at: 'recipient', code: 550, to: 'ann@northwind.example' });
    const { failure } = await carryOut('intake', stepWork('intake', intakeBody, byInes));
    expect(failure).toMatchObject({ type: 'undeliverable', nonRetryable: true });
    await mailTo('anneke@upstairs.example');
  });

  it('fails for good without an address of the customer', async () => {
    const { failure } = await carryOut('intake', stepWork('intake', intakeBody, { ...byInes, contact: null }));
    expect(failure).toMatchObject({ type: 'undeliverable', message: 'no mail address of the customer is known' });
  });
});

describe('investigation', () => {
  it("files the account's earlier escalations, their causes and what is still promised", async () => {
    const earlier = ['product-bug', null, 'product-bug', 'sla-breach'].map((rootCause, index) => ({
      ...{ id: `e${index}`, ref: `UP-${index}`, summary: 'earlier', status: 'settled', rootCause },
      raisedAt: NOW - index * DAY,
    }));
    history = { earlier, openCommitments: [{ escalationId: 'e1', ref: 'UP-1', text: 'A call', dueAt: NOW }] };
    const { done } = await carryOut('investigation', stepWork('investigation', {}));
    expect(done.summary).toBe(
      'Dossier filed: 4 earlier escalations (2 × product-bug, 1 × sla-breach); 1 commitment open',
    );
    expect(done.result).toMatchObject({
      earlierTotal: 4,
      openCommitmentsTotal: 1,
      causes: [{ count: 2 }, { count: 1 }],
    });
    expect(smtp.arrived).toEqual([]);
  });

  it('says so for the first escalation of an account', async () => {
    const { done } = await carryOut('investigation', stepWork('investigation', {}));
    expect(done.summary).toBe('Dossier filed: the first escalation of this account; 0 commitments open');
  });

  it('keeps a long dossier short', async () => {
    const one = { id: 'e', ref: 'UP-1', summary: 'x'.repeat(300), status: 'settled', rootCause: null, raisedAt: 0 };
    history = {
      earlier: Array.from({ length: 500 }, (_, index) => ({ ...one, raisedAt: index })),
      openCommitments: [],
    };
    const { done } = await carryOut('investigation', stepWork('investigation', {}));
    const { earlier, earlierTotal } = done.result as { earlier: { raisedAt: number }[]; earlierTotal: number };
    expect([earlier.length, earlierTotal, earlier[0]?.raisedAt]).toEqual([20, 500, 499]);
  });
});

describe('solution', () => {
  it('says what it is', async () => {
    const body = { kind: 'billing-credit', description: 'Give it back', credit: { amount: 123_456, currency: 'EUR' } };
    const { done } = await carryOut('solution', stepWork('solution', body));
    expect(done.summary).toBe('Solution: billing credit of 1,234.56 EUR');
    expect(smtp.arrived).toEqual([]);
  });
});

describe('customer update', () => {
  it('sends the account as the owner wrote it', async () => {
    const message = { channel: 'mail', subject: 'What happened', body: 'Dear Ann, this is what happened …' };
    const commitments = [{ text: 'Credit', dueAt: '2026-11-27T17:00:00Z', responsibleId: 'anneke' }];
    const body = { understood: 'ours only', willDo: 'ours only', commitments, message };
    const { done } = await carryOut('customer-update', stepWork('customer-update', body));
    const { text } = await mailTo('ann@northwind.example');
    expect(text?.trim()).toBe(message.body);
    expect(done.summary).toBe('Account mailed to Ann Lee, with 1 commitment');
  });
});

describe('legal review', () => {
  const body = { cleared: true, opinion: 'The double charge\nmay be admitted.', personId: 'ingrid' };

  it('tells the owner what may be said, and on which conditions; nobody outside', async () => {
    const conditions = 'Not a word of damages.';
    const { done } = await carryOut('legal-review', stepWork('legal-review', { ...body, conditions }, byInes));
    const { subject, text } = await mailTo('anneke@upstairs.example');
    expect(subject).toBe('[UP-1042] Legal has cleared it: Charged twice for three months');
    expect(text).toContain('Ines Marchetti, Support Manager, has recorded the legal review');
    expect(text).toContain('> The double charge\n> may be admitted.');
    expect(text).toContain(`On these conditions:\n\n> ${conditions}`);
    expect(smtp.arrived).toHaveLength(1);
    expect(done.summary).toBe('Legal review: the customer may be told, on conditions; Anneke Voss told');
    expect(done.result).toMatchObject({ conditions, counselId: 'ingrid' });
  });

  it('says nothing of conditions where there are none, and of an owner where there is none', async () => {
    const { done } = await carryOut('legal-review', stepWork('legal-review', body, { ...byInes, owner: null }));
    expect(done.summary).toBe('Legal review: the customer may be told');
    expect(smtp.arrived).toEqual([]);
  });
});

describe('check-in', () => {
  it.each([
    [{ reached: true, improved: true, rating: 4, note: 'x' }, 'Check-in: the customer is better off (rated 4 of 5)'],
    [{ reached: true, improved: false, note: 'x' }, 'Check-in: the customer is not better off'],
    [{ reached: false, note: 'x' }, 'Check-in: the customer was not reached'],
  ])('tells how it came out', async (body, summary) => {
    const { done } = await carryOut('check-in', stepWork('check-in', body));
    expect(done.summary).toBe(summary);
    expect(smtp.arrived).toEqual([]);
  });
});
