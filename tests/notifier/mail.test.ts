import PostalMime from 'postal-mime';
import type { OutgoingMail } from '../../activities/ports';
import { Undeliverable } from '../../activities/undeliverable';
import type { Mail } from '../../services/shared/mail';
import { createMail, messageIdOf } from '../../services/shared/mail';
import type { LoopbackSmtp } from './loopback-smtp';
import { headersOf, startLoopbackSmtp } from './loopback-smtp';

const mailFrom = 'escalations@upstairs.example';
const plain: OutgoingMail = {
  key: 'e1/n1/p1',
  fromName: 'Ines Marchetti via Upstairs',
  to: { name: 'Ann Lee', email: 'ann@northwind.example' },
  subject: '[UP-1042] About your invoices',
  text: 'Dear Ann,\n\nI take responsibility for this.\n',
};

let smtp: LoopbackSmtp;
let mail: Mail;

beforeEach(async () => {
  smtp = await startLoopbackSmtp();
  mail = createMail({ smtpUrl: smtp.url, mailFrom });
});

afterEach(async () => {
  mail.close();
  await smtp.stop();
});

async function sent(changes: Partial<OutgoingMail> = {}) {
  await mail.send({ ...plain, ...changes });
  const arrived = smtp.arrived.at(-1)!;
  return { ...arrived, headers: headersOf(arrived), parsed: await PostalMime.parse(arrived.raw) };
}

describe('a mail', () => {
  it('arrives as it was written, from the person by way of Upstairs', async () => {
    const { parsed, to } = await sent({ replyTo: { name: 'Ines Marchetti', email: 'ines@upstairs.example' } });
    expect(to).toEqual(['ann@northwind.example']);
    expect(parsed.from).toMatchObject({ name: 'Ines Marchetti via Upstairs', address: mailFrom });
    expect(parsed.to).toMatchObject([{ name: 'Ann Lee', address: 'ann@northwind.example' }]);
    expect(parsed.replyTo).toMatchObject([{ name: 'Ines Marchetti', address: 'ines@upstairs.example' }]);
    expect(parsed.subject).toBe(plain.subject);
    expect(parsed.text?.trim()).toBe(plain.text.trim());
  });

  it('has the same Message-ID for the same key, and another for another', async () => {
    const first = await mail.send(plain);
    const again = await mail.send({ ...plain, text: 'tried once more' });
    const other = await mail.send({ ...plain, key: 'e1/n2/p1' });
    expect(again.messageId).toBe(first.messageId);
    expect(other.messageId).not.toBe(first.messageId);
    expect(first.messageId).toMatch(/^<[0-9a-f]{40}@upstairs\.example>$/);
    const parsed = await Promise.all(smtp.arrived.map(({ raw }) => PostalMime.parse(raw)));
    expect(parsed.map(({ messageId }) => messageId)).toEqual([first, again, other].map(({ messageId }) => messageId));
  });

  it('takes the domain of its Message-ID from a sender with a name, too', () => {
    expect(messageIdOf('k', 'Upstairs <care@corp.example>')).toMatch(/@corp\.example>$/);
  });

  it('keeps letters of every script in names, subject and text', async () => {
    const { parsed } = await sent({
      fromName: 'Zoë Ångström via Upstairs',
      to: { name: '田中 太郎', email: 'tanaka@northwind.example' },
      subject: '[UP-1042] Größe & “Ärger”',
      text: 'Привет 👋',
    });
    expect(parsed.from?.name).toBe('Zoë Ångström via Upstairs');
    expect(parsed.to?.[0]?.name).toBe('田中 太郎');
    expect(parsed.subject).toBe('[UP-1042] Größe & “Ärger”');
    expect(parsed.text?.trim()).toBe('Привет 👋');
  });

  it.each([
    ['subject', { subject: '[UP-1042] Hello\r\nBcc: thief@evil.example\r\n\r\nother text' }],
    ['sender', { fromName: 'Ann\r\nBcc: thief@evil.example' }],
    ['recipient', { to: { name: 'Ann"\r\nBcc: thief@evil.example', email: 'ann@northwind.example' } }],
    ['answer', { replyTo: { name: 'Ann\nBcc: thief@evil.example', email: 'ann@northwind.example' } }],
    ['ref', { automatic: { ref: 'UP-1\r\nBcc: thief@evil.example', kind: 'rung', urgent: false } }],
  ] satisfies [string, Partial<OutgoingMail>][])('cannot be given another header by its %s', async (_, changes) => {
    const { headers, to } = await sent(changes);
    expect(headers.filter((line) => /^bcc:/i.test(line))).toEqual([]);
    expect(to).toEqual(['ann@northwind.example']);
  });

  it('does not open files or pages that a text names', async () => {
    const text = { path: '/etc/passwd' } as unknown as string;
    await expect(mail.send({ ...plain, text })).rejects.toThrow(/file access/i);
  });

  it('says that it is automatic, and how urgent', async () => {
    const { headers } = await sent({ automatic: { ref: 'UP-1042', kind: 'rung', urgent: true } });
    expect(headers).toEqual(
      expect.arrayContaining([
        'Auto-Submitted: auto-generated',
        'X-Auto-Response-Suppress: All',
        'X-Upstairs-Escalation: UP-1042',
        'X-Upstairs-Notice: rung',
        'Importance: High',
      ]),
    );
    const personal = await sent();
    expect(personal.headers.filter((line) => /^(auto-submitted|importance|x-)/i.test(line))).toEqual([]);
  });
});

describe('mail that fails', () => {
  it.each([
    ['an empty address', ''],
    ['no address', 'nobody'],
    ['two addresses', 'ann@northwind.example, thief@evil.example'],
    ['an address with a line break', 'ann@northwind.example\r\nRCPT TO:<thief@evil.example>'],
  ])('is undeliverable with %s', async (_, email) => {
    await expect(mail.send({ ...plain, to: { name: 'Ann', email } })).rejects.toBeInstanceOf(Undeliverable);
    expect(smtp.arrived).toEqual([]);
  });

  it.each(['recipient', 'content'] as const)(
    'is undeliverable where the server refuses its %s for good',
    async (at) => {
      smtp.refuse({ at, code: 550 });
      await expect(mail.send(plain)).rejects.toThrow(Undeliverable);
      await expect(mail.send(plain)).rejects.toThrow(/^550 refused by the test/);
    },
  );

  it.each([
    ['recipient', 450],
    ['content', 451],
    ['sender', 421],
    // What is wrong with our own account is mended by the operator, and the mail goes out then.
    ['sender', 550],
    ['greeting', 554],
  ] as const)('may be tried again where the %s is answered with %i', async (at, code) => {
    smtp.refuse({ at, code });
    const error: unknown = await mail.send(plain).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(Undeliverable);
    smtp.refuse(null);
    await mail.send(plain);
    expect(smtp.arrived).toHaveLength(1);
  });

  it('goes out once the server is back', async () => {
    await mail.send(plain);
    await smtp.stop();
    await expect(mail.send(plain)).rejects.not.toBeInstanceOf(Undeliverable);
    smtp = await startLoopbackSmtp(smtp.port);
    await mail.send(plain);
    expect(smtp.arrived).toHaveLength(1);
  });
});
