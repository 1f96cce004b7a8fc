import { HOUR_MS, MINUTE_MS } from '../../../domain/duration';
import type { Body } from '../support/bodies';
import { acknowledgment } from '../support/deeds';
import { Story } from '../support/story';

/** Mia writes this and names Olu as owner. */
function writes(body: string, more: Body = {}) {
  const message = { channel: 'mail', subject: 'Your complaint', body };
  return new Story().tries('mia', 'intake', { ownerId: 'olu', acknowledgment: message, ...more });
}

const lacks = (body: string) => writes(body)?.errors?.map(({ detail }) => detail);

describe('the personal acknowledgment', () => {
  it('names who signs, their title, and the owner', () => {
    expect(writes('I, Mia Berg, Support Manager, answer for this personally. Olu Adeyemi owns it.')).toBeNull();
  });

  it('is found whatever the case and the line breaks', () => {
    expect(writes('I take responsibility.\nMIA\nBERG\nsupport   manager\nwith olu adeyemi')).toBeNull();
  });

  it.each([
    [
      "the signer's name",
      'I, the Support Manager, answer for this personally. Olu Adeyemi owns it.',
      ['lacks the signer\'s name, "Mia Berg"'],
    ],
    [
      "the signer's title",
      'I, Mia Berg, answer for this personally. Olu Adeyemi owns it.',
      ['lacks the signer\'s title, "Support Manager"'],
    ],
    [
      "the owner's name",
      'I, Mia Berg, Support Manager, answer for this personally.',
      ['lacks the owner\'s name, "Olu Adeyemi"'],
    ],
  ])('tells that %s is missing', (_part, body, wanted) => {
    expect(lacks(body)).toEqual(wanted);
    expect(writes(body)).toMatchObject({ type: 'acknowledgment-incomplete', status: 422 });
  });

  it('tells all parts that are missing at once', () => {
    expect(lacks('We will look into it, personally.')).toHaveLength(3);
    expect(writes('We look into it.')?.errors?.every(({ pointer }) => pointer === '#/acknowledgment/body')).toBe(true);
  });

  it('needs no other owner where the signer owns it', () => {
    const body = 'I, Mia Berg, Support Manager, own this personally.';
    expect(
      new Story().tries('mia', 'intake', { ownerId: 'mia', acknowledgment: { channel: 'social', body } }),
    ).toBeNull();
  });

  it.each([
    'I, Mia Berg, Support Manager, am responsible. Olu Adeyemi. Your ticket has been received.',
    'Mia Berg, Support Manager, responsible. Olu Adeyemi. Please do not reply to this automated message.',
    'Mia Berg, Support Manager, responsible. Olu Adeyemi answers within 5 business days.',
    'Your case number is 4711. Mia Berg, Support Manager, is responsible. Olu Adeyemi.',
  ])('is refused where it sounds like a ticket notice: %s', (body) => {
    expect(writes(body)).toMatchObject({ type: 'acknowledgment-impersonal', status: 422 });
  });

  it('is refused where nobody takes responsibility, unless somebody insists', () => {
    const body = 'Mia Berg, Support Manager. This was passed to Olu Adeyemi.';
    expect(writes(body)).toMatchObject({ type: 'acknowledgment-impersonal' });
    expect(writes(body, { sendAllTheSame: true })).toBeNull();
  });

  it('cannot insist on leaving out a name', () => {
    expect(writes('We are on it.', { sendAllTheSame: true })).toMatchObject({ type: 'acknowledgment-incomplete' });
  });

  it('is never given by tier 1, and never names tier 1 or somebody away as owner', () => {
    const story = new Story({ people: { ona: { available: false } } });
    expect(story.tries('ana', 'intake', acknowledgment(story, 'ana', 'olu'))).toMatchObject({
      type: 'not-allowed',
      status: 403,
    });
    expect(story.tries('olu', 'intake', acknowledgment(story, 'olu', 'olu'))).toMatchObject({ type: 'not-allowed' });
    expect(story.tries('mia', 'intake', acknowledgment(story, 'mia', 'ana'))).toMatchObject({
      type: 'not-eligible',
      status: 422,
    });
    expect(story.tries('mia', 'intake', acknowledgment(story, 'mia', 'ona'))).toMatchObject({
      type: 'unavailable-person',
    });
  });

  it('is refused by mail where the customer has no address yet, until it is amended', () => {
    const story = new Story({ complaint: { contact: null } });
    expect(story.tries('mia', 'intake', acknowledgment(story, 'mia', 'olu'))).toMatchObject({
      type: 'contact-missing',
      status: 422,
    });
    story.does('mia', 'amend', { contact: { email: 'noor@northwind.example' } });
    expect(story.tries('mia', 'intake', acknowledgment(story, 'mia', 'olu'))).toBeNull();
  });

  it('is given once: a second one is told so', () => {
    const story = new Story();
    story.does('mia', 'intake', acknowledgment(story, 'mia', 'olu'));
    expect(story.tries('max', 'intake', acknowledgment(story, 'max', 'ona'))).toMatchObject({
      type: 'already-done',
      status: 409,
    });
  });
});

