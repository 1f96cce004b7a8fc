import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../domain/duration';
import { account, acknowledged, findings } from '../support/deeds';
import { Story } from '../support/story';

const P1 = { account: { tier: 'enterprise' }, complaint: { public: true } } as const;

describe('a complaint that nobody answers', () => {
  it('is told to the duty manager, the director and the VP, half an hour apart, twice', () => {
    const story = new Story({ ...P1, at: '2026-11-23T09:00:00Z' }).pass(5 * HOUR_MS);
    expect(story.told('reminder')).toEqual([
      { at: '2026-11-23T10:30:00.000Z', toId: 'mia', kind: 'reminder', via: 'mail' },
    ]);
    expect(story.rungs()).toEqual([
      '11-23T11:00 mia',
      '11-23T11:30 dora',
      '11-23T12:00 vera',
      '11-23T12:30 mia',
      '11-23T13:00 dora',
      '11-23T13:30 vera',
    ]);
  });

  it('is told to all of them every four hours after two rounds, at any hour', () => {
    const story = new Story({ ...P1, at: '2026-11-23T15:00:00Z' }).pass(DAY_MS);
    expect(story.rungs().slice(5)).toEqual([
      '11-23T19:30 vera',
      '11-23T23:30 mia+dora+vera',
      '11-24T03:30 mia+dora+vera',
      '11-24T07:30 mia+dora+vera',
      '11-24T11:30 mia+dora+vera',
    ]);
  });

  it('runs from the receipt, not from when somebody wrote it down', () => {
    const story = new Story({ at: '2026-11-23T09:00:00Z', receivedAt: '2026-11-23T06:00:00Z' });
    expect(story.clock('intake')).toMatchObject({ state: 'breached', dueAt: Date.parse('2026-11-23T08:00:00Z') });
    expect(story.rungs()).toEqual(['11-23T09:00 mia']);
  });

  it('goes to the next on duty where the first is away', () => {
    const story = new Story({ ...P1, people: { mia: { available: false } } }).pass(2 * HOUR_MS + 30 * MINUTE_MS);
    expect(story.rungs()).toEqual(['11-23T11:00 max', '11-23T11:30 dora']);
  });

  it('raises the alarm where there is nobody to tell', () => {
    const story = new Story({
      ...P1,
      people: { mia: { available: false, managerId: null }, max: { available: false, managerId: null } },
    });
    story.pass(2 * HOUR_MS);
    expect(story.rungs()).toEqual(['11-23T11:00 ']);
    expect(story.all('nobody.notified')).toHaveLength(1);
    expect(story.told('nobody-notified').map(({ toId, via }) => `${toId} ${via}`)).toEqual(['mia inbox', 'max inbox']);
  });
});

