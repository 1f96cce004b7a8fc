import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../domain/duration';
import { hasEnded } from '../../../domain/escalation/due';
import { explainClocks } from '../../../domain/escalation/explain';
import { waitingIn } from '../../../domain/escalation/waiting';
import type { Body } from '../support/bodies';
import { acknowledged, closed } from '../support/deeds';
import { Story } from '../support/story';

const loud = () => acknowledged(new Story({ complaint: { public: true } }));
const task = (text: string, dueAt: string, more: Body = {}): Body => ({ text, dueAt, personId: 'edda', ...more });
const improved: Body = { reached: true, improved: true, note: 'They are content.' };

describe('a task', () => {
  it('goes to somebody who joins the team with it, has a date, and a clock of its own', () => {
    const story = loud().does('olu', 'add-task', task('Undo the deployment', '2026-11-23T17:00:00Z'));
    expect(story.state.team).toMatchObject([{ personId: 'edda', role: 'has a task' }]);
    expect(story.told('task-given')).toMatchObject([{ toId: 'edda', via: 'mail' }]);
    expect(story.told('team-joined')).toEqual([]);
    story.pass(8 * HOUR_MS);
    expect(story.all('clock.reminded').filter(({ data }) => data.clockId === 'task:t1')).toMatchObject([
      { at: Date.parse('2026-11-23T15:00:00Z'), data: { toIds: ['edda'] } },
    ]);
    story.pass(35 * MINUTE_MS);
    expect(story.rungs('task:t1')).toEqual(['11-23T17:00 hugo', '11-23T17:30 vera']);
    story.does('edda', 'complete-task', { taskId: 't1', note: 'Undone.' });
    expect(story.clock('task:t1')).toMatchObject({ state: 'breached', metAt: Date.parse(story.now), chain: null });
  });

  it('done in time but recorded late is met', () => {
    const story = loud()
      .does('olu', 'add-task', task('Undo it', '2026-11-23T12:00:00Z'))
      .pass(4 * HOUR_MS);
    story.does('olu', 'complete-task', { taskId: 't1', occurredAt: '2026-11-23T11:00:00Z' });
    expect(story.clock('task:t1')).toMatchObject({ state: 'met' });
  });

  it('has a date to come, by somebody who may be on the team, after tasks that there are', () => {
    const story = loud();
    const refused = (body: Body) => story.tries('olu', 'add-task', body);
    expect(refused(task('Late', '2026-11-23T08:00:00Z'))).toMatchObject({
      type: 'invalid-content',
      errors: [{ pointer: '#/dueAt', detail: 'is past' }],
    });
    expect(refused(task('Far', '2036-11-23T08:00:00Z'))).toMatchObject({ errors: [{ pointer: '#/dueAt' }] });
    expect(refused(task('Menial', '2026-11-24T08:00:00Z', { personId: 'ana' }))).toMatchObject({
      type: 'not-eligible',
    });
    expect(refused(task('After', '2026-11-24T08:00:00Z', { after: ['t7'] }))).toMatchObject({
      type: 'unknown-task',
      errors: [{ pointer: '#/after/0' }],
    });
    expect(story.state.tasks).toEqual([]);
    expect(story.tries('olu', 'complete-task', { taskId: 't1' })).toMatchObject({ type: 'not-now' });
  });

  it('is one of fifty at most', () => {
    const story = loud();
    for (let index = 1; index <= 50; index += 1) {
      story.does('olu', 'add-task', task(`Task ${index}`, '2026-12-24T08:00:00Z', { personId: 'olu' }));
    }
    const more = task('One more', '2026-12-24T08:00:00Z');
    expect(story.tries('olu', 'add-task', more)).toMatchObject({ type: 'not-now', status: 409 });
    story.does('olu', 'drop-task', { taskId: 't1', reason: 'Not needed.' });
    expect(story.tries('olu', 'add-task', more)).toBeNull();
  });
});

describe('tasks that come after others', () => {
  const three = () =>
    loud()
      .does('olu', 'add-task', task('Find it', '2026-11-23T15:00:00Z'))
      .does('olu', 'add-task', task('Fix it', '2026-11-23T17:00:00Z', { after: ['t1'] }))
      .does('olu', 'add-task', task('Tell it', '2026-11-23T19:00:00Z', { personId: 'hugo', after: ['t2'] }));

  it('are not done before those are done or dropped', () => {
    const story = three();
    expect(story.tries('edda', 'complete-task', { taskId: 't2' })).toMatchObject({
      type: 'too-early',
      status: 409,
      detail: 'The task t2 comes after t1 "Find it".',
    });
    story.pass(HOUR_MS).does('edda', 'complete-task', { taskId: 't1' });
    const before = { taskId: 't2', occurredAt: '2026-11-23T09:30:00Z' };
    expect(story.tries('edda', 'complete-task', before)).toMatchObject({
      type: 'invalid-content',
      errors: [{ pointer: '#/occurredAt' }],
    });
    story.does('olu', 'drop-task', { taskId: 't2', reason: 'It went away.' });
    expect(story.clock('task:t2').state).toBe('cancelled');
    story.does('hugo', 'complete-task', { taskId: 't3' });
  });

  it('never wait for each other: the circle is named', () => {
    const story = three();
    expect(story.tries('olu', 'change-task', { taskId: 't1', after: ['t3'], reason: 'x' })).toEqual({
      type: 'task-cycle',
      status: 422,
      detail: 'These tasks would wait for each other: t1 → t3 → t2 → t1.',
      errors: [{ pointer: '#/after', detail: 'makes the circle t1 → t3 → t2 → t1' }],
    });
    expect(story.tries('olu', 'change-task', { taskId: 't1', after: ['t1'], reason: 'x' })).toMatchObject({
      type: 'task-cycle',
      detail: 'These tasks would wait for each other: t1 → t1.',
    });
    story.does('olu', 'change-task', { taskId: 't3', after: ['t1'], reason: 'It can be told before.' });
    story.does('olu', 'change-task', { taskId: 't2', after: ['t3'], reason: 'Told first.' });
  });
});

