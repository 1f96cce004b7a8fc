import { DAY_MS, HOUR_MS } from '../../../domain/duration';
import { promisesBefore } from '../../../domain/escalation/promises/before-tasks';
import type { Body } from '../support/bodies';
import { account, acknowledged, findings, goodbye, remedy } from '../support/deeds';
import { Story } from '../support/story';

const THURSDAY = '2026-11-26T09:00:00Z';
const FRIDAY = '2026-11-27T09:00:00Z';
const said = { channel: 'phone', body: 'I told them.' };

/** Monday morning, everything told, and one promise for Thursday. */
const promised = () =>
  acknowledged(new Story()).does('olu', 'investigation', findings).does('olu', 'customer-update', account(THURSDAY));

const move = (more: Body = {}): Body => ({
  commitmentId: 'c1',
  dueAt: FRIDAY,
  reason: 'The bank.',
  message: said,
  ...more,
});
const another = (more: Body = {}): Body => ({
  ...{ text: 'A call with our architect', dueAt: FRIDAY, responsibleId: 'edda', message: said },
  ...more,
});
const replacement = (more: Body = {}): Body => ({ commitmentId: 'c1', reason: 'The bank.', ...another(), ...more });

describe('a promise that cannot be kept in time', () => {
  it('is moved before its date: the customer is told, and its reminder comes at 75 % of the new time', () => {
    const story = promised().until('2026-11-25T09:00:00Z');
    const reminders = story.told('reminder').length;
    story.does('olu', 'move-commitment', move());
    expect(story.state.commitments[0]).toMatchObject({
      state: 'open',
      dueAt: Date.parse(FRIDAY),
      movedFrom: [Date.parse(THURSDAY)],
    });
    expect(story.clock('commitment:c1')).toMatchObject({ state: 'running', dueAt: Date.parse(FRIDAY), cycle: 2 });
    expect(story.all('customer.informed').at(-1)?.data.message.body).toBe('I told them.');
    story.until('2026-11-26T21:00:00Z');
    expect(story.told('reminder').slice(reminders)).toMatchObject([{ at: '2026-11-26T21:00:00.000Z', toId: 'olu' }]);
    story.until(FRIDAY);
    expect(story.state.commitments[0]?.state).toBe('broken');
  });

  it('moved without a message is told by a short mail with both dates, which keeps our reason to ourselves', () => {
    const story = promised().does('olu', 'move-commitment', { commitmentId: 'c1', dueAt: FRIDAY, reason: 'Secret.' });
    const [informed] = story.all('customer.informed').slice(-1);
    expect(informed?.data).toMatchObject({ deliveryId: expect.any(String) as string, message: { channel: 'mail' } });
    expect(informed?.data.message.body).toContain('2026-11-26 09:00 UTC');
    expect(informed?.data.message.body).toContain('2026-11-27 09:00 UTC');
    expect(informed?.data.message.body).not.toContain('Secret');
  });

  it('without a mail address somebody has to say how the customer was told', () => {
    const story = acknowledgedByPhone().does('olu', 'investigation', findings);
    story.does('olu', 'customer-update', { ...account(THURSDAY), message: said });
    const refused = story.tries('olu', 'move-commitment', { commitmentId: 'c1', dueAt: FRIDAY, reason: 'The bank.' });
    expect(refused).toMatchObject({ type: 'contact-missing', errors: [{ pointer: '#/message' }] });
    expect(story.tries('olu', 'move-commitment', move())).toBeNull();
  });

  it('is not moved into the past, to the same date, after its date, or by whoever only keeps it', () => {
    const story = promised();
    expect(story.tries('olu', 'move-commitment', move({ dueAt: '2026-11-20T09:00:00Z' }))).toMatchObject({
      type: 'invalid-content',
      errors: [{ pointer: '#/dueAt', detail: 'is past' }],
    });
    expect(story.tries('olu', 'move-commitment', move({ dueAt: THURSDAY }))).toMatchObject({ type: 'invalid-content' });
    expect(story.tries('ona', 'move-commitment', move())).toMatchObject({ type: 'not-allowed', status: 403 });
    expect(story.tries('olu', 'move-commitment', move({ commitmentId: 'c7' }))).toMatchObject({
      type: 'unknown-commitment',
    });
    story.until('2026-11-26T10:00:00Z');
    story.does('olu', 'add-commitment', another());
    expect(story.tries('olu', 'move-commitment', move())).toMatchObject({ type: 'not-now', status: 409 });
  });

  it('broken is replaced with the knowledge of the customer, stays on record as broken, and nothing chases it', () => {
    const story = promised();
    expect(story.tries('olu', 'replace-commitment', replacement())).toMatchObject({ type: 'not-now' });
    story.until('2026-11-26T10:00:00Z').does('olu', 'replace-commitment', replacement());
    expect(story.state.commitments).toMatchObject([{ state: 'replaced' }, { id: 'c2', state: 'open' }]);
    expect(story.clock('commitment:c1').state).toBe('cancelled');
    expect(story.clock('commitment:c2')).toMatchObject({ state: 'running', dueAt: Date.parse(FRIDAY) });
    expect(story.tries('olu', 'replace-commitment', replacement())).toMatchObject({ type: 'not-now' });
    expect(story.tries('olu', 'keep-commitment', { commitmentId: 'c1' })).toMatchObject({ type: 'not-now' });
    story.does('edda', 'keep-commitment', { commitmentId: 'c2' }).does('olu', 'solution', remedy);
    expect(story.tries('olu', 'closure', goodbye)).toBeNull();
  });
});

