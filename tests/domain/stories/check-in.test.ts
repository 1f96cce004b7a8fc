import { DAY_MS, HOUR_MS } from '../../../domain/duration';
import { acknowledged, account, closed, findings } from '../support/deeds';
import { Story } from '../support/story';

const better = { reached: true, improved: true, note: 'They are content.' };
const worse = { reached: true, improved: false, note: 'It happened again.' };
const silent = { reached: false, note: 'No answer.' };

describe('the check-in after closure', () => {
  it('is due 7 days after the closure, reminds the CSM, and climbs the managers of the CSM', () => {
    const story = closed(new Story()).pass(7 * DAY_MS + HOUR_MS);
    expect(story.clock('check-in').dueAt).toBe(Date.parse('2026-11-30T09:00:00Z'));
    expect(story.told('reminder').at(-1)).toMatchObject({ at: '2026-11-28T15:00:00.000Z', toId: 'cleo' });
    expect(story.rungs('check-in')).toEqual(['11-30T09:00 hugo', '11-30T09:30 vera', '11-30T10:00 hugo']);
  });

  it('settles the escalation where the customer is better off', () => {
    const story = closed(new Story()).pass(DAY_MS).does('cleo', 'check-in', better);
    expect(story.state).toMatchObject({ status: 'settled', outcome: 'improved' });
  });

  it('is for the CSM of the account, and nobody else', () => {
    const story = closed(new Story());
    expect(story.tries('olu', 'check-in', better)).toMatchObject({ type: 'not-allowed', status: 403 });
    expect(story.tries('cora', 'check-in', better)).toMatchObject({ type: 'not-allowed' });
    expect(story.tries('cleo', 'check-in', { reached: true, note: 'Fine.' })).toMatchObject({
      type: 'invalid-content',
    });
  });

  it('settles as unconfirmed after two attempts without reach, the second a day later', () => {
    const story = closed(new Story())
      .does('cleo', 'check-in', silent)
      .pass(23 * HOUR_MS)
      .does('cleo', 'check-in', silent);
    expect(story.state.status).toBe('closed');
    expect(story.clock('check-in').state).toBe('running');
    story.pass(HOUR_MS).does('cleo', 'check-in', silent);
    expect(story.state).toMatchObject({ status: 'settled', outcome: 'unconfirmed' });
    expect(story.all('check-in.attempted').map(({ data }) => data.attempt)).toEqual([1, 2, 3]);
  });

  it('of a closure told by phone two days ago is due five days from now', () => {
    const story = acknowledged(new Story())
      .does('olu', 'investigation', findings)
      .does('olu', 'solution', { kind: 'other', description: 'Done.' });
    story
      .does('olu', 'customer-update', account('2026-12-01T09:00:00Z'))
      .does('olu', 'keep-commitment', { commitmentId: 'c1' })
      .pass(2 * DAY_MS);
    const message = { channel: 'phone', body: 'It is done.', occurredAt: '2026-11-23T12:00:00Z' };
    story.does('olu', 'closure', { message, rootCause: 'routing-failure', rootCauseNote: 'Lost between queues.' });
    expect(story.clock('check-in').dueAt).toBe(Date.parse('2026-11-30T12:00:00Z'));
  });
});

describe('an account without a CSM', () => {
  const without = () => closed(new Story({ account: { csmId: null } }));

  it("reminds the owner's manager, and goes up from them", () => {
    const story = without().pass(7 * DAY_MS + HOUR_MS);
    expect(story.told('reminder').at(-1)).toMatchObject({ toId: 'mia' });
    expect(story.rungs('check-in')).toEqual(['11-30T09:00 mia', '11-30T09:30 dora', '11-30T10:00 vera']);
  });

  it('tells whoever tries that a CSM is to be named, and takes the check-in of the one named', () => {
    const story = without();
    expect(story.tries('mia', 'check-in', better)).toMatchObject({ type: 'no-csm', status: 409 });
    expect(story.tries('mia', 'amend', { csmId: 'olu' })).toMatchObject({ type: 'not-eligible', status: 422 });
    story.does('mia', 'amend', { csmId: 'cora', reason: 'She knows them.' }).does('cora', 'check-in', better);
    expect(story.state.status).toBe('settled');
  });
});

describe('reopening', () => {
  it('begins a second round with the same owner, its 4 h and 8 h from the reopening, under the old ids', () => {
    const story = closed(new Story())
      .pass(3 * DAY_MS)
      .does('cleo', 'check-in', worse);
    expect(story.state).toMatchObject({ status: 'open', round: 2, ownerId: 'olu' });
    expect(story.clock('investigation')).toMatchObject({
      state: 'running',
      cycle: 2,
      dueAt: Date.parse('2026-11-26T13:00:00Z'),
    });
    expect(story.clock('customer-update').dueAt).toBe(Date.parse('2026-11-26T17:00:00Z'));
    expect(story.clock('check-in').state).toBe('met');
    expect(story.state.steps.map(({ completedAt }) => completedAt !== null)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it('keeps the earlier round on the timeline, and asks for all of it again', () => {
    const story = closed(new Story()).does('olu', 'reopen', { reason: 'It is back.' });
    expect(story.all('step.completed').map(({ data }) => `${data.step} ${data.round}`)).toContain('closure 1');
    expect(story.tries('olu', 'customer-update', account('2026-12-01T09:00:00Z'))).toMatchObject({ type: 'too-early' });
    story.does('olu', 'investigation', findings).does('olu', 'customer-update', account('2026-12-01T09:00:00Z'));
    expect(story.state.commitments.map(({ id, state }) => `${id} ${state}`)).toEqual(['c1 kept', 'c2 open']);
  });

  it('works on what is settled, too', () => {
    const story = closed(new Story())
      .does('cleo', 'check-in', better)
      .pass(30 * DAY_MS);
    expect(story.does('mia', 'reopen', { reason: 'It is back.' }).state).toMatchObject({
      status: 'open',
      round: 2,
      outcome: null,
    });
  });

  it('of what was withdrawn owes what was promised before, by its old date', () => {
    const story = acknowledged(new Story())
      .does('olu', 'investigation', findings)
      .does('olu', 'customer-update', account('2026-11-25T09:00:00Z'));
    story.does('mia', 'withdraw', { reason: 'They took it back.' }).pass(3 * DAY_MS);
    expect(story.rungs()).toEqual([]);
    story.does('mia', 'reopen', { reason: 'They changed their mind.' });
    expect(story.clock('commitment:c1')).toMatchObject({
      state: 'breached',
      dueAt: Date.parse('2026-11-25T09:00:00Z'),
    });
    expect(story.rungs('commitment:c1')).toEqual(['11-26T09:00 mia']);
  });

  it('of what was withdrawn before it was acknowledged gives two hours anew', () => {
    const story = new Story()
      .does('mia', 'withdraw', { reason: 'By mistake.' })
      .pass(DAY_MS)
      .does('mia', 'reopen', { reason: 'It was right.' });
    expect(story.clock('intake').dueAt).toBe(Date.parse('2026-11-24T11:00:00Z'));
  });
});
