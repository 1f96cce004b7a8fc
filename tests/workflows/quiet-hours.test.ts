import { DateTime } from 'luxon';
import { DAY_MS, HOUR_MS } from '../../domain/duration';
import { CAST, FAINT, Stage } from './stage';
import type { Story } from './story';

/*
 * The story needs a Friday evening, whatever day it is when the test runs. The workflow is started with a delay until
 * the next one, and its time is skipped over the delay: its first task already runs on that Friday, on the shipped
 * policy, with the zones of the demo's people.
 */
const BERLIN = 'Europe/Berlin';
const NEW_YORK = 'America/New_York';
const HASTE_MS = 20_000;

const fridayEvening = nextFridayAt(18);
const monday = fridayEvening.plus({ days: 3 }).set({ hour: 9 });

function nextFridayAt(hour: number): DateTime {
  const tomorrow = DateTime.now().setZone(BERLIN).plus({ days: 1 }).startOf('day');
  return tomorrow.plus({ days: (5 - tomorrow.weekday + 7) % 7 }).set({ hour });
}

let stage: Stage;
let story: Story;
beforeAll(async () => {
  stage = await Stage.create();
  story = await stage.raise({ at: fridayEvening.toMillis(), complaint: FAINT });
});
afterAll(() => stage.close());

const berlin = (at: number) => DateTime.fromMillis(at, { zone: BERLIN }).toFormat('ccc HH:mm');

async function told(): Promise<string[]> {
  const advanced = await story.events('chain.advanced');
  return advanced.map(({ at, data }) => `${berlin(at)} ${data.toIds.join()}`);
}

test('it is a P4, raised on a Friday evening', async () => {
  const state = await story.state();
  expect(state.priority.level).toBe('P4');
  expect(berlin(state.raisedAt)).toBe('Fri 18:00');
});

test('its breach on Friday evening shows in the duty manager’s inbox, and disturbs nobody all weekend', async () => {
  await story.skip(monday.toMillis() - fridayEvening.toMillis() - HOUR_MS);
  const [breached] = await story.events('clock.breached');
  expect(berlin(breached?.at ?? 0)).toBe('Fri 20:00');
  expect(breached?.data.notices.map(({ toId, via }) => [toId, via])).toEqual([[CAST.manager, 'inbox']]);
  expect(await story.events('clock.reminded')).toEqual([]);
  expect(await told()).toEqual([]);
  expect(await story.mails()).toEqual([]);
});

test('on Monday the manager is told first, in business hours, and the director half an hour later', async () => {
  await story.skip(2 * HOUR_MS);
  expect(await told()).toEqual([`Mon 09:00 ${CAST.manager}`, `Mon 09:30 ${CAST.director}`]);
});

test('the VP is told after them, when business hours begin where the VP is', async () => {
  await story.skip(DAY_MS / 2);
  const advanced = await story.events('chain.advanced');
  expect(advanced.map(({ data }) => data.toIds.join()).slice(0, 3)).toEqual([CAST.manager, CAST.director, CAST.vp]);
  const opensAt = monday.setZone(NEW_YORK).set({ hour: 9 }).toMillis();
  expect(advanced[2]?.at).toBeGreaterThanOrEqual(opensAt);
  expect(advanced[2]?.at).toBeLessThan(opensAt + HASTE_MS);
});

test('nothing at all was mailed outside of its recipient’s business hours', async () => {
  const zoneOf: Record<string, string> = { [CAST.manager]: BERLIN, [CAST.director]: BERLIN, [CAST.vp]: NEW_YORK };
  for (const { at, data } of await story.events('chain.advanced')) {
    for (const toId of data.toIds) {
      const local = DateTime.fromMillis(at, { zone: zoneOf[toId] });
      expect(local.weekday).toBeLessThanOrEqual(5);
      expect(local.hour).toBeGreaterThanOrEqual(9);
      expect(local.hour).toBeLessThan(17);
    }
  }
  const advanced = await story.events('chain.advanced');
  expect(await story.mails()).toHaveLength(advanced.flatMap(({ data }) => data.toIds).length);
});
