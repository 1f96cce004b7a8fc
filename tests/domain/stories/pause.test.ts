import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../domain/duration';
import { account, acknowledged, findings, remedy } from '../support/deeds';
import { Story } from '../support/story';
import { termsOf } from '../support/terms';

const QUESTION = { channel: 'phone', body: 'Which contract is it? We cannot go on without it.' };
const iso = (story: Story, aheadMs: number) => new Date(Date.parse(story.now) + aheadMs).toISOString();

function paused(story: Story, forMs = 2 * DAY_MS): Story {
  return story.does('olu', 'pause', { dueAt: iso(story, forMs), reason: 'Only they know it.', question: QUESTION });
}

const reply = { channel: 'phone', direction: 'from-customer', body: 'It is the second one.' };

describe('a pause while we wait for the customer', () => {
  it('lets the clocks rest, and their reply makes them go on with what was left', () => {
    const story = acknowledged(new Story()).pass(HOUR_MS);
    paused(story);
    expect(story.state).toMatchObject({ status: 'paused', pauses: 1 });
    expect(story.clock('investigation')).toMatchObject({ state: 'paused', leftMs: 3 * HOUR_MS });
    story.pass(20 * HOUR_MS);
    expect(story.told('reminder')).toEqual([]);
    story.does('olu', 'record-contact', reply);
    expect(story.state).toMatchObject({ status: 'open', pause: null, pausedMs: 20 * HOUR_MS });
    expect(story.clock('investigation')).toMatchObject({
      state: 'running',
      dueAt: Date.parse(story.now) + 3 * HOUR_MS,
    });
    expect(story.clock('customer-update').dueAt).toBe(Date.parse(story.now) + 7 * HOUR_MS);
    expect(story.all('escalation.resumed')[0]?.data).toMatchObject({ cause: 'answered', pausedMs: 20 * HOUR_MS });
  });

  it('at 74 % of a clock still reminds at 75 %, and it runs out after its whole time', () => {
    const story = acknowledged(new Story()).pass(0.74 * 4 * HOUR_MS);
    paused(story).pass(DAY_MS).does('mia', 'resume', { reason: 'We found it ourselves.' });
    const resumedAt = Date.parse(story.now);
    story.pass(4 * HOUR_MS);
    const reminded = story.all('clock.reminded').find(({ data }) => data.clockId === 'investigation');
    const breached = story.all('clock.breached').find(({ data }) => data.clockId === 'investigation');
    expect(reminded?.at).toBe(resumedAt + 0.01 * 4 * HOUR_MS);
    expect(breached?.at).toBe(resumedAt + 0.26 * 4 * HOUR_MS);
  });

  it('that ends without an answer goes on by itself, and asks the owner', () => {
    const story = acknowledged(new Story()).pass(30 * MINUTE_MS);
    paused(story, DAY_MS).pass(DAY_MS);
    expect(story.state).toMatchObject({ status: 'open', pausedMs: DAY_MS });
    expect(story.told('pause-ended')).toMatchObject([{ toId: 'olu', via: 'mail', at: '2026-11-24T09:30:00.000Z' }]);
  });

  it('asks whoever stands in for an owner who is away', () => {
    const story = paused(acknowledged(new Story()), DAY_MS);
    const away = { fromAt: Date.parse(story.now), untilAt: Date.parse(story.now) + 9 * DAY_MS, delegateId: 'ona' };
    story.change('olu', { absences: [away] }).pass(DAY_MS);
    expect(story.told('pause-ended').map(({ toId }) => toId)).toEqual(['ona']);
  });

  it('counts what is left in the calendar of the clock', () => {
    // Monday 14:00 in Berlin: three hours until the office closes, and one on the next morning.
    const story = acknowledged(new Story({ at: '2026-11-23T13:00:00Z', policy: termsOf(5) }));
    expect(new Date(story.clock('investigation').dueAt).toISOString()).toBe('2026-11-24T09:00:00.000Z');
    story.until('2026-11-23T15:00:00Z');
    paused(story);
    expect(story.clock('investigation').leftMs).toBe(2 * HOUR_MS);
    story.until('2026-11-24T15:30:00Z').does('olu', 'record-contact', reply);
    expect(new Date(story.clock('investigation').dueAt).toISOString()).toBe('2026-11-25T09:30:00.000Z');
  });

  it('never stops a promise, nor a clock that has run out', () => {
    const story = acknowledged(new Story()).does('olu', 'investigation', findings).does('olu', 'solution', remedy);
    story.does('olu', 'customer-update', account(iso(story, 6 * HOUR_MS)));
    paused(story).pass(7 * HOUR_MS);
    expect(story.clock('commitment:c1').state).toBe('breached');
    expect(story.rungs('commitment:c1').length).toBeGreaterThan(0);
    expect(story.clock('keep-informed').state).toBe('paused');
    story
      .does('mia', 'take-charge', { clockId: 'commitment:c1' })
      .does('olu', 'keep-commitment', { commitmentId: 'c1' });
    expect(story.state.status).toBe('paused');
  });

  it('starts the time until the next word anew where the customer hears from us meanwhile', () => {
    const story = acknowledged(new Story()).does('olu', 'investigation', findings).does('olu', 'solution', remedy);
    story.does('olu', 'customer-update', account(iso(story, 3 * DAY_MS))).pass(DAY_MS);
    paused(story).pass(HOUR_MS);
    story.does('olu', 'interim-update', { message: { channel: 'phone', body: 'We still need the number.' } });
    expect(story.clock('keep-informed')).toMatchObject({ state: 'paused', leftMs: 2 * DAY_MS });
    story.does('olu', 'resume', {});
    expect(story.clock('keep-informed').dueAt).toBe(Date.parse(story.now) + 2 * DAY_MS);
  });

  it('ends with a withdrawal', () => {
    const story = paused(acknowledged(new Story())).pass(HOUR_MS).does('mia', 'withdraw', { reason: 'A mistake.' });
    expect(story.state).toMatchObject({ status: 'withdrawn', pause: null, pausedMs: HOUR_MS });
    expect(story.all('clock.resumed')).toEqual([]);
    expect(story.all('escalation.resumed')[0]?.data.cause).toBe('withdrawn');
  });
});

