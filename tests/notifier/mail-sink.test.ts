import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import type { MailSink } from '../../infra/mail-sink';
import { startMailSink } from '../../infra/mail-sink';
import { createMail } from '../../services/shared/mail';
import type { Mail } from '../../services/shared/mail';
import { openDatabase } from '../../services/shared/store/database';
import type { DemoMail } from '../../services/shared/store/demo-mails';
import { listDemoMails } from '../../services/shared/store/demo-mails';
import { cloneDatabase, dropDatabase } from '../support/databases';

const name = `s_${randomBytes(6).toString('hex')}`;
const plain = {
  ...{ key: 'k1', fromName: 'Ines Marchetti via Upstairs', subject: '[UP-1] Größe', text: 'Dear Ann,\nhere I am.' },
  to: { name: 'Ann Lee', email: 'ann@northwind.example' },
};

let databaseUrl: string;
let sink: MailSink;
let mail: Mail;

beforeAll(async () => {
  databaseUrl = await cloneDatabase(name);
  sink = await startMailSink({ databaseUrl });
  mail = createMail({ smtpUrl: sink.url, mailFrom: 'escalations@upstairs.example' });
});

afterAll(async () => {
  mail.close();
  await sink.stop();
  await dropDatabase(name);
});

async function mailbox(): Promise<DemoMail[]> {
  const db = openDatabase(databaseUrl, { connections: 1 });
  try {
    return await listDemoMails(db);
  } finally {
    await db.close();
  }
}

describe('the mailbox of the demo', () => {
  it('shows a mail as it was sent', async () => {
    const { messageId } = await mail.send(plain);
    expect(await mailbox()).toMatchObject([
      {
        ...{ messageId, to: 'ann@northwind.example', subject: '[UP-1] Größe', text: 'Dear Ann,\nhere I am.' },
        from: 'Ines Marchetti via Upstairs <escalations@upstairs.example>',
      },
    ]);
  });

  it('shows a repeated mail once, and counts that it came again', async () => {
    const before = [sink.arrivals(), (await mailbox()).length];
    await mail.send({ ...plain, key: 'twice' });
    await mail.send({ ...plain, key: 'twice' });
    expect([sink.arrivals(), (await mailbox()).length]).toEqual([before[0]! + 2, before[1]! + 1]);
  });

  it('shows an invitation under the text', async () => {
    await mail.send({ ...plain, key: 'invitation', invitation: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR' });
    const [{ text } = { text: '' }] = await mailbox();
    expect(text).toContain('Dear Ann');
    expect(text).toContain('BEGIN:VCALENDAR');
  });

  it('knows no mailbox under .invalid', async () => {
    const to = { name: null, email: 'nobody@northwind.invalid' };
    await expect(mail.send({ ...plain, key: 'nobody', to })).rejects.toThrow(/^550 5\.1\.1 There is no such mailbox/);
  });

  it('refuses what is too large', async () => {
    const text = 'x'.repeat(1_100_000);
    await expect(mail.send({ ...plain, key: 'large', text })).rejects.toThrow(/size|552/i);
    await mail.send({ ...plain, key: 'after the large one' });
  });

  it('outlives a client that breaks off', async () => {
    const socket = connect(sink.port, '127.0.0.1');
    await new Promise((resolve) => socket.once('data', resolve));
    socket.write('EHLO x\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<c@d.example>\r\nDATA\r\nSubject: half');
    socket.destroy();
    await mail.send({ ...plain, key: 'after the broken one' });
  });

  it('asks to come again while Postgres is away, and takes the same port when it is started anew', async () => {
    const { port } = sink;
    await sink.stop();
    sink = await startMailSink({ databaseUrl: 'postgres://nobody@127.0.0.1:9/none', port });
    expect(sink.port).toBe(port);
    await expect(mail.send({ ...plain, key: 'later' })).rejects.toMatchObject({ responseCode: 451 });
    await sink.stop();
    sink = await startMailSink({ databaseUrl, port });
    const { messageId } = await mail.send({ ...plain, key: 'later' });
    expect((await mailbox())[0]?.messageId).toBe(messageId);
  });
});