describe('acknowledged by phone', () => {
  const byPhone = (occurredAt: string): Body => ({
    ownerId: 'olu',
    acknowledgment: { channel: 'phone', body: 'I called and said that I answer for it.', occurredAt },
  });

  it('20 minutes before it was recorded: the 4 h and 8 h run from the call', () => {
    const story = new Story().pass(HOUR_MS).does('mia', 'intake', byPhone('2026-11-23T09:40:00Z'));
    expect(story.clock('intake')).toMatchObject({
      state: 'met',
      metAt: Date.parse('2026-11-23T09:40:00Z'),
      breachedAt: null,
    });
    expect(story.clock('investigation').dueAt).toBe(Date.parse('2026-11-23T13:40:00Z'));
    expect(story.clock('customer-update').dueAt).toBe(Date.parse('2026-11-23T17:40:00Z'));
    expect(story.all('step.completed')[0]?.data.recordedLate).toBe(true);
  });

  it('in time, but recorded after the 2 h: met, with the breach kept', () => {
    const story = new Story().pass(2 * HOUR_MS + 10 * MINUTE_MS).does('mia', 'intake', byPhone('2026-11-23T10:55:00Z'));
    expect(story.clock('intake')).toMatchObject({ state: 'met', breachedAt: Date.parse('2026-11-23T11:00:00Z') });
    expect(story.all('clock.met')[0]?.data).toMatchObject({ late: false, recordedLate: true });
    expect(story.all('clock.breached')).toHaveLength(1);
  });

  it('too late: both breached and met, and the chain ends', () => {
    const story = new Story()
      .pass(3 * HOUR_MS)
      .does('mia', 'intake', byPhone('2026-11-23T11:30:00Z'))
      .pass(HOUR_MS);
    expect(story.clock('intake')).toMatchObject({
      state: 'breached',
      metAt: Date.parse('2026-11-23T11:30:00Z'),
      chain: null,
    });
    expect(story.rungs('intake').at(-1)).toBe('11-23T12:00 vera');
  });

  it.each([
    ['in the future', '2026-11-23T10:00:01Z'],
    ['before the receipt', '2026-11-23T08:59:59Z'],
  ])('is refused where it happened %s', (_when, occurredAt) => {
    const rejection = new Story().pass(HOUR_MS).tries('mia', 'intake', byPhone(occurredAt));
    expect(rejection).toMatchObject({ type: 'invalid-content', errors: [{ pointer: '#/acknowledgment/occurredAt' }] });
  });

  it('is not said of a mail, which is sent now', () => {
    const story = new Story();
    const body = acknowledgment(story, 'mia', 'olu');
    const mail = { ...(body.acknowledgment as Body), occurredAt: story.now };
    expect(story.tries('mia', 'intake', { ...body, acknowledgment: mail })).toMatchObject({ type: 'invalid-content' });
  });
});
