import { DAY_MS, HOUR_MS } from '../../../domain/duration';
import { acknowledged } from '../support/deeds';
import { Story } from '../support/story';

const P4 = { account: { tier: 'small' }, complaint: { severity: 'usability' } } as const;
const P3 = { account: { tier: 'mid-market' }, complaint: { severity: 'defect' } } as const;

describe('a complaint about usability on a Friday evening', () => {
  const friday = () => new Story({ ...P4, zone: 'Europe/Berlin', at: '2026-11-20T17:30:00Z' });

  it('is a P4, and disturbs nobody before the business hours of Monday', () => {
    const story = friday().until('2026-11-23T07:59:59Z');
    expect(story.state.priority.level).toBe('P4');
    expect(story.told().filter(({ via }) => via === 'mail')).toEqual([]);
    expect(story.told()).toEqual([{ at: '2026-11-20T19:30:00.000Z', toId: 'mia', kind: 'breach', via: 'inbox' }]);
  });

  it('goes up on Monday from the bottom: its VP not before the rungs below', () => {
    const story = friday().until('2026-11-23T09:00:00Z');
    expect(story.rungs()).toEqual(['11-23T08:00 mia', '11-23T08:30 dora', '11-23T09:00 vera']);
  });

  it('wakes nobody at night afterwards either', () => {
    const story = friday().pass(7 * DAY_MS);
    const hours = story.all('chain.advanced').map(({ at }) => new Date(at).getUTCHours() + 1);
    expect(hours.every((hour) => hour >= 9 && hour < 17)).toBe(true);
    expect(hours.length).toBeGreaterThan(8);
  });

  it('waits for the hours of each in their own zone', () => {
    const losAngeles = new Story({ zone: 'America/Los_Angeles' }).person('dora').zone;
    const story = new Story({
      ...P4,
      zone: 'Europe/Berlin',
      at: '2026-11-20T17:30:00Z',
      people: { dora: { zone: losAngeles } },
    });
    story.until('2026-11-24T08:00:00Z');
    expect(story.rungs().slice(0, 3)).toEqual(['11-23T08:00 mia', '11-23T17:00 dora', '11-24T08:00 vera']);
  });

  it('is not reminded of outside of business hours', () => {
    const story = new Story({ ...P3, zone: 'Europe/Berlin', at: '2026-11-23T14:20:00Z' }).pass(DAY_MS);
    expect(story.told('reminder').map(({ at }) => at)).toEqual(['2026-11-23T15:50:00.000Z']);
    expect(
      friday()
        .pass(7 * DAY_MS)
        .told('reminder'),
    ).toEqual([]);
  });
});

describe('a P2 at night', () => {
  it('reaches the manager and the director, and the VP when they wake', () => {
    const story = new Story({ zone: 'Europe/Berlin', at: '2026-11-23T22:00:00Z' }).until('2026-11-24T06:30:00Z');
    expect(story.state.priority.level).toBe('P2');
    expect(story.rungs()).toEqual(['11-24T00:00 mia', '11-24T00:30 dora', '11-24T06:00 vera', '11-24T06:30 mia']);
  });

  it('does not wake the VP either where a manager owns it and the line is shorter', () => {
    const story = acknowledged(new Story({ zone: 'Europe/Berlin', at: '2026-11-23T18:00:00Z' }));
    story.does('vera', 'reassign', { ownerId: 'dora', reason: 'It is hers.' }).pass(5 * HOUR_MS);
    expect(story.rungs()).toEqual([]);
    story.until('2026-11-24T06:00:00Z');
    expect(story.rungs()[0]).toBe('11-24T06:00 vera');
    expect(story.all('chain.advanced')[0]?.data.rung).toBe('vp');
  });
});

describe('what was imported as open', () => {
  const imported = () => new Story({ complaint: { public: true }, quiet: true, receivedAt: '2026-10-01T09:00:00Z' });

  it('keeps its clocks and says nothing to anybody', () => {
    const story = imported().pass(10 * DAY_MS);
    expect(story.clock('intake')).toMatchObject({ state: 'breached', chain: null });
    expect(story.told()).toEqual([]);
  });

  it('climbs from the moment when somebody activates it', () => {
    const story = imported().pass(DAY_MS).does('dora', 'activate', { reason: 'We take it up.' }).pass(HOUR_MS);
    expect(story.rungs()).toEqual(['11-24T09:00 mia', '11-24T09:30 dora', '11-24T10:00 vera']);
    expect(story.tries('dora', 'activate')).toMatchObject({ type: 'already-done', status: 409 });
  });

  it('is worked on in silence, and may be activated for its check-in', () => {
    const story = acknowledged(imported()).pass(9 * HOUR_MS);
    expect(story.told().filter(({ via }) => via === 'mail')).toEqual([]);
    expect(story.clock('investigation').state).toBe('breached');
  });
});
