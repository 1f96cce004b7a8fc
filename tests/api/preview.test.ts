import type { PreviewView } from '../../services/api/views/preview.schema';
import type { World } from '../support/world';
import { createWorld } from '../support/world';
import { eventually } from '../workflows/eventually';
import {
  acknowledged,
  acknowledgment,
  answered,
  closure,
  command,
  customerUpdate,
  findings,
  later,
  raise,
  slugOf,
  step,
} from './stories';
import { validatedApi, type ValidatedApi } from './validated-request';

interface SentMail {
  to: string;
  from: string;
  subject: string;
  text: string;
}

let world: World;
let api: ValidatedApi;

beforeAll(async () => {
  world = await createWorld({ services: ['api', 'worker', 'notifier'] });
  api = await validatedApi(world);
});

afterAll(() => world.close());

const preview = async (as: string, { id }: { id: string }, kind: string, name: string, body?: unknown) =>
  (await api.as(as).post<PreviewView>(`/v1/escalations/${id}/preview`, { kind, name, body })).body;
const mailsAbout = async (ref: string) =>
  (await api.as('manager-ines').get<{ items: SentMail[] }>('/v1/demo/mailbox?limit=200')).body.items.filter(
    ({ subject }) => subject.includes(ref),
  );
const intake = { ownerId: 'owner-anneke', acknowledgment };

describe('the preview of an intake', () => {
  it('shows to the letter the mails that then go out, and changes nothing', async () => {
    const raised = await raise(api);
    const shown = await preview('manager-ines', raised, 'step', 'intake', intake);
    expect(shown.refusal).toBeNull();
    expect(shown.messages[0]).toMatchObject({
      ...{ audience: 'customer', channel: 'mail', to: 'pat@northwind.example', toName: 'Pat Lindqvist' },
      from: 'Ines Marchetti via Upstairs <escalations@upstairs.example>',
      replyTo: 'Ines Marchetti <ines.marchetti@upstairs.example>',
      subject: `[${raised.ref}] Your invoices: I am on it`,
      text: acknowledgment.body,
    });
    const after = (await api.as('manager-ines').get(`/v1/escalations/${raised.id}`)).body;
    expect(after.seq).toBe(raised.seq);
    expect(await mailsAbout(raised.ref)).toEqual([]);

    await step(api, 'manager-ines', raised, 'intake', intake);
    const mails = shown.messages.filter(({ channel }) => channel === 'mail');
    const sent = await eventually(
      () => mailsAbout(raised.ref),
      (all) => all.length >= mails.length,
      'the mails of the intake',
    );
    const words = ({ subject, text }: { subject: string | null; text: string }) => [subject, untimed(text)];
    expect(sent.map(words)).toEqual(expect.arrayContaining(mails.map(words)));
  });

  it('tells what follows, in the own zone of whoever asks', async () => {
    const raised = await raise(api);
    const { follows, messages } = await preview('manager-ines', raised, 'step', 'intake', intake);
    expect(follows).toContain('Anneke Voss owns it.');
    expect(follows.join('\n')).toMatch(/Investigation: due .* (CET|CEST|GMT\+[12]) \(in (4 h|3 h 59 min)\)/);
    expect(follows.join('\n')).toMatch(/Customer update: due .* \(in (8 h|7 h 59 min)\)/);
    expect(
      messages.filter(({ audience }) => audience === 'us').map(({ channel, toName }) => [channel, toName]),
    ).toEqual(
      expect.arrayContaining([
        ['mail', 'Anneke Voss'],
        ['inbox', 'Anneke Voss'],
      ]),
    );
  });

  it('says that nothing is sent where the customer was called', async () => {
    const raised = await raise(api);
    const call = { channel: 'phone', body: 'I told them that it is mine, and that Anneke Voss owns it.' };
    const shown = await preview('manager-ines', raised, 'step', 'intake', { ...intake, acknowledgment: call });
    expect(shown.messages.filter(({ audience }) => audience === 'customer')).toEqual([]);
    expect(shown.follows.join('\n')).toContain('nothing is sent to the customer');
  });
});

