import * as fc from 'fast-check';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/duration';
import type { EscalationEvent, EventOf } from '../../domain/escalation/events';
import type { Policy } from '../../domain/policy';
import type { WhatIf } from '../../domain/what-if/what-if';
import { addToWhatIf, NOTHING_YET } from '../../domain/what-if/what-if';
import { acknowledged, findings } from './support/deeds';
import { live, sequences } from './support/sequence';
import { Story } from './support/story';

const pinnedIn = (events: readonly EscalationEvent[]) => (events[0] as EventOf<'escalation.raised'>).data.policy;

function whatIf(events: readonly EscalationEvent[], change: Partial<Policy>, untilAt: number): WhatIf {
  const policy = { ...pinnedIn(events), ...change };
  return addToWhatIf(NOTHING_YET, events, { policy, people: [] }, untilAt);
}

const tried = (story: Story, change: Partial<Policy>) => whatIf(story.events, change, Date.parse(story.now));

function figures({ clocks }: WhatIf, clockId: string) {
  const found = clocks.get(clockId);
  const told = (of: 'before' | 'after') => {
    const { clocks: begun = 0, reminded = 0, breached = 0, rungs = 0, people = [] } = found?.[of] ?? {};
    return [begun, reminded, breached, rungs, people.length];
  };
  return { before: told('before'), after: told('after') };
}

describe('what a policy would have changed', () => {
  it('is nothing where it is the one that they went by, in 3,000 lives with outages and mail that is down', () => {
    const property = fc.property(sequences, (sequence) => {
      const { events, now } = live(sequence, []);
      fc.pre(!events.some(({ type }) => type === 'policy.applied'));
      const { differing, most } = whatIf(events, {}, now);
      expect([differing, JSON.stringify(most)]).toEqual([0, '[]']);
    });
    fc.assert(property, { seed: 20_261_122, numRuns: 3_000 });
  });

  it('comes to its end for another policy too, whoever is on duty when, weeks after the last event', () => {
    const change = {
      ...{ dutyManagerIds: ['vera', 'max'], rungEveryMs: 20 * MINUTE_MS, loudRounds: 1 },
      clocks: { intake: { budgetMs: HOUR_MS }, investigation: { budgetMs: 2 * HOUR_MS } },
    };
    const property = fc.property(sequences, (sequence) => {
      const { events, now } = live(sequence, []);
      expect(whatIf(events, change, now + 21 * DAY_MS).escalations).toBe(1);
    });
    fc.assert(property, { seed: 20_261_122, numRuns: 500 });
  });

  it('shows the breach that a shorter time brings, with the reminder and the rungs before it was done', () => {
    const story = acknowledged(new Story())
      .pass(3 * HOUR_MS)
      .does('olu', 'investigation', findings);
    const shorter = tried(story, { clocks: { investigation: { budgetMs: 2 * HOUR_MS } } });
    expect(figures(shorter, 'investigation')).toEqual({ before: [1, 1, 0, 0, 1], after: [1, 1, 1, 3, 4] });
    expect(figures(shorter, 'customer-update').before).toEqual(figures(shorter, 'customer-update').after);
    expect(shorter.most).toHaveLength(1);
    expect(shorter.most[0]).toMatchObject({ ref: 'UP-1042', level: 'P2' });
  });

  it('shows the calm that a longer one would have brought', () => {
    const story = new Story().pass(5 * HOUR_MS);
    expect(story.rungs('intake').length).toBeGreaterThan(4);
    const longer = tried(story, { clocks: { intake: { budgetMs: 8 * HOUR_MS } } });
    expect(figures(longer, 'intake').after).toEqual([1, 0, 0, 0, 0]);
    expect(figures(longer, 'intake').before.slice(0, 3)).toEqual([1, 1, 1]);
  });

  it('lets whoever took charge rest the chain that would have climbed', () => {
    const story = new Story()
      .pass(2 * HOUR_MS + MINUTE_MS)
      .does('mia', 'take-charge', {})
      .pass(50 * MINUTE_MS);
    const { before } = figures(tried(story, {}), 'intake');
    const slower = figures(tried(story, { rungEveryMs: 10 * MINUTE_MS, takeChargeMs: 20 * MINUTE_MS }), 'intake');
    expect(before).toEqual([1, 1, 1, 1, 1]);
    // One before, and from the 21st minute on four more.
    expect(slower.after[3]).toBe(5);
  });

  it('counts from elsewhere where the draft says so', () => {
    const story = acknowledged(new Story({ receivedAt: '2026-11-23T08:00:00Z' })).pass(90 * MINUTE_MS);
    const fromReceipt = tried(story, { clocks: { investigation: { anchor: 'receipt', budgetMs: 2 * HOUR_MS } } });
    expect(figures(fromReceipt, 'investigation').after.slice(0, 3)).toEqual([1, 1, 1]);
    expect(figures(fromReceipt, 'investigation').before.slice(0, 3)).toEqual([1, 0, 0]);
  });

  it('adds up many, and shows the ten that differ most', () => {
    const stories = Array.from({ length: 15 }, (_, index) => new Story().pass((2 + index) * HOUR_MS));
    const sum = stories.reduce((so, story) => {
      const policy = { ...pinnedIn(story.events), clocks: { intake: { budgetMs: HOUR_MS } }, loudRounds: 9 };
      return addToWhatIf(so, story.events, { policy, people: [] }, Date.parse(story.now));
    }, NOTHING_YET);
    expect([sum.escalations, sum.differing, sum.most.length]).toEqual([15, 15, 10]);
    const distances = sum.most.map(({ distance }) => distance);
    expect(distances).toEqual([...distances].sort((a, b) => b - a));
    expect(sum.clocks.get('intake')).toMatchObject({ before: { clocks: 15, breached: 15 }, after: { breached: 15 } });
  });
});
