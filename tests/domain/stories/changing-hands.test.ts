import { DAY_MS, HOUR_MS } from '../../../domain/duration';
import { acknowledged, closed, findings } from '../support/deeds';
import { Story } from '../support/story';

const NOTE = 'The cause is known; the update is still to be written, due at five.';
const offer = (toId: string) => ({ toId, note: NOTE });

describe('a hand-over', () => {
  it('is offered with the state of things, and changes hands when it is accepted', () => {
    const story = acknowledged(new Story()).does('olu', 'hand-over', offer('ona'));
    expect(story.state.ownerId).toBe('olu');
    expect(story.all('hand-over.offered')[0]?.data.notices[0]?.text).toContain(NOTE);
    story.pass(HOUR_MS).does('ona', 'accept-hand-over', { note: 'Read it all.' });
    expect(story.state).toMatchObject({ ownerId: 'ona', handOver: null });
    expect(story.told('hand-over-accepted').map(({ toId }) => toId)).toEqual(['olu']);
    expect(story.tries('olu', 'investigation', findings)?.type).toBe('not-allowed');
    story.does('ona', 'investigation', findings);
  });

  it('stays with the owner where it is declined, and tells them why', () => {
    const story = acknowledged(new Story())
      .does('olu', 'hand-over', offer('ona'))
      .does('ona', 'decline-hand-over', { reason: 'I have three others.' });
    expect(story.state).toMatchObject({ ownerId: 'olu', handOver: null });
    const ended = story.all('hand-over.ended')[0]?.data;
    expect(ended).toMatchObject({ how: 'declined', notices: [{ toId: 'olu' }] });
    expect(ended?.notices[0]?.text).toContain('I have three others.');
    expect(story.tries('ona', 'accept-hand-over', {})?.type).toBe('not-allowed');
  });

  it('is taken back, or overtaken by another offer or by a manager', () => {
    const story = acknowledged(new Story())
      .does('olu', 'hand-over', offer('ona'))
      .does('olu', 'take-back-hand-over', {});
    expect(story.state.handOver).toBeNull();
    story.does('olu', 'hand-over', offer('ona')).does('olu', 'hand-over', offer('max'));
    expect(story.tries('ona', 'accept-hand-over', {})?.type).toBe('not-allowed');
    story.does('mia', 'reassign', { ownerId: 'dora', reason: 'It is hers.' });
    expect(story.state).toMatchObject({ ownerId: 'dora', handOver: null });
    expect(story.all('hand-over.ended').map(({ data }) => [data.toId, data.how])).toEqual([
      ['ona', 'taken-back'],
      ['ona', 'overtaken'],
      ['max', 'overtaken'],
    ]);
    expect(story.told('hand-over-ended').map(({ toId }) => toId)).toEqual(['ona', 'ona', 'max']);
    expect(story.tries('dora', 'take-back-hand-over', {})?.type).toBe('not-now');
  });

  it('by a manager to whom it was offered tells nobody that it was overtaken', () => {
    const story = acknowledged(new Story())
      .does('olu', 'hand-over', offer('ona'))
      .does('mia', 'reassign', { ownerId: 'ona', reason: 'Yes.' });
    expect(story.all('hand-over.ended')).toEqual([]);
    expect(story.state.handOver).toBeNull();
  });

  it.each([
    ['ana', 'not-eligible'],
    ['max', 'unavailable-person'],
    ['olu', 'already-done'],
    ['vera', 'not-eligible'],
  ])('to %s is refused: %s', (toId, type) => {
    const story = acknowledged(
      new Story({ people: { max: { available: false }, vera: { roles: ['vp', 'executive'] } } }),
    );
    story.does('mia', 'name-sponsor', { personId: 'vera', facing: 'inside' });
    expect(story.tries('olu', 'hand-over', offer(toId))?.type).toBe(type);
  });

  it('by whoever stands in for the owner goes to others, not to themselves; a few words are not enough', () => {
    const away = { fromAt: 0, untilAt: Date.parse('2026-12-01T00:00:00Z'), delegateId: 'ona' };
    const story = acknowledged(new Story()).change('olu', { absences: [away] });
    expect(story.tries('ona', 'hand-over', offer('ona'))).toMatchObject({ type: 'not-eligible' });
    expect(story.tries('ona', 'hand-over', { toId: 'max', note: 'All fine.' })?.type).toBe('malformed');
    story.does('ona', 'hand-over', offer('max')).does('max', 'accept-hand-over', {});
    expect(story.state.ownerId).toBe('max');
  });

  it('is refused once they are away themselves, and holds while it is paused', () => {
    const story = acknowledged(new Story());
    const dueAt = new Date(Date.parse(story.now) + DAY_MS).toISOString();
    const question = { channel: 'phone', body: 'Which contract?' };
    story.does('olu', 'pause', { dueAt, reason: 'We wait.', question }).does('olu', 'hand-over', offer('ona'));
    story.change('ona', { available: false });
    expect(story.tries('ona', 'accept-hand-over', {})?.type).toBe('unavailable-person');
    story.change('ona', { available: true }).does('ona', 'accept-hand-over', {});
    expect(story.state).toMatchObject({ status: 'paused', ownerId: 'ona' });
  });

  it('rests the chains that go up, as every other change of hands', () => {
    const story = acknowledged(new Story())
      .does('olu', 'hand-over', offer('ona'))
      .pass(5 * HOUR_MS);
    const rungs = story.rungs('investigation').length;
    expect(rungs).toBeGreaterThan(0);
    story.does('ona', 'accept-hand-over', {}).pass(HOUR_MS - 1);
    expect(story.rungs('investigation')).toHaveLength(rungs);
  });
});

describe('a withdrawal', () => {
  it('is for managers, and whoever raised it reads why', () => {
    const story = acknowledged(new Story());
    expect(story.tries('olu', 'withdraw', { reason: 'Not ours.' })?.type).toBe('not-allowed');
    story.does('mia', 'withdraw', { reason: 'They meant another company.' });
    expect(story.told('withdrawn')).toMatchObject([{ toId: 'ana', via: 'mail' }]);
    expect(story.all('escalation.withdrawn')[0]?.data.notices[0]?.text).toContain('They meant another company.');
  });

  it('is undone by a reopening, with a round of its own', () => {
    const story = acknowledged(new Story()).does('mia', 'withdraw', { reason: 'A mistake.' }).pass(HOUR_MS);
    story.does('mia', 'reopen', { reason: 'It was real.' });
    expect(story.state).toMatchObject({ status: 'open', round: 2, ownerId: 'olu' });
    expect(story.clock('investigation')).toMatchObject({ state: 'running', anchorAt: Date.parse(story.now), cycle: 2 });
  });
});

describe('a reopening', () => {
  it('begins the clocks of another round after the closure', () => {
    const story = closed(new Story()).pass(DAY_MS).does('cleo', 'reopen', { reason: 'It came back.' });
    expect(story.state).toMatchObject({ status: 'open', round: 2 });
    expect(story.all('escalation.reopened')[0]?.data).toEqual({ because: 'It came back.', round: 2 });
    expect(story.clock('customer-update')).toMatchObject({
      state: 'running',
      dueAt: Date.parse(story.now) + 8 * HOUR_MS,
    });
    story.pass(4 * HOUR_MS);
    expect(story.clock('investigation').state).toBe('breached');
  });
});
