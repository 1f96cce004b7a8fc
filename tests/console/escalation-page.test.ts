import type { EscalationView } from '../../services/api/views/escalation.schema';
import type { TimelineItem } from '../../services/api/views/timeline.schema';
import { laneWords, markWords } from '../../services/console/src/pages/escalation/clocks-axis/lane-words';
import { layOut } from '../../services/console/src/pages/escalation/clocks-axis/layout';
import { axisSpan } from '../../services/console/src/pages/escalation/clocks-axis/span';
import { axisTicks, zoneOffset } from '../../services/console/src/pages/escalation/clocks-axis/ticks';
import { watchingClocks } from '../../services/console/src/pages/escalation/glance/due';
import { lastWordOf } from '../../services/console/src/pages/escalation/glance/last-word';
import { asIsoDuration, readJump } from '../../services/console/src/pages/escalation/time-machine/jump';

type ClockView = EscalationView['clocks'][number];

const HOUR_MS = 3_600_000;
const at = (hour: number) => new Date(Date.UTC(2026, 10, 22, 9) + hour * HOUR_MS).toISOString();
const ms = (hour: number) => Date.parse(at(hour));

const clock = (more: Partial<ClockView> = {}): ClockView => ({
  ...{ id: 'intake', for: 'step', startedAt: at(0), dueAt: at(2), budget: 'PT2H', calendar: null, state: 'running' },
  ...{ remaining: 'PT1H', overdue: null, remindedAt: null, breachedAt: null, metAt: null, heldUntil: null, next: null },
  ...more,
});
const breached = clock({ state: 'breached', remindedAt: at(1.5), breachedAt: at(2), next: { rung: 'vp', at: at(3) } });

let seq = 0;
const event = (type: string, hour: number, data: Record<string, unknown> = { clockId: 'intake' }): TimelineItem => ({
  ...{ seq: (seq += 1), type, at: at(hour), recordedAt: at(hour), actor: null, summary: type, data },
});
const climbed = [
  event('clock.started', 0),
  event('clock.reminded', 1.5),
  event('clock.breached', 2),
  event('chain.advanced', 2, { clockId: 'intake', rung: 'manager' }),
  event('chain.advanced', 2.5, { clockId: 'intake', rung: 'director' }),
];
const axis = { span: { fromMs: ms(0), toMs: ms(4) }, width: 400, nowMs: ms(2.6) };

describe('the clocks on one axis of time', () => {
  it('shows a breach with what was used, what is over, who was told, and who is next', () => {
    const lane = layOut(breached, climbed, axis);
    expect(lane.bars).toEqual([
      { kind: 'budget', x: 0, width: 200 },
      { kind: 'spent', x: 0, width: 200 },
      { kind: 'over', x: 200, width: expect.closeTo(60) },
    ]);
    expect(lane.onBar.map(({ x, marks }) => [x, marks[0]?.kind])).toEqual([
      [150, 'reminded'],
      [200, 'breach'],
    ]);
    expect(lane.above.map(({ x, marks }) => [x, marks[0]?.rung])).toEqual([
      [200, 'manager'],
      [250, 'director'],
      [300, 'vp'],
    ]);
  });

  it('joins rungs that would cover each other, and tells each of them', () => {
    const lane = layOut(breached, climbed, { ...axis, width: 60 });
    expect(lane.above.map(({ marks }) => marks.map(({ rung }) => rung))).toEqual([['manager', 'director', 'vp']]);
    const all = [...lane.onBar, ...lane.above].flatMap(({ marks }) => marks);
    const words = laneWords(lane, all, (moment) => new Date(moment).toISOString().slice(11, 16));
    expect(words).toBe(
      'Runs from 09:00 to 11:00. Reminded 10:30. Breached 11:00. The manager told 11:00. The director told 11:30. Next: the VP is told 12:00.',
    );
    expect(markWords({ kind: 'unheard', at: 0 }, () => 'then')).toBe('Nobody could be notified then');
  });

  it('forgets what an earlier round did to the same clock', () => {
    const lane = layOut(clock({ startedAt: at(3), dueAt: at(5) }), [...climbed, event('clock.started', 3)], axis);
    expect(lane.above).toEqual([]);
    expect(lane.after).toBe(true);
  });

  it('shows for how long somebody had it in hand: until the hour is over, or it was done', () => {
    const held = event('chain.held', 2.5, { clockIds: ['intake'], untilAt: at(3.5) });
    expect(layOut(breached, [...climbed, held], axis).bars.at(-1)).toEqual({ kind: 'held', x: 250, width: 100 });
    const done = { ...breached, metAt: at(3), next: null };
    expect(layOut(done, [...climbed, held], axis).bars.at(-1)).toEqual({ kind: 'held', x: 250, width: 50 });
  });

  it('shows when it rested, with a word for who cannot see it, and counts that one last', () => {
    const paused = [
      event('clock.started', 0),
      event('clock.paused', 1),
      event('clock.resumed', 1.5),
      event('clock.paused', 2),
    ];
    const resting = clock({ state: 'paused', remaining: 'PT30M' });
    const lane = layOut(resting, paused, axis);
    expect(lane.bars.filter(({ kind }) => kind === 'paused')).toEqual([
      { kind: 'paused', x: 100, width: 50 },
      { kind: 'paused', x: 200, width: expect.closeTo(60) },
    ]);
    const words = laneWords(lane, [], (moment) => new Date(moment).toISOString().slice(11, 16));
    expect(words).toContain('Paused from 10:00 to 10:30. Paused from 11:00 until now.');
    const met = layOut(clock({ state: 'met', metAt: at(1.8) }), [...paused.slice(0, 3), event('clock.met', 1.8)], axis);
    expect(met.bars.filter(({ kind }) => kind === 'paused')).toEqual([{ kind: 'paused', x: 100, width: 50 }]);
    const running = clock({ id: 'task:t1', dueAt: at(9) });
    expect(watchingClocks([resting, running]).map(({ id }) => id)).toEqual(['task:t1', 'intake']);
  });

  it('cuts what lies outside, and says that it goes on', () => {
    const span = axisSpan([breached], ms(20), '12h');
    expect([span.fromMs, span.toMs]).toEqual([ms(14), ms(26)]);
    const lane = layOut(breached, climbed, { span, width: 400, nowMs: ms(20) });
    expect(lane.bars).toEqual([{ kind: 'over', x: 0, width: 200 }]);
    expect([lane.before, lane.after, lane.onBar, lane.above]).toEqual([true, false, [], []]);
    const early = layOut(clock(), [], { span: { fromMs: ms(-1), toMs: ms(1) }, width: 400, nowMs: ms(0) });
    expect([early.bars, early.before, early.after]).toEqual([[{ kind: 'budget', x: 200, width: 200 }], false, true]);
  });

  it('fits every clock and now; now no more when nothing runs', () => {
    const met = clock({ state: 'met', metAt: at(1) });
    expect(axisSpan([met], ms(2_000), 'fit').toMs).toBeLessThan(ms(3));
    expect(axisSpan([breached], ms(40), 'fit').toMs).toBeGreaterThan(ms(40));
    const empty = axisSpan([], ms(1), 'fit');
    expect(empty.toMs).toBeGreaterThan(empty.fromMs);
  });
});