describe('a pause is refused', () => {
  const until = (story: Story, ms: number) => ({ dueAt: iso(story, ms), reason: 'We wait.' });

  it('before the acknowledgment, which never waits', () => {
    const story = new Story();
    expect(story.tries('mia', 'pause', { ...until(story, DAY_MS), question: QUESTION })?.type).toBe('too-early');
  });

  it('without a question, after their answer, and for the same question twice', () => {
    const story = acknowledged(new Story()).pass(MINUTE_MS);
    expect(story.tries('olu', 'pause', until(story, DAY_MS))).toMatchObject({ type: 'not-asked', status: 409 });
    const asks = { message: { channel: 'phone', body: 'Which contract?' }, asks: true };
    story.does('olu', 'interim-update', asks).pass(MINUTE_MS).does('olu', 'record-contact', reply).pass(MINUTE_MS);
    expect(story.tries('olu', 'pause', until(story, DAY_MS))?.type).toBe('not-asked');
    story
      .does('olu', 'record-contact', { channel: 'phone', direction: 'to-customer', body: 'And the date?', asks: true })
      .pass(MINUTE_MS);
    story.does('olu', 'pause', until(story, HOUR_MS)).pass(HOUR_MS);
    expect(story.state.status).toBe('open');
    expect(story.tries('olu', 'pause', until(story, DAY_MS))?.type).toBe('not-asked');
    story.does('olu', 'pause', { ...until(story, DAY_MS), question: QUESTION });
    expect(story.state.pauses).toBe(2);
  });

  it('while it is paused, into the past, and for longer than the policy allows', () => {
    const story = acknowledged(new Story());
    const asked = { question: QUESTION };
    expect(story.tries('olu', 'pause', { ...until(story, 0), ...asked })).toMatchObject({
      status: 422,
      errors: [{ pointer: '#/dueAt', detail: 'is past' }],
    });
    expect(story.tries('olu', 'pause', { ...until(story, 5 * DAY_MS + 1), ...asked })).toMatchObject({
      status: 422,
      errors: [{ pointer: '#/dueAt', detail: 'at most 5 days ahead' }],
    });
    story.does('olu', 'pause', { ...until(story, 5 * DAY_MS), ...asked });
    expect(story.tries('mia', 'pause', { ...until(story, DAY_MS), ...asked })).toMatchObject({
      type: 'paused-already',
      status: 409,
    });
  });

  it('to others than the owner and managers; and steps wait until it is over', () => {
    const story = acknowledged(new Story());
    expect(story.tries('ona', 'pause', { ...until(story, DAY_MS), question: QUESTION })?.type).toBe('not-allowed');
    paused(story);
    expect(story.tries('olu', 'investigation', findings)).toMatchObject({
      type: 'not-open',
      detail: 'Investigation is not possible while it is paused for the customer: resume it first.',
    });
  });
});
