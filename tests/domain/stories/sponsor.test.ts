import { DAY_MS } from '../../../domain/duration';
import type { Sponsor } from '../../../domain/escalation/team/team';
import { account, acknowledged, acknowledgment, closed, findings, goodbye, remedy } from '../support/deeds';
import { Story } from '../support/story';

const standing: Sponsor = { personId: 'xena', facing: 'both', standing: true };
const briefs = (story: Story) => story.all('sponsor.briefed').map(({ data }) => `${data.personId}: ${data.because}`);

/** Everything but the closure is done. */
function readyToClose(story: Story): Story {
  return acknowledged(story)
    .does('olu', 'investigation', findings)
    .does('olu', 'solution', remedy)
    .does('olu', 'customer-update', account('2026-11-24T09:00:00Z'))
    .does('olu', 'keep-commitment', { commitmentId: 'c1' });
}

describe('the sponsor', () => {
  it('of the account is there from the beginning, and is briefed at level changes and before closure', () => {
    const story = new Story({ account: { tier: 'mid-market' }, sponsor: standing });
    expect(story.state.sponsor).toEqual(standing);
    expect(briefs(story)).toEqual(['xena: it was raised']);
    story.does('mia', 'amend', { public: true });
    readyToClose(story).does('olu', 'closure', goodbye);
    expect(briefs(story)).toEqual([
      'xena: it was raised',
      'xena: its level is P1 now, it was P2',
      'xena: its closure comes next',
    ]);
    expect(story.told('sponsor-brief')).toMatchObject([
      { toId: 'xena', via: 'mail' },
      { toId: 'xena', via: 'mail' },
      { toId: 'xena', via: 'mail' },
    ]);
  });

  it('named late learns at once that its closure comes next', () => {
    const story = readyToClose(new Story()).does('mia', 'name-sponsor', { personId: 'xena', facing: 'customer' });
    expect(story.told('sponsor-named')).toMatchObject([{ toId: 'xena', via: 'mail' }]);
    expect(briefs(story)).toEqual(['xena: its closure comes next']);
  });

  it('is never the owner, and the owner never the sponsor', () => {
    const story = new Story().does('mia', 'name-sponsor', { personId: 'vera' });
    expect(story.tries('mia', 'intake', acknowledgment(story, 'mia', 'vera'))).toMatchObject({
      type: 'not-eligible',
      detail: expect.stringMatching(/lends weight and is never the owner/) as string,
      errors: [{ pointer: '#/ownerId' }],
    });
    story.does('mia', 'name-sponsor', { personId: 'xena' }).does('mia', 'intake', acknowledgment(story, 'mia', 'vera'));
    expect(story.tries('mia', 'name-sponsor', { personId: 'vera' })).toMatchObject({
      type: 'not-eligible',
      detail: expect.stringMatching(/not the face of what went wrong/) as string,
    });
  });

  it('is an executive or a VP, and ends when nobody is named', () => {
    const story = acknowledged(new Story());
    expect(story.tries('olu', 'name-sponsor', { personId: 'mia' })).toMatchObject({ type: 'not-eligible' });
    expect(story.tries('olu', 'name-sponsor', {})).toMatchObject({ type: 'already-done' });
    story.does('olu', 'name-sponsor', { personId: 'xena', standing: true });
    expect(story.all('sponsor.named')[0]?.data).toMatchObject({ sponsor: { standing: true }, account: true });
    expect(story.tries('olu', 'name-sponsor', { personId: 'xena', standing: true })).toMatchObject({
      type: 'already-done',
    });
    story.does('olu', 'name-sponsor', {});
    expect(story.state.sponsor).toBeNull();
  });

  it('is left alone by what is quiet, until it is activated', () => {
    const story = new Story({ quiet: true, sponsor: standing, account: { tier: 'mid-market' } });
    story.does('mia', 'amend', { public: true });
    expect(briefs(story)).toEqual([]);
    story.does('mia', 'activate', {});
    expect(briefs(story)).toEqual(['xena: it was activated']);
  });

  it('learns that it is open again', () => {
    const story = closed(new Story({ sponsor: standing }));
    story.does('cleo', 'check-in', { reached: true, improved: false, note: 'It is back.' });
    expect(briefs(story).at(-1)).toBe('xena: it is open again');
  });
});

describe("the customer's own executive", () => {
  const agreed = [{ text: 'Sends the invoices', dueAt: '2026-11-24T09:00:00Z' }];

  it('has promises of their own, of which we remind ourselves: first the owner', () => {
    const story = acknowledged(new Story({ complaint: { public: true } }));
    story.does('olu', 'name-counterpart', { name: 'Ada Quill', title: 'CFO', email: 'ada@northwind.example', agreed });
    expect(story.state.counterpart).toEqual({ name: 'Ada Quill', title: 'CFO', email: 'ada@northwind.example' });
    expect(story.state.tasks).toMatchObject([{ personId: 'olu', counterpart: true, text: 'Sends the invoices' }]);
    story.pass(DAY_MS);
    const reminded = story.all('clock.reminded').filter(({ data }) => data.clockId === 'task:t1');
    expect(reminded.map(({ data }) => data.toIds)).toEqual([['olu']]);
    expect(story.state.deliveries).toEqual([]);
  });

  it('is reminded of by the sponsor who faces the customer, and by the owner again once there is none', () => {
    const story = acknowledged(new Story()).does('olu', 'name-counterpart', { name: 'Ada Quill', agreed });
    const keepers = () => story.state.tasks.map(({ personId }) => personId);
    story.does('mia', 'name-sponsor', { personId: 'xena', facing: 'customer' });
    expect(keepers()).toEqual(['xena']);
    expect(story.told('task-given').map(({ toId }) => toId)).toEqual(['xena']);
    story.does('mia', 'name-sponsor', { personId: 'xena', facing: 'inside' });
    expect(keepers()).toEqual(['olu']);
    story.does('mia', 'reassign', { ownerId: 'ona', reason: 'Olu is ill.' });
    expect(keepers()).toEqual(['ona']);
    expect(story.state.team).toEqual([]);
  });

  it('is nobody without a name, and agrees to nothing past, or before anybody could see to it', () => {
    const story = new Story();
    const tries = (body: object) => story.tries('mia', 'name-counterpart', { ...body });
    expect(tries({})).toMatchObject({ type: 'invalid-content', errors: [{ pointer: '#/name' }] });
    expect(tries({ name: 'Ada Quill', agreed })).toMatchObject({ type: 'too-early' });
    expect(tries({ name: 'Ada Quill', agreed: [{ text: 'x', dueAt: '2026-11-22T09:00:00Z' }] })).toMatchObject({
      type: 'invalid-content',
      errors: [{ pointer: '#/agreed/0/dueAt' }],
    });
    expect(story.state.counterpart).toBeNull();
    expect(tries({ name: 'Ada Quill' })).toBeNull();
    expect(tries({ name: 'Ada Quill' })).toMatchObject({ type: 'already-done' });
    expect(tries({ reason: 'She has left.' })).toBeNull();
    expect(story.state.counterpart).toBeNull();
  });
});

describe('the story so far', () => {
  it('keeps what was found, decided and last said, for the brief', () => {
    const story = readyToClose(new Story());
    story.does('olu', 'record-contact', {
      channel: 'phone',
      body: 'It is credited.',
      direction: 'to-customer',
      occurredAt: story.now,
    });
    expect(story.state.storySoFar).toEqual({
      findings: 'Two jobs made each invoice.',
      remedy: 'Both charges are credited.',
      lastWord: { at: Date.parse(story.now), channel: 'phone', text: 'It is credited.' },
    });
  });
});