describe('a task that changes', () => {
  it('goes to another person, who is reminded of it anew by its new date', () => {
    const story = loud()
      .does('olu', 'add-task', task('Undo it', '2026-11-23T13:00:00Z'))
      .pass(3.5 * HOUR_MS);
    const change = { taskId: 't1', personId: 'hugo', dueAt: '2026-11-23T16:30:00Z', reason: 'Edda is ill.' };
    story.does('olu', 'change-task', change).pass(3 * HOUR_MS + 15 * MINUTE_MS);
    const reminded = story.all('clock.reminded').filter(({ data }) => data.clockId === 'task:t1');
    expect(reminded.map(({ at, data }) => `${new Date(at).toISOString().slice(11, 16)} ${data.toIds.join()}`)).toEqual([
      '12:00 edda',
      '15:30 hugo',
    ]);
    expect(story.state.team.map(({ personId }) => personId)).toEqual(['edda', 'hugo']);
  });

  it('and is overdue gives whoever gets it an hour before anybody above them is told', () => {
    const story = loud()
      .does('olu', 'add-task', task('Undo it', '2026-11-23T10:00:00Z'))
      .pass(HOUR_MS + MINUTE_MS);
    story.does('olu', 'change-task', { taskId: 't1', personId: 'ona', reason: 'Edda is ill.' }).pass(62 * MINUTE_MS);
    expect(story.rungs('task:t1')).toEqual(['11-23T10:00 hugo', '11-23T11:01 max']);
  });

  it('is not changed into the same, nor once it is done', () => {
    const story = loud().does('olu', 'add-task', task('Undo it', '2026-11-23T13:00:00Z'));
    const same = { taskId: 't1', personId: 'edda', dueAt: '2026-11-23T13:00:00Z', reason: 'x' };
    expect(story.tries('olu', 'change-task', same)).toMatchObject({ type: 'invalid-content' });
    expect(story.tries('edda', 'change-task', { ...same, personId: 'hugo' })).toMatchObject({ type: 'not-allowed' });
    expect(story.tries('olu', 'drop-task', { taskId: 't9', reason: 'x' })).toMatchObject({ type: 'unknown-task' });
    story.does('edda', 'complete-task', { taskId: 't1' }).does('olu', 'add-task', task('More', '2026-11-24T13:00:00Z'));
    expect(story.tries('olu', 'change-task', { ...same, personId: 'hugo' })).toMatchObject({ type: 'already-done' });
  });
});

describe('after closure', () => {
  const withTask = () => {
    const story = closed(new Story({ complaint: { public: true } }));
    return story.does('olu', 'add-task', task('Cure the cause', '2026-12-01T09:00:00Z', { personId: 'ona' }));
  };

  it('a task is chased on, after the settlement too, until it is done', () => {
    const story = withTask().pass(DAY_MS).does('cleo', 'check-in', improved);
    expect(story.state.status).toBe('settled');
    expect(hasEnded(story.state)).toBe(false);
    story.until('2026-12-01T09:40:00Z');
    expect(story.all('clock.reminded').at(-1)).toMatchObject({ data: { clockId: 'task:t1', toIds: ['ona'] } });
    expect(story.rungs('task:t1')).toEqual(['12-01T09:00 max', '12-01T09:30 dora']);
    expect(waitingIn(story.state, Date.parse(story.now)).map(({ personId, why }) => `${personId} ${why}`)).toEqual([
      'ona task',
      'max task',
      'dora task',
    ]);
    story.does('max', 'take-charge', {}).does('ona', 'complete-task', { taskId: 't1' });
    expect(hasEnded(story.state)).toBe(true);
  });

  it('a withdrawal cancels it, and a reopening takes it up again by its old date', () => {
    const story = withTask().does('mia', 'withdraw', { reason: 'It was never ours.' });
    expect(story.clock('task:t1').state).toBe('cancelled');
    expect(story.tries('ona', 'complete-task', { taskId: 't1' })).toMatchObject({ type: 'not-open' });
    story.pass(HOUR_MS).does('mia', 'reopen', { reason: 'It was ours.' });
    expect(story.clock('task:t1')).toMatchObject({ state: 'running', dueAt: Date.parse('2026-12-01T09:00:00Z') });
  });
});

describe('what waits, and why', () => {
  it('a task waits for its person until those before it are done, and is explained', () => {
    const story = loud()
      .does('olu', 'add-task', task('Find it', '2026-11-23T15:00:00Z'))
      .does('olu', 'add-task', task('Fix it', '2026-11-23T17:00:00Z', { personId: 'hugo', after: ['t1'] }));
    const now = Date.parse(story.now);
    const theirs = waitingIn(story.state, now).filter(({ why }) => why === 'task');
    expect(theirs).toMatchObject([
      { personId: 'edda', what: 'Find it', action: { kind: 'command', name: 'complete-task' } },
      { personId: 'hugo', what: 'Fix it, once t1 "Find it" is done', action: null },
    ]);
    const reasons = explainClocks(story.state, now).find(({ id }) => id === 'task:t1');
    expect(reasons).toMatchObject({
      what: 'the task "Find it"',
      anchor: { because: 'the day it was given' },
      policyLine: "the task's own date",
      responsible: { id: 'edda', because: 'it is their task' },
      next: { what: 'reminder', to: ['Edda Sørensen'] },
    });
  });
});
