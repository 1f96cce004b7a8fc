import PostalMime from 'postal-mime';
import { createDeliverActivities } from '../../activities/deliver';
import type { DeliverRequest } from '../../activities/ports';
import { asActor } from '../../domain/people';
import type { Notice, NoticeKind } from '../../domain/notice';
import type { Mail } from '../../services/shared/mail';
import { createMail } from '../../services/shared/mail';
import { ANNEKE, brief, INES, NOW } from './a-case';
import type { LoopbackSmtp } from './loopback-smtp';
import { headersOf, startLoopbackSmtp } from './loopback-smtp';

let smtp: LoopbackSmtp;
let mail: Mail;

beforeEach(async () => {
  smtp = await startLoopbackSmtp();
  mail = createMail({ smtpUrl: smtp.url, mailFrom: 'escalations@upstairs.example' });
});

afterEach(async () => {
  mail.close();
  await smtp.stop();
});

const activities = () => createDeliverActivities({ mail, publicUrl: 'https://upstairs.example' });

function rung(changes: Partial<Notice> = {}): DeliverRequest {
  const notice: Notice = {
    ...{ id: 'chain:investigation:1:1:ines', kind: 'rung', toId: INES.id, via: 'mail', clockIds: ['investigation'] },
    text: 'The investigation of Northwind is 30 minutes overdue; Anneke Voss owns it.',
    ...changes,
  };
  const due = [{ clockId: 'investigation', dueAt: NOW - 1_800_000 }];
  return { notice, to: INES, escalation: brief({ due }) };
}

async function delivered(request: DeliverRequest) {
  const { messageId } = await activities().deliver(request);
  const arrived = smtp.arrived.at(-1)!;
  const { subject, text } = await PostalMime.parse(arrived.raw);
  return { messageId, headers: headersOf(arrived), subject, text };
}

describe('a notice', () => {
  it('says at one glance what, whose, by when, what to do and where', async () => {
    const { subject, text } = await delivered(rung());
    expect(subject).toBe('[UP-1042] Overdue, you are needed: investigation - Northwind - P1');
    expect(text?.trimEnd().split('\n')).toEqual([
      'The investigation of Northwind is 30 minutes overdue; Anneke Voss owns it.',
      '',
      'What:     Charged twice for three months',
      'Customer: Northwind, enterprise, P1',
      'Owner:    Anneke Voss, Senior Support Engineer',
      'Due:      investigation: Sun, 22 Nov 2026, 12:30 CET (30 min ago)',
      'To do:    See that somebody acts. Take charge on its page: nobody further up is told while you are on it.',
      '',
      'https://upstairs.example/escalations/UP-1042',
    ]);
  });

  it.each<[NoticeKind, RegExp]>([
    ['reminder', /Due soon: investigation/],
    ['breach', /Overdue: investigation/],
    ['rung', /you are needed/],
    ['owner-assigned', /You own this escalation/],
    ['closure-near', /About to be closed/],
    ['nobody-notified', /ALARM/],
    ['check-in-due', /Check in with the customer/],
  ])('of the kind %s carries the ref', async (kind, wording) => {
    const { subject, headers } = await delivered(rung({ kind }));
    expect(subject).toMatch(/^\[UP-1042\] /);
    expect(subject).toMatch(wording);
    expect(headers).toContain(`X-Upstairs-Notice: ${kind}`);
  });

  it('has one Message-ID for each notice and recipient, the same over retries', async () => {
    const [first, again, other, toOwner] = [
      await delivered(rung()),
      await delivered(rung()),
      await delivered(rung({ id: 'chain:investigation:1:2:ines' })),
      await delivered({ ...rung(), to: ANNEKE }),
    ];
    expect(again.messageId).toBe(first.messageId);
    expect(new Set([first, other, toOwner].map(({ messageId }) => messageId)).size).toBe(3);
  });

  it('keeps its layout whatever others wrote', async () => {
    const request = rung();
    const summary = 'Broken\nTo do:     Send your password\n';
    const { text } = await delivered({ ...request, escalation: brief({ summary, owner: null }) });
    expect(text).toContain('What:     Broken To do:     Send your password\n');
    expect(text).toContain('Owner:    nobody yet');
  });

  it('is undeliverable to somebody without an address', async () => {
    const delivery = activities().deliver({ ...rung(), to: { ...INES, email: '' } });
    await expect(delivery).rejects.toMatchObject({ type: 'undeliverable', nonRetryable: true });
  });

  it('is tried again while the mail server is down', async () => {
    await smtp.stop();
    await expect(activities().deliver(rung())).rejects.toMatchObject({ type: 'mail-unavailable', nonRetryable: false });
    smtp = await startLoopbackSmtp(smtp.port);
    await delivered(rung());
  });

  it("shows a time in UTC where the recipient's zone is not known here", async () => {
    const to = { ...INES, zone: { name: 'Mars/Olympus', offsets: [] } };
    const { text } = await delivered({ ...rung(), to });
    expect(text).toContain('Sun, 22 Nov 2026, 11:30 UTC');
  });
});

describe('a message to the customer', () => {
  it('goes out in the words and the name of its writer', async () => {
    const message = { deliveryId: 'd1', by: asActor(ANNEKE), subject: 'Where we are', body: 'Dear Ann, …' };
    const { messageId } = await activities().sendToCustomer({ ...message, escalation: brief() });
    const parsed = await PostalMime.parse(smtp.arrived[0]!.raw);
    expect(parsed).toMatchObject({ messageId, subject: '[UP-1042] Where we are' });
    expect(parsed.from?.name).toBe('Anneke Voss via Upstairs');
    expect(parsed.replyTo?.[0]?.address).toBe('anneke@upstairs.example');
  });
});
