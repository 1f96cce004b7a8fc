import { HOUR_MS, MINUTE_MS } from '../../../domain/duration';
import type { Body } from '../support/bodies';
import { account, acknowledged, findings, remedy } from '../support/deeds';
import { Story } from '../support/story';

const TUESDAY = '2026-11-24T09:00:00Z';
const decide = (decision: 'approved' | 'refused', more: Body = {}): Body => ({ approvalId: 'a1', decision, ...more });

describe('where legal action is threatened and the policy has messages seen first', () => {
  const legal = () => {
    const story = new Story({
      complaint: { threatensLegal: true },
      policy: { messageApproval: { approverIds: ['lena'] } },
    });
    return acknowledged(story).does('olu', 'investigation', findings).does('olu', 'solution', remedy);
  };

  it('the acknowledgment goes out, the account waits for Legal and is sent as it was written', () => {
    const story = legal();
    expect(story.clock('intake').state).toBe('met');
    story.does('olu', 'customer-update', account(TUESDAY));
    expect(story.clock('customer-update').state).toBe('running');
    expect(story.state.commitments).toEqual([]);
    expect(story.told('approval-asked')).toMatchObject([{ toId: 'lena', via: 'mail' }]);
    expect(story.told('message-held')).toMatchObject([{ toId: 'olu' }]);
    story.pass(HOUR_MS).does('lena', 'decide-approval', decide('approved'));
    expect(story.clock('customer-update')).toMatchObject({ state: 'met', metAt: Date.parse('2026-11-23T10:00:00Z') });
    expect(story.all('step.completed').at(-1)?.actor?.id).toBe('olu');
    expect(story.state.commitments).toHaveLength(1);
  });

  it('refused, nothing is sent, and other words are proposed', () => {
    const story = legal().does('olu', 'interim-update', {
      message: { channel: 'mail', subject: 'Soon', body: 'We admit it.' },
    });
    story.does('lena', 'decide-approval', decide('refused', { note: 'Admit nothing.' }));
    expect(story.all('customer.informed')).toEqual([]);
    story.does('olu', 'interim-update', { message: { channel: 'mail', subject: 'Soon', body: 'More tomorrow.' } });
    story.does('lena', 'decide-approval', { approvalId: 'a2', decision: 'approved' });
    expect(story.all('customer.informed').map(({ actor, data }) => [actor?.id, data.message.body])).toEqual([
      ['olu', 'More tomorrow.'],
    ]);
  });

  it('what is wrong with it is said at once, not when it is seen', () => {
    expect(legal().tries('olu', 'customer-update', account('2026-11-20T09:00:00Z'))).toMatchObject({
      type: 'invalid-content',
    });
  });

  it('what cannot be done any more lapses, and whoever wrote it learns of it', () => {
    const story = legal()
      .does('olu', 'customer-update', account('2026-11-23T10:00:00Z'))
      .pass(90 * MINUTE_MS);
    story.does('lena', 'decide-approval', decide('approved'));
    expect(story.all('attempt.lapsed')).toMatchObject([{ data: { name: 'customer-update' } }]);
    expect(story.told('approval-decided').map(({ toId }) => toId)).toEqual(['olu', 'olu']);
    expect(story.clock('customer-update').state).toBe('running');
  });

  it('a manager is not asked and has no say, whoever is above Legal has', () => {
    const story = legal().does('olu', 'customer-update', account(TUESDAY));
    expect(story.tries('mia', 'decide-approval', decide('approved'))).toMatchObject({ type: 'beyond-authority' });
    expect(story.tries('vera', 'decide-approval', decide('approved'))).toBeNull();
  });

  it('what was said on the phone is a record of what happened, and is taken', () => {
    const story = legal().does('olu', 'interim-update', { message: { channel: 'phone', body: 'I told them.' } });
    expect(story.state.approvals).toEqual([]);
  });

  it('a promise is not moved by words that nobody has written or seen', () => {
    const story = acknowledged(new Story({ policy: { messageApproval: { approverIds: ['lena'] } } }));
    story.does('olu', 'investigation', findings).does('olu', 'solution', remedy);
    story.does('olu', 'customer-update', account(TUESDAY)).does('mia', 'amend', { threatensLegal: true });
    const later = { commitmentId: 'c1', dueAt: '2026-11-26T09:00:00Z', reason: 'The bank.' };
    expect(story.tries('olu', 'move-commitment', later)).toMatchObject({
      ...{ type: 'invalid-content', errors: [{ pointer: '#/message' }] },
    });
    const message = { channel: 'mail', subject: 'Another date', body: 'You have it on Thursday.' };
    story.does('olu', 'move-commitment', { ...later, message });
    expect(story.state.approvals).toMatchObject([{ state: 'open', attempt: { name: 'move-commitment' } }]);
  });

  it('the owner does not switch off by an amendment that somebody sees their words', () => {
    const story = legal();
    const noThreat = { threatensLegal: false, reason: 'They calmed down.' };
    expect(story.tries('olu', 'amend', noThreat)).toMatchObject({ type: 'not-allowed', status: 403 });
    expect(story.tries('olu', 'amend', { scope: 'several-customers' })).toBeNull();
    expect(story.tries('mia', 'amend', noThreat)).toBeNull();
  });

  it('the same words wait once, twenty at a time, and leave no more than their beginning behind', () => {
    const words = (body: string) => ({ message: { channel: 'mail', subject: 'Soon', body } });
    const story = legal().does('olu', 'interim-update', words('x'.repeat(20_000)));
    expect(story.tries('olu', 'interim-update', words('x'.repeat(20_000)))).toMatchObject({ type: 'already-done' });
    for (let more = 1; more < 20; more += 1) story.does('olu', 'interim-update', words(`Word ${more}`));
    expect(story.tries('olu', 'interim-update', words('One more'))).toMatchObject({ type: 'not-now', status: 409 });
    story.does('lena', 'decide-approval', decide('approved'));
    const [first] = story.state.approvals;
    expect(first).toMatchObject({ state: 'approved', attempt: { name: 'interim-update', body: null } });
    expect(JSON.stringify(first).length).toBeLessThan(2_000);
    expect(story.all('customer.informed').at(-1)?.data.message.body).toHaveLength(20_000);
  });

  it('a threat that turns up later counts from then on', () => {
    const story = acknowledged(new Story({ policy: { messageApproval: { approverIds: ['lena'] } } }));
    const mail = { message: { channel: 'mail', subject: 'Soon', body: 'More tomorrow.' } };
    story
      .does('olu', 'interim-update', mail)
      .does('olu', 'amend', { threatensLegal: true, reason: 'Their lawyer wrote.' });
    story.does('olu', 'interim-update', mail);
    expect(story.all('customer.informed')).toHaveLength(1);
    expect(story.state.approvals).toHaveLength(1);
  });
});
