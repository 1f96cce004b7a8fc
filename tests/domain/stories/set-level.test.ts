import { DAY_MS, HOUR_MS } from '../../../domain/duration';
import { account, acknowledged, findings, remedy } from '../support/deeds';
import { Story } from '../support/story';

const iso = (story: Story, aheadMs: number) => new Date(Date.parse(story.now) + aheadMs).toISOString();

/** A P2 whose customer has the full account; the next word is due in two days. */
function informed(): Story {
  const story = acknowledged(new Story()).does('olu', 'investigation', findings).does('olu', 'solution', remedy);
  return story.does('olu', 'customer-update', account(iso(story, 3 * DAY_MS)));
}

const set = (story: Story, level: string, forMs = 10 * DAY_MS) => ({
  level,
  dueAt: iso(story, forMs),
  reason: 'Their board meets.',
});

describe('a level that a manager sets', () => {
  it('moves the clocks to the time of that level, and ends by itself', () => {
    const story = informed();
    const since = Date.parse(story.now);
    story.pass(2 * HOUR_MS).does('mia', 'override-priority', set(story, 'P1', HOUR_MS));
    expect(story.state).toMatchObject({ priority: { level: 'P1' }, weighedLevel: 'P2' });
    expect(story.clock('keep-informed').dueAt).toBe(since + DAY_MS);
    expect(story.told('level-set').map(({ toId }) => toId)).toEqual(['olu']);
    story.pass(HOUR_MS);
    expect(story.state).toMatchObject({ priority: { level: 'P2' }, override: null });
    expect(story.clock('keep-informed').dueAt).toBe(since + 2 * DAY_MS);
  });

  it('never makes a clock run out silently: what would run out is named, and only where it is meant so it does', () => {
    const story = informed().pass(30 * HOUR_MS);
    const refusal = story.tries('mia', 'override-priority', set(story, 'P1'));
    expect(refusal).toMatchObject({ type: 'would-breach', status: 409 });
    expect(refusal?.errors).toEqual([
      {
        pointer: '#/level',
        detail: 'keep-informed: due 2026-11-25T09:00:00.000Z, would have been due 2026-11-24T09:00:00.000Z',
      },
    ]);
    expect(story.clock('keep-informed').state).toBe('running');
    story.does('mia', 'override-priority', { ...set(story, 'P1'), breachAllTheSame: true });
    expect(story.clock('keep-informed').state).toBe('breached');
    expect(story.clock('keep-informed').breachedAt).toBe(Date.parse(story.now));
  });

  it('ends by hand as well, under the same rule', () => {
    const story = informed().does('mia', 'amend', { threatensPublic: true });
    expect(story.state.priority.level).toBe('P1');
    story.does('mia', 'override-priority', set(story, 'P3')).pass(30 * HOUR_MS);
    expect(story.tries('mia', 'override-priority', { reason: 'Over.' })?.type).toBe('would-breach');
    story.does('mia', 'override-priority', { reason: 'Over.', breachAllTheSame: true });
    expect(story.state).toMatchObject({ priority: { level: 'P1' }, override: null });
    expect(story.tries('mia', 'override-priority', { reason: 'Again.' })?.type).toBe('not-now');
  });

  it('leaves a clock its time where the weighing alone would cut it off', () => {
    const story = informed()
      .pass(30 * HOUR_MS)
      .does('mia', 'amend', { threatensPublic: true });
    expect(story.state.priority.level).toBe('P1');
    expect(story.clock('keep-informed')).toMatchObject({ state: 'running', budgetMs: 2 * DAY_MS });
  });

  it('holds while the weighing goes on beside it', () => {
    const story = informed();
    story.does('mia', 'override-priority', set(story, 'P4')).does('mia', 'amend', { threatensPublic: true });
    expect(story.state).toMatchObject({ priority: { level: 'P4', score: 90 }, weighedLevel: 'P1' });
  });

  it('changes what rests as well, without waking it', () => {
    const story = informed();
    const question = { channel: 'phone', body: 'Which contract?' };
    story.does('olu', 'pause', { dueAt: iso(story, DAY_MS), reason: 'We wait.', question });
    story.does('mia', 'override-priority', set(story, 'P1'));
    expect(story.clock('keep-informed')).toMatchObject({ state: 'paused', leftMs: DAY_MS, budgetMs: DAY_MS });
  });

  it.each([
    [{ level: 'P1', reason: 'x' }, 'required with a level'],
    [{ level: 'P1', reason: 'x', dueAt: '2026-11-23T08:00:00Z' }, 'is past'],
    [{ level: 'P1', reason: 'x', dueAt: '2027-01-01T00:00:00Z' }, 'at most 30 days ahead'],
  ])('is refused with %j: %s', (body, detail) => {
    expect(new Story().tries('mia', 'override-priority', body)).toMatchObject({
      status: 422,
      errors: [{ pointer: '#/dueAt', detail }],
    });
  });

  it('is for managers upwards, and for whoever manages this escalation', () => {
    const story = informed();
    expect(story.tries('olu', 'override-priority', set(story, 'P1'))?.type).toBe('not-allowed');
    story
      .does('mia', 'name-escalation-manager', { personId: 'emil' })
      .does('emil', 'override-priority', set(story, 'P1'));
  });
});