describe('a preview of what would be refused', () => {
  it.each([
    [
      'too short a body',
      'manager-ines',
      'step',
      'intake',
      { ownerId: 'owner-anneke' },
      'malformed',
      '#/acknowledgment',
    ],
    [
      'an impersonal text',
      'manager-ines',
      'step',
      'intake',
      { ...intake, acknowledgment: { subject: 'Your ticket', body: 'Your ticket has been received.' } },
      'acknowledgment-incomplete',
      '#/acknowledgment/body',
    ],
    [
      'an owner whom nobody knows',
      'manager-ines',
      'step',
      'intake',
      { ...intake, ownerId: 'x' },
      'unknown-person',
      '#/ownerId',
    ],
    ['another person', 'agent-tomasz', 'step', 'intake', intake, 'not-allowed', undefined],
    [
      'a step before its time',
      'manager-ines',
      'step',
      'solution',
      { kind: 'other', description: 'x' },
      'too-early',
      undefined,
    ],
    ['no body at all', 'manager-ines', 'command', 'add-note', undefined, 'malformed', '#/note'],
  ])('answers 200 with the problem: %s', async (_what, as, kind, name, body, slug, pointer) => {
    const shown = await preview(as, await raise(api), kind, name, body);
    expect(shown.refusal?.type).toBe(`/problems/${slug}`);
    expect(shown.refusal?.errors?.[0]?.pointer).toBe(pointer);
    expect([shown.messages, shown.follows]).toEqual([[], []]);
  });

  it('is a 404 where nobody knows the command, or the escalation is not theirs to see', async () => {
    const raised = await raise(api);
    const tried = { kind: 'command', name: 'dance', body: {} };
    const unknown = await api.as('manager-ines').post(`/v1/escalations/${raised.id}/preview`, tried);
    expect([unknown.status, slugOf(unknown)]).toEqual([404, 'unknown-command']);
    const note = { kind: 'command', name: 'add-note', body: { note: 'x' } };
    const stranger = await api.as('agent-lakshmi').post(`/v1/escalations/${raised.id}/preview`, note);
    expect([stranger.status, slugOf(stranger)]).toEqual([404, 'not-found']);
    const confused = await api.as('manager-ines').post(`/v1/escalations/${raised.id}/preview`, { kind: 'step' });
    expect([confused.status, slugOf(confused)]).toEqual([422, 'malformed']);
  });
});

describe('the preview of what comes later', () => {
  it('shows the promises with their dates and the next word due', async () => {
    const started = await acknowledged(api);
    await step(api, 'owner-anneke', started, 'investigation', findings);
    const dueAt = new Date(Date.parse(started.now) + 24 * 3_600_000).toISOString();
    const shown = await preview('owner-anneke', started, 'step', 'customer-update', customerUpdate(dueAt));
    expect(shown.refusal).toBeNull();
    expect(shown.follows.join('\n')).toMatch(/Promised for .* kept by Anneke Voss: All second collections paid back/);
    expect(shown.follows.join('\n')).toMatch(/The customer hears from us again by/);
  });

  it("attaches the CSM's check-in to a closure, by the escalation's own time", async () => {
    const told = await answered(api);
    const moved = await later(api, told, 'PT5H');
    const kept = { commitmentId: 'c1', note: 'The bank has confirmed it.' };
    const keeping = await preview('owner-anneke', told, 'command', 'keep-commitment', kept);
    expect(keeping.follows.join('\n')).toContain('The clock of the commitment to the customer stops, in time.');
    await command(api, 'owner-anneke', told, 'keep-commitment', kept);
    const shown = await preview('owner-anneke', told, 'step', 'closure', closure);
    expect(shown.refusal).toBeNull();
    const invitation = shown.messages.find(({ attachments }) => attachments.length > 0);
    expect(invitation).toMatchObject({ audience: 'us', toName: 'Bashir Lund', attachments: ['check-in.ics'] });
    const dueAt = Date.parse(moved.now) + 7 * 24 * 3_600_000;
    const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', day: 'numeric', month: 'short' });
    expect(invitation?.subject).toContain(day.format(dueAt));
    expect(shown.follows).toEqual(expect.arrayContaining(['It is closed, and the follow-up begins.']));
  });

  it('tells of corrected facts as people write them', async () => {
    const raised = await raise(api);
    const shown = await preview('manager-ines', raised, 'command', 'amend', {
      ...{ tier: 'small', public: true, arr: { amount: 1_250_000, currency: 'USD' } },
      contact: { name: 'Robin Achebe' },
    });
    expect(shown.follows).toEqual(
      expect.arrayContaining([
        'Tier changes from enterprise to small.',
        'Public changes from no to yes.',
        'Arr changes from 480,000.00 USD to 12,500.00 USD.',
        'Contact changes from Pat Lindqvist, pat@northwind.example to Robin Achebe, pat@northwind.example.',
      ]),
    );
  });

  it('shows an interim update, and what a withdrawal ends', async () => {
    const started = await acknowledged(api);
    const shown = await preview('owner-anneke', started, 'command', 'interim-update', {
      message: { subject: 'Where we are', body: 'Dear Pat, we look into it and call you tomorrow.' },
    });
    expect(shown.messages).toEqual([
      expect.objectContaining({ audience: 'customer', subject: `[${started.ref}] Where we are` }),
    ]);
    const withdrawn = await preview('manager-ines', started, 'command', 'withdraw', { reason: 'Taken back.' });
    expect(withdrawn.follows).toContain('It is withdrawn: nothing more is owed.');
  });
});

/** How far off something is, is told to the minute, and a minute may pass between the preview and the mail. */
function untimed(text: string): string {
  return text
    .replace(/\((in|now)[^)]*\)/g, '')
    .replace(/\d\d:\d\d/g, '')
    .trim();
}