function acknowledgedByPhone(): Story {
  const story = new Story({ complaint: { contact: { name: 'Noor Haddad', email: null } } });
  return story.does('mia', 'intake', {
    ownerId: 'olu',
    acknowledgment: { channel: 'phone', body: 'I answer for this.' },
  });
}

describe('one more promise', () => {
  it('has a clock of its own, is word to the customer, and keeps the escalation open', () => {
    const story = promised().pass(DAY_MS).does('olu', 'add-commitment', another());
    expect(story.clock('commitment:c2')).toMatchObject({ state: 'running', dueAt: Date.parse(FRIDAY) });
    expect(story.clock('keep-informed').anchorAt).toBe(Date.parse('2026-11-24T09:00:00Z'));
    story.does('olu', 'solution', remedy).does('olu', 'keep-commitment', { commitmentId: 'c1' });
    expect(story.tries('olu', 'closure', goodbye)).toMatchObject({ type: 'commitments-open' });
  });

  it('is not made for a day gone by, by a stranger, or before there is an owner', () => {
    const story = promised();
    expect(story.tries('olu', 'add-commitment', another({ dueAt: story.now }))).toMatchObject({
      type: 'invalid-content',
      errors: [{ pointer: '#/dueAt', detail: 'is past' }],
    });
    expect(story.tries('olu', 'add-commitment', another({ responsibleId: 'nobody' }))).toMatchObject({
      type: 'unknown-person',
      errors: [{ pointer: '#/responsibleId' }],
    });
    expect(story.tries('edda', 'add-commitment', another())).toMatchObject({ type: 'not-allowed' });
    expect(new Story().tries('mia', 'add-commitment', another())).toMatchObject({ type: 'too-early' });
  });
});

describe('a promise that depends on tasks', () => {
  const withTasks = () =>
    promised()
      .does('olu', 'add-task', { text: 'Write the fix', personId: 'edda', dueAt: '2026-11-28T09:00:00Z' })
      .does('olu', 'add-task', { text: 'Deploy it', personId: 'edda', dueAt: '2026-11-27T08:00:00Z', after: ['t1'] });

  it('is flagged where it is dated before one of them, or before what that one waits for', () => {
    const story = withTasks();
    expect(story.tries('olu', 'add-commitment', another({ dependsOn: ['t2'] }))).toMatchObject({
      type: 'promise-before-tasks',
      status: 422,
      errors: [{ pointer: '#/dueAt', detail: expect.stringContaining('t1 "Write the fix"') as string }],
    });
    expect(story.tries('olu', 'add-commitment', another({ dependsOn: ['t9'] }))).toMatchObject({
      type: 'unknown-task',
      errors: [{ pointer: '#/dependsOn/0' }],
    });
    expect(story.state.commitments).toHaveLength(1);
  });

  it('is made all the same where somebody says so, and that is on record', () => {
    const story = withTasks();
    story.does('olu', 'add-commitment', another({ dependsOn: ['t1'], sendAllTheSame: true }));
    expect(story.all('commitment.made').at(-1)?.data).toMatchObject({ dependsOn: ['t1'], sentAllTheSame: true });
  });

  it('is no trouble once the tasks are done', () => {
    const story = withTasks()
      .does('edda', 'complete-task', { taskId: 't1' })
      .does('edda', 'complete-task', { taskId: 't2' });
    story.does('olu', 'add-commitment', another({ dependsOn: ['t1', 't2'] }));
    expect(story.all('commitment.made').at(-1)?.data.sentAllTheSame).toBeUndefined();
  });

  it('is found when a task moves past it', () => {
    const story = withTasks().does(
      'olu',
      'add-commitment',
      another({ dueAt: '2026-11-30T09:00:00Z', dependsOn: ['t2'] }),
    );
    const past = (id: string, dueAt: string) =>
      promisesBefore(story.state, { id, dueAt: Date.parse(dueAt) }).map((one) => one.id);
    expect(past('t1', '2026-11-30T08:00:00Z')).toEqual([]);
    expect(past('t1', '2026-12-01T08:00:00Z')).toEqual(['c2']);
    expect(past('t2', '2026-12-01T08:00:00Z')).toEqual(['c2']);
    const move = (dueAt: string) =>
      story.does('mia', 'change-task', { taskId: 't1', dueAt, reason: 'It takes longer.' }).told('promise-endangered');
    expect(move('2026-11-30T08:00:00Z')).toEqual([]);
    expect(move('2026-12-01T08:00:00Z')).toMatchObject([{ toId: 'olu', via: 'mail' }]);
  });

  it('is flagged in the full account too, at the promise that is meant', () => {
    const story = acknowledged(new Story())
      .does('olu', 'investigation', findings)
      .does('olu', 'add-task', { text: 'Write the fix', personId: 'edda', dueAt: FRIDAY });
    const body = account(THURSDAY);
    const commitments = [another(), another({ dueAt: THURSDAY, dependsOn: ['t1'] })].map(
      ({ message: _, ...one }) => one,
    );
    expect(story.tries('olu', 'customer-update', { ...body, commitments })).toMatchObject({
      type: 'promise-before-tasks',
      errors: [{ pointer: '#/commitments/1/dueAt' }],
    });
    expect(story.tries('olu', 'customer-update', { ...body, commitments, sendAllTheSame: true })).toBeNull();
  });
});

test('a promise moved while it is paused keeps running to its new date', () => {
  const story = promised().does('olu', 'pause', {
    dueAt: '2026-11-25T09:00:00Z',
    reason: 'We need the contract number.',
    question: { channel: 'phone', body: 'Which contract?' },
  });
  story.does('olu', 'move-commitment', move()).pass(HOUR_MS);
  expect(story.clock('commitment:c1')).toMatchObject({ state: 'running', dueAt: Date.parse(FRIDAY) });
});
