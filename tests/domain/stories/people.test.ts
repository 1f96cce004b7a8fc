import { HOUR_MS, MINUTE_MS } from '../../../domain/duration';
import { account, acknowledged, closed, findings } from '../support/deeds';
import { Story } from '../support/story';

describe('taking charge', () => {
  const broken = () => {
    const story = acknowledged(new Story({ complaint: { public: true } })).does('olu', 'investigation', findings);
    return story.does('olu', 'customer-update', account('2026-11-23T10:00:00Z', 'edda')).pass(HOUR_MS);
  };

  it('is for the owner, a manager upwards, and whom the clock watches', () => {
    expect(broken().tries('ana', 'take-charge', {})).toMatchObject({ type: 'not-allowed', status: 403 });
    expect(broken().tries('olu', 'take-charge', {})).toBeNull();
    expect(broken().tries('vera', 'take-charge', { clockId: 'commitment:c1' })).toBeNull();
    expect(broken().tries('edda', 'take-charge', { clockId: 'commitment:c1' })).toBeNull();
  });

  it('of everything, by whoever promised one thing, rests the chain of that one only', () => {
    const story = broken().pass(24 * HOUR_MS);
    expect(story.clock('keep-informed').chain).not.toBeNull();
    story.does('edda', 'take-charge', {});
    expect(story.all('chain.held').map(({ data }) => data.clockIds)).toEqual([['commitment:c1']]);
    expect(story.tries('edda', 'take-charge', { clockId: 'keep-informed' })).toMatchObject({ type: 'not-allowed' });
  });

  it('is refused where nothing has run out, or no such clock exists', () => {
    expect(acknowledged(new Story()).tries('olu', 'take-charge', {})).toMatchObject({ type: 'not-now', status: 409 });
    expect(broken().tries('olu', 'take-charge', { clockId: 'soup' })).toMatchObject({
      type: 'unknown-clock',
      status: 422,
    });
    expect(broken().tries('olu', 'take-charge', { clockId: 'keep-informed' })).toMatchObject({ type: 'not-now' });
  });
});

describe('another owner', () => {
  it('is named by a manager; the clocks go on, and the chains rest for an hour', () => {
    const story = acknowledged(new Story({ complaint: { public: true } })).pass(4 * HOUR_MS);
    story.does('dora', 'reassign', { ownerId: 'ona', reason: 'Olu is ill.' }).pass(65 * MINUTE_MS);
    expect(story.state.ownerId).toBe('ona');
    expect(story.told('owner-assigned').map(({ toId }) => toId)).toEqual(['olu', 'ona']);
    expect(story.rungs('investigation')).toEqual(['11-23T13:00 mia', '11-23T14:00 max']);
  });

  it('is never the same again, nor before the intake', () => {
    expect(new Story().tries('mia', 'reassign', { ownerId: 'olu', reason: 'x' })).toMatchObject({ type: 'too-early' });
    const story = acknowledged(new Story());
    expect(story.tries('mia', 'reassign', { ownerId: 'olu', reason: 'x' })).toMatchObject({ type: 'already-done' });
    expect(story.tries('olu', 'reassign', { ownerId: 'ona', reason: 'x' })).toMatchObject({ type: 'not-allowed' });
  });

  it('at the end is told to the manager who acknowledged and owned it so far', () => {
    const story = new Story();
    const own = { channel: 'mail', subject: 'Yours', body: 'I, Mia Berg, Support Manager, own this personally.' };
    story.does('mia', 'intake', { ownerId: 'mia', acknowledgment: own }).does('mia', 'investigation', findings);
    story
      .does('mia', 'solution', { kind: 'other', description: 'Done.' })
      .does('mia', 'customer-update', account('2026-12-01T09:00:00Z'));
    expect(story.told('closure-near')).toEqual([]);
    story.does('dora', 'reassign', { ownerId: 'olu', reason: 'Mia is away.' });
    expect(story.told('closure-near')).toMatchObject([{ toId: 'mia' }]);
  });
});

describe('people who come and go', () => {
  it('those who are away are passed over by a chain', () => {
    const story = acknowledged(new Story({ complaint: { public: true } }))
      .change('mia', { available: false })
      .pass(5 * HOUR_MS);
    expect(story.rungs('investigation')).toEqual(['11-23T13:00 dora', '11-23T13:30 vera', '11-23T14:00 dora']);
  });

  it('a line that turns in a circle ends where it began', () => {
    const story = acknowledged(new Story({ complaint: { public: true }, people: { dora: { managerId: 'mia' } } })).pass(
      5 * HOUR_MS,
    );
    expect(story.rungs('investigation')).toEqual(['11-23T13:00 mia', '11-23T13:30 dora', '11-23T14:00 mia']);
  });
});

describe('facts', () => {
  it('an unknown tier counts as enterprise until somebody sets it; the level follows, the old value stays', () => {
    const story = new Story({ account: { tier: null }, complaint: { severity: 'usability' } });
    expect(story.state.priority).toMatchObject({ level: 'P3', score: 45 });
    story.does('mia', 'amend', { tier: 'small', reason: 'They are five people.' });
    expect(story.state.priority).toMatchObject({ level: 'P4', score: 15 });
    expect(story.all('fact.amended')[0]?.data).toEqual({
      fact: 'tier',
      from: null,
      to: 'small',
      reason: 'They are five people.',
    });
  });

  it('a complaint that becomes public becomes loud at once', () => {
    const story = new Story({
      account: { tier: 'mid-market' },
      complaint: { severity: 'billing' },
      at: '2026-11-21T01:00:00Z',
    });
    expect(story.state.priority.level).toBe('P2');
    story.does('mia', 'amend', { public: true });
    expect(story.state.priority.level).toBe('P1');
  });

  it('a root cause is corrected once there is one', () => {
    expect(new Story().tries('mia', 'amend', { rootCause: 'sla-breach' })).toMatchObject({ type: 'too-early' });
    expect(closed(new Story()).does('mia', 'amend', { rootCause: 'sla-breach' }).state.rootCause).toBe('sla-breach');
  });

  it('nothing at all is nothing to amend', () => {
    expect(new Story().tries('mia', 'amend', { reason: 'Just so.' })).toMatchObject({ type: 'invalid-content' });
  });
});
