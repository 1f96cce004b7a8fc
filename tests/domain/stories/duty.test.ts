import { HOUR_MS } from '../../../domain/duration';
import type { DutyShift } from '../../../domain/duty';
import { Story } from '../support/story';

const at = (moment: string) => Date.parse(moment);

const shift = (personId: string, from: string, to: string): DutyShift => ({
  personId,
  fromAt: at(`2026-11-${from}Z`),
  toAt: at(`2026-11-${to}Z`),
});

const early = shift('max', '23T08:00', '23T11:30');
const late = shift('dora', '23T11:30', '23T20:00');
const loud = { complaint: { public: true } };

describe('the duty rota', () => {
  it('says who is reminded of the first answer, and who its first rung is, by the shift of that moment', () => {
    const story = new Story({ ...loud, duty: [early, late] }).pass(3 * HOUR_MS);
    expect(story.told('reminder').map(({ toId }) => toId)).toEqual(['max']);
    expect(story.rungs('intake')).toEqual(['11-23T11:00 max', '11-23T11:30 vera', '11-23T12:00 dora']);
  });

  it('goes before the list of the policy, which holds where the rota has nobody', () => {
    const story = new Story({ ...loud, duty: [shift('dora', '23T09:00', '23T10:00')] }).pass(3 * HOUR_MS);
    expect(story.told('reminder').map(({ toId }) => toId)).toEqual(['mia']);
  });

  it('is covered by the delegate of whoever is away, and by the list where there is none', () => {
    const away = (delegateId: string | null) => ({ absences: [{ fromAt: 0, untilAt: at('2026-12-01'), delegateId }] });
    const first = (delegateId: string | null) =>
      new Story({ ...loud, duty: [early], people: { max: away(delegateId) } }).pass(2 * HOUR_MS);
    expect(first('dora').rungs('intake')).toEqual(['11-23T11:00 dora']);
    expect(
      first('dora')
        .events.map(({ data }) => JSON.stringify(data))
        .join(),
    ).toContain('You stand in for Max Okafor');
    expect(first(null).rungs('intake')).toEqual(['11-23T11:00 mia']);
  });

  it('reminds whoever comes on next, where nobody was there when most of the time was over', () => {
    const story = new Story({ ...loud, policy: { dutyManagerIds: [] }, duty: [shift('dora', '23T10:45', '23T20:00')] });
    expect(story.pass(2 * HOUR_MS).told('reminder')).toMatchObject([{ at: '2026-11-23T10:45:00.000Z', toId: 'dora' }]);
  });

  it('reminds the delegate from when they stand in, where whoever is on duty is not there', () => {
    const absences = [{ fromAt: at('2026-11-23T10:40Z'), untilAt: at('2026-11-24'), delegateId: 'dora' }];
    const people = { max: { available: false, absences } };
    const story = new Story({ ...loud, policy: { dutyManagerIds: [] }, duty: [early], people });
    expect(story.pass(2 * HOUR_MS).told('reminder')).toMatchObject([{ at: '2026-11-23T10:40:00.000Z', toId: 'dora' }]);
  });

  it('that changes meanwhile holds from then on', () => {
    const story = new Story({ ...loud, duty: [early] }).pass(HOUR_MS).rota([shift('vera', '23T08:00', '23T20:00')]);
    expect(story.pass(HOUR_MS).rungs('intake')).toEqual(['11-23T11:00 vera']);
    expect(story.rota([]).state.duty).toEqual([]);
  });

  it('is told of an alarm, too', () => {
    const story = new Story({ ...loud, policy: { dutyManagerIds: ['mia'] }, duty: [late] }).mail('down');
    expect(
      story
        .pass(4 * HOUR_MS)
        .told('nobody-notified')
        .map(({ toId }) => toId),
    ).toEqual(expect.arrayContaining(['mia', 'dora']));
  });
});
