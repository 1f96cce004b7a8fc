import { Announcements } from '../../services/console/src/live/announcements';
import { FrameParser } from '../../services/console/src/live/frame-parser';
import type { LiveEvent } from '../../services/console/src/live/live-event';
import { liveEventOf } from '../../services/console/src/live/live-event';
import { Paced } from '../../services/console/src/live/paced';

const event = (position: number, more: Partial<LiveEvent> = {}): LiveEvent => ({
  ...{ position, id: `id-${position}`, ref: `UP-${1000 + position}`, seq: 1, type: 'clock.breached' },
  ...{ at: '2026-11-22T09:00:00.000Z', text: 'The intake clock was breached.', ...more },
});

const wire = [
  'retry: 2000\n\n: heartbeat\nid: 7\n\n',
  'event: escalation\nid: 8\ndata: {"id":"a","seq":1,"type":"note.added","at":"2026-11-22T09:00:00.000Z","ref":"UP-1"}\n\n',
  'event: escalation\r\nid: 9\r\ndata: {"id":"ä","seq":2,"type":"note.added","at":"2026-11-22T09:00:00.000Z","ref":"UP-1"}\r\n\r\n',
  'event: escalation\nid: 10\ndata: {not json\n\n',
  'event: other\nid: 11\ndata: {}\n\n',
].join('');

test('a stream is understood however its text is cut into pieces', () => {
  for (let cut = 0; cut <= wire.length; cut += 1) {
    const parser = new FrameParser();
    const frames = [...parser.take(wire.slice(0, cut)), ...parser.take(wire.slice(cut))];
    expect(frames.map(({ id }) => id)).toEqual(['7', '8', '9', '10', '11']);
    expect(frames.flatMap((frame) => liveEventOf(frame)?.id ?? [])).toEqual(['a', 'ä']);
  }
});

test('an announcement tells one change whole, many in a few words, and leaves out what only follows', () => {
  const announcements = new Announcements();
  expect(announcements.next()).toBeNull();
  expect(announcements.add(event(1, { type: 'clock.started' }))).toBe(false);
  expect(announcements.add(event(2))).toBe(true);
  expect(announcements.next()).toBe('UP-1002: The intake clock was breached.');
  announcements.add(event(3, { type: 'escalation.raised', text: 'Ines raised UP-1003 for Northwind: Charged twice' }));
  for (const position of [4, 5, 6]) announcements.add(event(position));
  expect(announcements.next()).toBe(
    '4 changes: Ines raised UP-1003 for Northwind: Charged twice. UP-1004: The intake clock was breached. And 2 more.',
  );
  expect(announcements.next()).toBeNull();
});

test('nobody is told later of what happened while they were away', () => {
  const announcements = new Announcements();
  announcements.add(event(1));
  announcements.clear();
  expect(announcements.next()).toBeNull();
});

test('work that is asked for all the time is done at a bounded pace, and once more after the last asking', async () => {
  const doneAt: number[] = [];
  let asked = 0;
  let seen = 0;
  const paced = new Paced(() => {
    doneAt.push(performance.now());
    seen = asked;
    return Promise.resolve();
  });
  const begunAt = performance.now();
  while (performance.now() - begunAt < 900) {
    asked += 1;
    paced.ask();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  while (seen < asked) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(doneAt.length).toBeGreaterThan(1);
  const gaps = doneAt.slice(1).map((at, index) => at - (doneAt[index] ?? 0));
  for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(245);
});

test('work that fails is asked for again', async () => {
  let tries = 0;
  const paced = new Paced(() => {
    tries += 1;
    return Promise.reject(new Error('away'));
  });
  paced.ask();
  while (tries === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  paced.ask();
  while (tries === 1) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(tries).toBe(2);
});
