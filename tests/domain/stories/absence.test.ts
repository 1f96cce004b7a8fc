import { HOUR_MS, MINUTE_MS } from '../../../domain/duration';
import { participantsOf } from '../../../domain/escalation/participants';
import { waitingIn } from '../../../domain/escalation/waiting';
import { account, acknowledged, closed, findings } from '../support/deeds';
import { Story } from '../support/story';

const at = (moment: string) => Date.parse(moment);

/** Away on Monday until midnight. */
const monday = (delegateId: string | null) => ({
  absences: [{ fromAt: at('2026-11-23T10:00:00Z'), untilAt: at('2026-11-24T00:00:00Z'), delegateId }],
});

const loud = { complaint: { public: true } };

const textsTo = (story: Story, toId: string) =>
  story.events.flatMap(({ data }) =>
    'notices' in data
      ? data.notices.filter((one) => one.toId === toId).map(({ kind, text }) => `${kind}: ${text}`)
      : [],
  );

describe('an owner on holiday', () => {
  const away = () => acknowledged(new Story({ ...loud, people: { olu: monday('ona') } }));

  it('keeps what is theirs; the reminder goes to the delegate, who learns on whose behalf', () => {
    const story = away().pass(3 * HOUR_MS);
    expect(story.state.ownerId).toBe('olu');
    expect(story.told('reminder').filter(({ toId }) => toId !== 'mia')).toEqual([
      { at: '2026-11-23T12:00:00.000Z', toId: 'ona', kind: 'reminder', via: 'mail' },
    ]);
    expect(textsTo(story, 'ona').join()).toContain('You stand in for Olu Adeyemi, who is away.');
  });

  it('is stood in for by the delegate alone, who may do what the owner may until they are back', () => {
    const story = away().until('2026-11-23T11:00:00Z');
    expect(story.tries('cora', 'investigation', findings)).toMatchObject({ type: 'not-allowed' });
    story.does('ona', 'investigation', findings);
    expect(story.all('step.completed').at(-1)?.actor?.id).toBe('ona');
    expect(story.state.ownerId).toBe('olu');
    story.until('2026-11-24T00:00:00Z');
    expect(story.tries('ona', 'solution', { kind: 'other', description: 'Done.' })).toMatchObject({
      type: 'not-allowed',
    });
    expect(story.tries('olu', 'solution', { kind: 'other', description: 'Done.' })).toBeNull();
  });

  it('finds it in the list of both while it lasts', () => {
    const story = away().until('2026-11-23T11:00:00Z');
    const who = (moment: string) =>
      waitingIn(story.state, at(moment))
        .filter(({ clockId }) => clockId === 'investigation')
        .map(({ personId, what, action }) => [personId, what.startsWith('For Olu Adeyemi'), action?.name]);
    expect(who('2026-11-23T11:00:00Z')).toEqual([
      ['olu', false, 'investigation'],
      ['ona', true, 'investigation'],
    ]);
    expect(who('2026-11-24T00:00:00Z')).toEqual([['olu', false, 'investigation']]);
  });

  it('lets whoever stood in see it no more once they are back', () => {
    const story = acknowledged(new Story({ ...loud, people: { olu: monday('cora') } }));
    expect(participantsOf(story.state)).toContain('cora');
    story.until('2026-11-24T00:00:00Z').does('olu', 'investigation', findings);
    expect(participantsOf(story.state)).not.toContain('cora');
  });

  it('without a delegate is reminded themselves: there is nobody else', () => {
    const story = acknowledged(new Story({ ...loud, people: { olu: monday(null) } })).pass(3 * HOUR_MS);
    expect(story.told('reminder').at(-1)?.toId).toBe('olu');
  });

  it('gets nothing new while away, and does again from the moment they are back', () => {
    const story = acknowledged(new Story({ ...loud, people: { ona: monday(null) } })).until('2026-11-23T11:00:00Z');
    const give = () => story.tries('mia', 'reassign', { ownerId: 'ona', reason: 'A better fit.' });
    expect(give()).toMatchObject({ type: 'unavailable-person', errors: [{ pointer: '#/ownerId' }] });
    story.until('2026-11-24T00:00:00Z');
    expect(give()).toBeNull();
  });
});

describe('a manager on holiday', () => {
  const forgotten = (people: Record<string, object>) =>
    acknowledged(new Story({ ...loud, people }))
      .until('2026-11-23T14:10:00Z')
      .rungs('investigation');

  it('is stood in for by their delegate, who is told on whose behalf', () => {
    const story = acknowledged(new Story({ ...loud, people: { mia: monday('max') } })).until('2026-11-23T13:10:00Z');
    expect(story.rungs('investigation')).toEqual(['11-23T13:00 max']);
    expect(textsTo(story, 'max').join()).toContain('You stand in for Mia Berg, who is away.');
  });

  it('is passed over without one, also where the delegate is away too', () => {
    const over = ['11-23T13:00 dora', '11-23T13:30 vera', '11-23T14:00 dora'];
    expect(forgotten({ mia: monday(null) })).toEqual(over);
    expect(forgotten({ mia: monday('max'), max: monday(null) })).toEqual(over);
  });

  it('whose delegates turn in a circle is passed over: nothing hangs', () => {
    expect(forgotten({ mia: monday('max'), max: monday('mia') })).toEqual([
      ...['11-23T13:00 dora', '11-23T13:30 vera', '11-23T14:00 dora'],
    ]);
  });

  it('is not told twice where the delegate is the next in the line', () => {
    expect(forgotten({ mia: monday('dora') })).toEqual(['11-23T13:00 dora', '11-23T13:30 vera', '11-23T14:00 dora']);
  });
});

