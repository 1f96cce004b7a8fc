import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import PostalMime from 'postal-mime';
import { createStepActivities } from '../../activities/index';
import type { EscalationBrief, StepWorkDone } from '../../activities/ports';
import type { ClosureBody } from '../../domain/steps/closure/closure.schema';
import type { Mail } from '../../services/shared/mail';
import { createMail } from '../../services/shared/mail';
import { NOW, stepWork } from './a-case';
import type { LoopbackSmtp } from './loopback-smtp';
import { startLoopbackSmtp } from './loopback-smtp';

const body: ClosureBody = {
  message: { channel: 'mail', subject: 'It is done', body: 'Dear Ann, it is done.' },
  rootCause: 'product-bug',
  rootCauseNote: 'Rounding',
};

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

async function close(changes: Partial<EscalationBrief> = {}): Promise<StepWorkDone> {
  const memory = { accountHistory: () => Promise.reject(new Error('not asked for')) };
  const { closure } = createStepActivities({ mail, memory, publicUrl: 'https://upstairs.example' });
  return new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') }).run(
    closure,
    stepWork('closure', body, { due: [], closedAt: NOW, ...changes }),
  );
}

/** The properties of the calendar entry in a mail, unfolded. */
async function invitationTo(address: string) {
  const arrived = smtp.arrived.find(({ to }) => to.includes(address))!;
  const parsed = await PostalMime.parse(arrived.raw);
  const part = parsed.attachments.find(({ mimeType }) => mimeType === 'text/calendar')!;
  const content = Buffer.from(part.content as ArrayBuffer).toString('utf8');
  const lines = content.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const property = (name: string) => lines.find((line) => line.startsWith(name))?.slice(name.length + 1);
  return { parsed, part, lines, property };
}

describe('the invitation to the check-in', () => {
  it('asks the CSM into half an hour that ends seven days after the closure', async () => {
    const done = await close();
    const { property, part, lines } = await invitationTo('bashir@upstairs.example');
    expect(part.method).toBe('REQUEST');
    expect(property('METHOD')).toBe('REQUEST');
    expect(property('DTSTART')).toBe('20261129T113000Z');
    expect(property('DTEND')).toBe('20261129T120000Z');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    expect(lines.find((line) => line.startsWith('ATTENDEE'))).toMatch(/RSVP=TRUE.*mailto:bashir@upstairs\.example/i);
    expect(lines.find((line) => line.startsWith('ORGANIZER'))).toMatch(/mailto:anneke@upstairs\.example/i);
    expect(done.summary).toBe('Closing message mailed to Ann Lee; Bashir Lund invited to the check-in');
  });

  it('comes with a mail that says what to do until when', async () => {
    await close();
    const { parsed } = await invitationTo('bashir@upstairs.example');
    expect(parsed.subject).toBe('[UP-1042] Check-in by Sun, 29 Nov 2026, 12:00 GMT - Northwind');
    expect(parsed.text).toContain('You are asked as its CSM.');
    expect(parsed.text).toContain('Ann Lee, ann@northwind.example');
    expect(parsed.text).toContain('https://upstairs.example/escalations/UP-1042');
  });

  it('is the same entry to the letter when it is sent again', async () => {
    await close();
    const first = await invitationTo('bashir@upstairs.example');
    smtp.arrived.length = 0;
    await close();
    const second = await invitationTo('bashir@upstairs.example');
    expect(second.lines).toEqual(first.lines);
    expect(second.parsed.messageId).toBe(first.parsed.messageId);
    expect(first.property('UID')).toBe('check-in-0199-a-1@upstairs');
  });

  it('goes to the owner where the account has no CSM, and says why', async () => {
    const done = await close({ csm: null });
    const { parsed } = await invitationTo('anneke@upstairs.example');
    expect(parsed.text).toContain('The account has no CSM, so the invitation comes to you');
    expect(done.summary).toContain('Anneke Voss invited to the check-in, since the account has no CSM');
  });

  it("cannot be changed by an account's name", async () => {
    const name = 'North\r\nATTENDEE:mailto:thief@evil.example\r\nBEGIN:VEVENT;,"wind';
    const { account } = stepWork('closure', body).escalation;
    await close({ account: { ...account, name } });
    const { lines } = await invitationTo('bashir@upstairs.example');
    expect(lines.filter((line) => line.startsWith('ATTENDEE'))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('BEGIN:VEVENT'))).toHaveLength(1);
  });
});
