import { HOUR_MS, MINUTE_MS } from '../../../domain/duration';
import type { Policy } from '../../../domain/policy';
import { SHIPPED_POLICY } from '../../../domain/shipped-policy';
import { acknowledged, findings } from '../support/deeds';
import { Story } from '../support/story';

const version2 = (change: Partial<Policy>): Policy => ({
  ...SHIPPED_POLICY,
  dutyManagerIds: ['mia', 'max'],
  ...change,
  version: 2,
});

const reason = 'The new hours hold for all of them.';
const longer = version2({ clocks: { investigation: { budgetMs: 6 * HOUR_MS } } });
const shorter = version2({
  clocks: { investigation: { budgetMs: HOUR_MS }, 'customer-update': { budgetMs: 9 * HOUR_MS } },
});

describe('another policy for one escalation', () => {
  it('moves the clocks that run, is on the timeline, and leaves the steps as they are', () => {
    const story = acknowledged(new Story()).pass(2 * HOUR_MS);
    story.does('mia', 'reapply-policy', { reason }, { ...longer, plan: ['intake', 'closure', 'check-in'] });
    expect(story.state.policy.version).toBe(2);
    expect(story.state.plan.map(({ name }) => name)).toContain('solution');
    expect(story.all('policy.applied')[0]?.data).toMatchObject({ reason, fromVersion: 1 });
    expect(story.all('clock.moved').map(({ data }) => [data.clockId, new Date(data.dueAt).toISOString()])).toEqual([
      ['investigation', '2026-11-23T15:00:00.000Z'],
    ]);
    story.pass(3 * HOUR_MS);
    expect(story.clock('investigation').breachedAt).toBeNull();
    story.pass(HOUR_MS);
    expect(story.clock('investigation')).toMatchObject({ state: 'breached' });
  });

  it('is refused where a clock would run out at once, unless somebody says so', () => {
    const story = acknowledged(new Story()).pass(90 * MINUTE_MS);
    const refused = story.tries('mia', 'reapply-policy', { reason }, shorter);
    expect(refused).toMatchObject({ type: 'would-breach', status: 409 });
    expect(refused?.errors).toEqual([
      {
        pointer: '#/version',
        detail: 'investigation: due 2026-11-23T13:00:00.000Z, would have been due 2026-11-23T10:00:00.000Z',
      },
    ]);
    expect(story.state.policy.version).toBe(1);
    story.does('mia', 'reapply-policy', { reason, breachAllTheSame: true }, shorter);
    expect(story.clock('investigation').state).toBe('breached');
    expect(story.clock('customer-update')).toMatchObject({ state: 'running', budgetMs: 9 * HOUR_MS });
    expect(story.rungs('investigation')).toEqual(['11-23T10:30 mia']);
  });

  it('holds for what begins later, too', () => {
    const story = acknowledged(new Story()).does('mia', 'reapply-policy', { reason }, longer);
    story.does('olu', 'investigation', findings).pass(30 * MINUTE_MS);
    expect(story.clock('investigation').state).toBe('met');
    story.does('mia', 'withdraw', { reason: 'Never ours.' }).does('mia', 'reopen', { reason: 'It was.' });
    expect(story.clock('investigation')).toMatchObject({ state: 'running', budgetMs: 6 * HOUR_MS });
  });

  it('is for managers, for another version than the one that holds, and for one that there is', () => {
    const story = acknowledged(new Story());
    expect(story.tries('olu', 'reapply-policy', { reason }, longer)?.type).toBe('not-allowed');
    expect(story.tries('mia', 'reapply-policy', { reason }, { ...longer, version: 1 })?.type).toBe('already-done');
    const unknown = story.tries('mia', 'reapply-policy', { version: 7, reason });
    expect(unknown).toMatchObject({ type: 'unknown-policy', status: 422, errors: [{ pointer: '#/version' }] });
    expect(story.tries('mia', 'reapply-policy', { reason, policy: longer })?.type).toBe('malformed');
  });
});