describe('somebody who leaves the company', () => {
  const busy = () => {
    const story = acknowledged(new Story(loud)).does('olu', 'investigation', findings);
    return story.does('olu', 'customer-update', account('2026-11-26T09:00:00Z', 'olu'));
  };

  it('empties into the queue of the first person above them, with a notice for each thing', () => {
    const story = busy().pass(HOUR_MS);
    story.change('olu', { leftAt: at('2026-11-23T10:00:00Z') });
    expect(story.state.ownerId).toBe('mia');
    expect(story.state.commitments[0]?.responsibleId).toBe('mia');
    const told = textsTo(story, 'mia').slice(-2);
    expect(told[0]).toMatch(/^owner-assigned: You own UP-1042/);
    expect(told[1]).toContain('the promise "The credit is on your account" is yours now');
  });

  it('passes on nothing before their last day is over, and then at once', () => {
    const story = busy().change('olu', { leftAt: at('2026-11-24T17:00:00Z') });
    story.until('2026-11-24T16:59:59.999Z');
    expect(story.state.ownerId).toBe('olu');
    story.until('2026-11-24T17:00:00Z');
    expect(story.state.ownerId).toBe('mia');
  });

  it('whose manager is away leaves it to the next above', () => {
    const people = { mia: { absences: [{ fromAt: 0, untilAt: at('2026-12-24T00:00:00Z'), delegateId: 'max' }] } };
    const story = busy();
    story.change('mia', people.mia).change('olu', { leftAt: at('2026-11-23T09:00:00Z') });
    expect(story.state.ownerId).toBe('dora');
  });

  it('gives the next one the hour that anybody gets who takes over', () => {
    const story = acknowledged(new Story(loud)).pass(4 * HOUR_MS + 10 * MINUTE_MS);
    expect(story.rungs('investigation')).toEqual(['11-23T13:00 mia']);
    story.change('olu', { leftAt: at('2026-11-23T13:10:00Z') }).pass(70 * MINUTE_MS);
    expect(story.rungs('investigation')).toEqual(['11-23T13:00 mia', '11-23T14:10 dora']);
  });

  it('as the CSM leaves the check-in to their manager', () => {
    const story = closed(new Story(loud)).change('cleo', { leftAt: at('2026-11-23T09:00:00Z') });
    expect(story.state.complaint.account.csmId).toBe('hugo');
    expect(story.tries('hugo', 'check-in', { reached: true, improved: true, note: 'They are.' })).toBeNull();
  });

  it('without anybody above leaves it to whoever is on duty', () => {
    const story = busy().change('olu', { managerId: null, leftAt: at('2026-11-23T09:00:00Z') });
    expect(story.state.ownerId).toBe('mia');
  });

  it('leaves a decision to the next above who may make it, not to the owner', () => {
    const story = acknowledged(new Story(loud)).does('olu', 'investigation', findings);
    const credit = { amount: 500_000, currency: 'USD' };
    story.does('olu', 'solution', { kind: 'billing-credit', description: 'A year of the archive.', credit });
    story.does('mia', 'reassign', { ownerId: 'dora', reason: 'It is hers.' });
    expect(story.state.approvals).toMatchObject([{ state: 'open', approverId: 'mia', requestedBy: { id: 'olu' } }]);
    story.change('mia', { leftAt: at('2026-11-23T09:00:00Z') });
    expect(story.state.approvals).toMatchObject([{ state: 'open', approverId: 'vera' }]);
  });

  it('with nobody at all keeps it, which is said once to everyone on the duty list, until somebody is there', () => {
    const story = acknowledged(new Story({ ...loud, policy: { dutyManagerIds: ['max'] } }));
    for (const id of ['mia', 'dora', 'vera', 'max']) story.change(id, { available: false });
    story.change('olu', { leftAt: at('2026-11-23T09:00:00Z') }).pass(HOUR_MS);
    expect(story.state.ownerId).toBe('olu');
    expect(story.all('place.stranded').map(({ data }) => data.place.kind)).toEqual(['owner']);
    expect(textsTo(story, 'max').filter((text) => text.startsWith('passed-on'))).toEqual([
      'passed-on: Olu Adeyemi has left the company, and nobody is there for the escalation itself.',
    ]);
    story.change('dora', { available: true });
    expect(story.state.ownerId).toBe('dora');
    expect(story.all('place.stranded')).toHaveLength(1);
  });

  it('is never the owner again', () => {
    const story = busy().change('ona', { leftAt: at('2026-11-23T09:00:00Z') });
    expect(story.tries('mia', 'reassign', { ownerId: 'ona', reason: 'x' })).toMatchObject({
      type: 'unavailable-person',
      errors: [{ pointer: '#/ownerId', detail: 'has left' }],
    });
  });
});