describe('the lines of the axis', () => {
  it("begin days at the reader's midnight, also on the day when the clocks change", () => {
    const span = { fromMs: Date.parse('2026-10-24T00:00:00Z'), toMs: Date.parse('2026-10-27T00:00:00Z') };
    const days = axisTicks(span, 400, zoneOffset('Europe/Berlin')).filter(({ day }) => day);
    expect(days.map((tick) => new Date(tick.at).toISOString())).toEqual([
      '2026-10-24T22:00:00.000Z',
      '2026-10-25T23:00:00.000Z',
      '2026-10-26T23:00:00.000Z',
    ]);
  });

  it('are so far apart that their labels do not touch, from minutes to years', () => {
    for (const hours of [0.2, 2, 30, 24 * 20, 24 * 900])
      for (const width of [280, 900]) {
        const ticks = axisTicks({ fromMs: ms(0), toMs: ms(hours) }, width, zoneOffset('Asia/Kolkata'));
        expect(ticks.length).toBeGreaterThan(0);
        for (const [index, tick] of ticks.slice(1).entries())
          expect(tick.x - (ticks[index]?.x ?? 0)).toBeGreaterThan(60);
      }
  });

  it('are bounded where the page has no width yet, and where a moment is centuries away', () => {
    expect(axisTicks({ fromMs: ms(0), toMs: ms(9_000) }, 0, () => 0).length).toBeLessThanOrEqual(60);
    expect(axisTicks({ fromMs: ms(0), toMs: ms(9_000_000) }, 1e6, () => 0).length).toBeLessThanOrEqual(60);
  });
});

describe('the last word that the customer had from us', () => {
  const told = (more: object) => lastWordOf({ steps: [], acknowledgedAt: null, lastContactAt: null, ...more } as never);

  it('is a step that speaks to them, or one in between, whichever was later; what is done inside is none', () => {
    const steps = [
      { name: 'intake', completedAt: at(1) },
      { name: 'solution', completedAt: at(5) },
      { name: 'closure', completedAt: null },
    ];
    expect(told({ steps, acknowledgedAt: at(0.5) })).toBe(at(1));
    expect(told({ steps, lastContactAt: at(3) })).toBe(at(3));
    expect(told({})).toBeNull();
  });
});

describe('an amount for the time machine', () => {
  it.each([
    ['2h30m', 2.5 * HOUR_MS],
    ['90 min', 1.5 * HOUR_MS],
    ['1d 4h', 28 * HOUR_MS],
    ['1.5h', 1.5 * HOUR_MS],
    ['pt2h', 2 * HOUR_MS],
    ['P1W', 168 * HOUR_MS],
    ['P1DT2H5M1S', 26 * HOUR_MS + 301_000],
  ])('is read as people write it: %s', (typed, expected) => {
    expect(readJump(typed)).toEqual({ ms: expected });
  });

  it.each(['', 'P', 'PT', '2', 'h', '2 lightyears', '-1h', '0s', '61d', 'P9999W', '1h; drop'])(
    'is refused in words: %s',
    (typed) => {
      expect(readJump(typed)).toEqual({ wrong: expect.stringMatching(/^(Write it as|It moves by)/) });
    },
  );

  it('is rounded up, so that what is due then is reached', () => {
    expect([asIsoDuration(1), asIsoDuration(1_500), asIsoDuration(2 * HOUR_MS)]).toEqual(['PT1S', 'PT2S', 'PT7200S']);
  });
});