describe('an owner who forgets', () => {
  const raised = () => acknowledged(new Story({ ...P1, at: '2026-11-23T09:00:00Z' }));

  it('is reminded at 75 % of the 4 h and of the 8 h, which run side by side', () => {
    const story = raised().pass(7 * HOUR_MS);
    expect(story.told('reminder').map(({ at, toId }) => `${at} ${toId}`)).toEqual([
      '2026-11-23T12:00:00.000Z olu',
      '2026-11-23T15:00:00.000Z olu',
    ]);
    expect(story.clock('investigation').dueAt).toBe(Date.parse('2026-11-23T13:00:00Z'));
    expect(story.clock('customer-update').dueAt).toBe(Date.parse('2026-11-23T17:00:00Z'));
  });

  it('forgets the update to the customer; the manager is told at 8 h', () => {
    const story = raised()
      .does('olu', 'investigation', findings)
      .pass(8 * HOUR_MS);
    expect(story.rungs()).toEqual(['11-23T17:00 mia']);
    expect(story.state.ownerId).toBe('olu');
  });

  it('takes charge and forgets again: an hour later the chain starts at its first rung', () => {
    const story = raised().pass(4 * HOUR_MS + 40 * MINUTE_MS);
    story.does('olu', 'take-charge', { clockId: 'investigation', note: 'On it.' }).pass(2 * HOUR_MS);
    expect(story.rungs()).toEqual([
      '11-23T13:00 mia',
      '11-23T13:30 dora',
      '11-23T14:40 mia',
      '11-23T15:10 dora',
      '11-23T15:40 vera',
    ]);
  });

  it('is spared a reminder where they acted in the last half hour', () => {
    const story = raised()
      .pass(2 * HOUR_MS + 40 * MINUTE_MS)
      .does('olu', 'add-note', { note: 'I have asked Billing.' });
    story.pass(30 * MINUTE_MS);
    expect(story.told('reminder')).toEqual([]);
    expect(story.all('reminder.spared')).toHaveLength(1);
  });

  it('gave a promise and broke it: it goes up from who promised, and stays owed', () => {
    const story = raised()
      .does('olu', 'investigation', findings)
      .does('olu', 'solution', { kind: 'other', description: 'A fix.' });
    story.does('olu', 'customer-update', account('2026-11-24T09:00:00Z', 'edda')).until('2026-11-24T09:30:00Z');
    expect(story.rungs('commitment:c1')).toEqual(['11-24T09:00 hugo', '11-24T09:30 vera']);
    expect(story.state.commitments[0]?.state).toBe('broken');
    expect(
      story.tries('olu', 'closure', {
        message: { channel: 'phone', body: 'Done.' },
        rootCause: 'other',
        rootCauseNote: 'x',
      })?.type,
    ).toBe('malformed');
    const closure = { message: { channel: 'phone', body: 'Done.' }, rootCause: 'product-bug', rootCauseNote: 'x' };
    expect(story.tries('olu', 'closure', closure)).toMatchObject({ type: 'commitments-open', status: 409 });
    story.does('edda', 'keep-commitment', { commitmentId: 'c1' });
    expect(story.clock('commitment:c1')).toMatchObject({ state: 'breached', metAt: Date.parse(story.now) });
  });

  it('tells the manager who acknowledged of the breach, besides the chain', () => {
    const story = raised().pass(4 * HOUR_MS);
    expect(story.told('breach')).toEqual([
      { at: '2026-11-23T13:00:00.000Z', toId: 'mia', kind: 'breach', via: 'mail' },
    ]);
  });
});

describe('after an outage', () => {
  it('late reminders become one, and each chain goes up one rung', () => {
    const story = acknowledged(new Story({ ...P1, at: '2026-11-23T09:00:00Z' })).outage(7 * HOUR_MS);
    expect(story.told('reminder').map(({ toId }) => toId)).toEqual(['olu']);
    expect(story.rungs()).toEqual(['11-23T16:00 mia']);
    story.pass(30 * MINUTE_MS);
    expect(story.rungs().at(-1)).toBe('11-23T16:30 dora');
  });

  it('what was missed outside of the hours of a quiet level waits for them', () => {
    const quiet = { account: { tier: 'small' }, complaint: { severity: 'usability' } } as const;
    const story = new Story({ ...quiet, at: '2026-11-20T14:30:00Z' }).outage(6 * HOUR_MS);
    expect(story.rungs()).toEqual([]);
    story.until('2026-11-23T09:00:00Z');
    expect(story.rungs()).toEqual(['11-23T09:00 mia']);
  });
});

describe('a mail server that is down', () => {
  it('makes the next rung go after 15 minutes, says so, and loses nothing', () => {
    const story = new Story(P1).mail('down').pass(2 * HOUR_MS + 20 * MINUTE_MS);
    expect(story.rungs()).toEqual(['11-23T11:00 mia', '11-23T11:15 dora']);
    expect(story.all('nobody.notified')).toHaveLength(1);
    story.mail('works');
    expect(story.all('notification.sent').map(({ data }) => data.toId)).toEqual(['mia', 'mia', 'dora']);
    expect(story.state.unheard).toEqual([]);
  });

  it('does not pile up words every few minutes: after two rounds they stay four hours apart', () => {
    const story = new Story(P1).mail('down').pass(DAY_MS);
    expect(story.rungs().slice(5)).toEqual([
      '11-23T12:15 vera',
      '11-23T16:15 mia+dora+vera',
      '11-23T20:15 mia+dora+vera',
      '11-24T00:15 mia+dora+vera',
      '11-24T04:15 mia+dora+vera',
      '11-24T08:15 mia+dora+vera',
    ]);
  });

  it('an address that is refused for good is passed over at once', () => {
    const story = new Story(P1).mail({ refusing: 'mia' }).pass(2 * HOUR_MS);
    expect(story.rungs()).toEqual(['11-23T11:00 mia', '11-23T11:00 dora']);
  });
});
