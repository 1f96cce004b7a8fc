import { HOUR_MS } from '../../../domain/duration';
import type { Body } from '../support/bodies';
import { account, acknowledged, acknowledgment, findings, remedy } from '../support/deeds';
import { planWith } from '../support/plans';
import { Story } from '../support/story';

const TOMORROW = '2026-11-24T12:00:00Z';

function everything(story: Story, ownerId: string): Body {
  return {
    intake: acknowledgment(story, ownerId, ownerId),
    investigation: findings,
    solution: remedy,
    customerUpdate: account(TOMORROW, ownerId),
  };
}

describe('solved on the first call', () => {
  it('a manager who owns it completes everything up to the full account in one form', () => {
    const story = new Story().pass(HOUR_MS);
    story.does('mia', 'resolve-at-once', everything(story, 'mia'));
    expect(story.state.ownerId).toBe('mia');
    expect(story.all('step.completed').map(({ data }) => data.step)).toEqual([
      'intake',
      'investigation',
      'solution',
      'customer-update',
    ]);
    expect(['intake', 'investigation', 'customer-update'].map((id) => story.clock(id).state)).toEqual([
      'met',
      'met',
      'met',
    ]);
    expect(story.clock('commitment:c1').state).toBe('running');
    expect(story.state.seq).toBe(story.events.length);
  });

  it('an owner completes what is left; what is done is left out', () => {
    const story = acknowledged(new Story()).does('olu', 'investigation', findings);
    expect(story.tries('olu', 'resolve-at-once', { investigation: findings, solution: remedy })).toMatchObject({
      type: 'already-done',
      detail: 'Investigation is done already: leave its part out.',
    });
    story.does('olu', 'resolve-at-once', { solution: remedy, customerUpdate: account(TOMORROW) });
    expect(story.tries('olu', 'resolve-at-once', {})?.type).toBe('already-done');
  });

  it('is done whole or not at all: a missing part, or one that its own rules refuse, changes nothing', () => {
    const story = acknowledged(new Story({ complaint: { severity: 'defect' } }));
    const { seq } = story.state;
    const parts = { investigation: findings, solution: remedy, customerUpdate: account(TOMORROW) };
    expect(story.tries('olu', 'resolve-at-once', { ...parts, customerUpdate: undefined })?.errors).toEqual([
      { pointer: '#/investigation/technicalConsulted', detail: 'required where the severity is data, outage, defect' },
    ]);
    const consulted = { ...findings, technicalConsulted: { personId: 'edda', note: 'A job ran twice.' } };
    expect(story.tries('olu', 'resolve-at-once', { investigation: consulted, solution: remedy })?.errors).toEqual([
      { pointer: '#/customerUpdate', detail: 'required: this step is not done yet' },
    ]);
    const late = { ...parts, investigation: consulted, customerUpdate: account('2026-11-23T08:00:00Z') };
    expect(story.tries('olu', 'resolve-at-once', late)?.errors).toEqual([
      { pointer: '#/customerUpdate/commitments/0/dueAt', detail: 'is past' },
    ]);
    expect(story.state.seq).toBe(seq);
  });

  it('is for the owner, or before the acknowledgment for a manager who names themselves', () => {
    const story = new Story();
    expect(story.tries('olu', 'resolve-at-once', everything(story, 'olu'))?.type).toBe('not-allowed');
    const another = { ...everything(story, 'mia'), intake: acknowledgment(story, 'mia', 'olu') };
    expect(story.tries('mia', 'resolve-at-once', another)).toMatchObject({ type: 'not-allowed', status: 403 });
    acknowledged(story);
    expect(story.tries('mia', 'resolve-at-once', { solution: remedy })?.type).toBe('not-allowed');
  });

  it('does not go past an approval that a remedy needs', () => {
    const story = acknowledged(new Story());
    const credit = { amount: 900_000, currency: 'USD' };
    const body = { investigation: findings, solution: { ...remedy, credit }, customerUpdate: account(TOMORROW) };
    expect(story.tries('olu', 'resolve-at-once', body)).toMatchObject({ type: 'needs-approval', status: 409 });
    expect(story.state.approvals).toEqual([]);
  });

  it('does not go past another step that the plan has in between', () => {
    const story = acknowledged(new Story({ policy: { plan: planWith('legal-review') } }));
    const body = { investigation: findings, solution: remedy, customerUpdate: account(TOMORROW) };
    expect(story.tries('olu', 'resolve-at-once', body)).toMatchObject({
      type: 'too-early',
      detail: 'The plan has Legal review in between: complete the steps one by one.',
    });
  });
});
