import { HOUR_MS, MINUTE_MS } from '../../../domain/duration';
import { actionsFor } from '../../../domain/escalation/actions';
import { waitingIn } from '../../../domain/escalation/waiting';
import { asActor } from '../../../domain/people';
import type { Body } from '../support/bodies';
import { account, acknowledged, findings, goodbye, remedy } from '../support/deeds';
import { planWith } from '../support/plans';
import type { Beginning } from '../support/story';
import { Story } from '../support/story';

const TOMORROW = '2026-11-24T09:00:00Z';
const cleared: Body = {
  cleared: true,
  opinion: 'The double charge may be admitted.',
  conditions: 'No word of damages.',
};
const refused: Body = { cleared: false, opinion: 'The draft admits a breach of contract.' };

const threatened = (beginning: Beginning = {}) =>
  new Story({ policy: { plan: planWith('legal-review') }, ...beginning });
const inHand = () => acknowledged(threatened());

/** Olu has understood it and knows what is done about it. */
const understood = (story: Story) => story.does('olu', 'investigation', findings).does('olu', 'solution', remedy);

describe('a policy whose plan has the legal review', () => {
  it('asks Legal at once, beside the investigation, and the customer update waits for both', () => {
    const story = inHand();
    expect(story.state.steps.map(({ name }) => name)).toEqual([
      ...['intake', 'investigation', 'solution', 'legal-review', 'customer-update', 'closure', 'check-in'],
    ]);
    const dueAt = Date.parse(story.now) + 4 * HOUR_MS;
    expect(story.clock('legal-review')).toMatchObject({ state: 'running', dueAt });
    expect(story.clock('investigation')).toMatchObject({ state: 'running', dueAt });
    const early = understood(story).tries('olu', 'customer-update', account(TOMORROW));
    expect(early).toMatchObject({ type: 'too-early', detail: 'Customer update comes after legal review.' });
    story.does('lena', 'legal-review', cleared);
    expect(story.tries('olu', 'customer-update', account(TOMORROW))).toBeNull();
  });

  it('does not close without it: closure waits for every step before it', () => {
    expect(inHand().state.plan.find(({ name }) => name === 'closure')?.after).toContain('legal-review');
  });

  it('done in time meets its clock, and a second one is too much', () => {
    const story = inHand().does('lena', 'legal-review', cleared);
    expect(story.clock('legal-review')).toMatchObject({ state: 'met', breachedAt: null });
    expect(story.tries('lena', 'legal-review', cleared)).toMatchObject({ type: 'already-done', status: 409 });
  });

  it('forgotten, the owner is reminded at 3 h and the manager is told at 4 h, by its name', () => {
    const story = inHand()
      .does('olu', 'investigation', findings)
      .pass(4 * HOUR_MS);
    const reminders = story.all('clock.reminded').filter(({ data }) => data.clockId === 'legal-review');
    expect(reminders.map(({ data }) => data.toIds)).toEqual([['olu']]);
    expect(story.rungs('legal-review')).toEqual(['11-23T13:00 mia']);
    const texts = story.all('chain.advanced').flatMap(({ data }) => data.notices.map(({ text }) => text));
    expect(texts[0]).toContain('the legal review');
  });

  it('begins anew with another round', () => {
    const story = understood(inHand())
      .does('lena', 'legal-review', cleared)
      .does('olu', 'customer-update', account(TOMORROW));
    story.does('olu', 'keep-commitment', { commitmentId: 'c1' }).does('olu', 'closure', goodbye);
    story.does('cleo', 'check-in', { reached: true, improved: false, note: 'They have written to a lawyer.' });
    expect(story.clock('legal-review')).toMatchObject({ state: 'running', cycle: 2 });
    expect(story.state.steps.find(({ name }) => name === 'legal-review')?.completedAt).toBeNull();
  });

  it('says what waits for whom in words', () => {
    const what = waitingIn(inHand().state, Date.parse('2026-11-23T09:00:00Z')).map((one) => one.what);
    expect(what).toContain('Legal review');
    expect(what).toContain('Give the customer the full account, once the investigation is done');
  });
});

describe('what Legal says', () => {
  it('a no stands on the timeline, the step stays open and its clock runs on', () => {
    const story = understood(inHand())
      .pass(30 * MINUTE_MS)
      .does('lena', 'legal-review', refused);
    expect(story.all('note.added').map(({ data }) => data.note)).toEqual([
      'Legal review by Lena Roth: the customer may not be told this yet. The draft admits a breach of contract.',
    ]);
    expect(story.clock('legal-review').state).toBe('running');
    expect(story.tries('olu', 'customer-update', account(TOMORROW))).toMatchObject({ type: 'too-early' });
    expect(story.does('lena', 'legal-review', cleared).clock('legal-review').state).toBe('met');
  });

  it('is said by Legal: not by another function, not by the CSM, never by the owner', () => {
    const story = inHand();
    for (const id of ['edda', 'cleo', 'olu', 'ana']) {
      expect(story.tries(id, 'legal-review', { ...cleared, personId: 'lena' })).toMatchObject({
        type: 'not-allowed',
        status: 403,
      });
    }
  });

  it('may be written down by a manager, who says whose opinion it is', () => {
    const story = inHand();
    expect(story.tries('mia', 'legal-review', cleared)?.errors).toMatchObject([{ pointer: '#/personId' }]);
    expect(story.tries('mia', 'legal-review', { ...cleared, personId: 'edda' })).toMatchObject({
      type: 'not-eligible',
      status: 422,
    });
    expect(story.tries('mia', 'legal-review', { ...cleared, personId: 'nobody' })).toMatchObject({
      type: 'unknown-person',
    });
    story.does('mia', 'legal-review', { ...cleared, personId: 'lena' });
    expect(story.state.steps.find(({ name }) => name === 'legal-review')?.completedBy?.id).toBe('mia');
  });

  it('is not written down by a manager who owns it', () => {
    const story = inHand().does('dora', 'reassign', { ownerId: 'mia', reason: 'Olu is away.' });
    expect(story.tries('mia', 'legal-review', { ...cleared, personId: 'lena' })).toMatchObject({ type: 'not-allowed' });
    expect(story.tries('dora', 'legal-review', { ...cleared, personId: 'lena' })).toBeNull();
  });
});

describe('a plan without the legal review', () => {
  it('asks nobody for it, and says so to whoever tries', () => {
    const story = acknowledged(new Story());
    expect(story.tries('lena', 'legal-review', cleared)).toMatchObject({
      ...{ type: 'not-in-plan', status: 409, detail: 'Legal review is not in the plan of this escalation.' },
    });
    expect(
      actionsFor(story.state, asActor(story.person('lena')), Date.parse(story.now)).map(({ name }) => name),
    ).not.toContain('legal-review');
    expect(story.state.clocks.map(({ id }) => id)).not.toContain('legal-review');
  });
});
