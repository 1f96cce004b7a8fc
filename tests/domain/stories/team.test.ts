import { HOUR_MS } from '../../../domain/duration';
import { acknowledged, closed, findings } from '../support/deeds';
import { Story } from '../support/story';

const loud = () => acknowledged(new Story({ complaint: { public: true } }));

describe('the team', () => {
  it('takes people of any function with a stated role, who are told and see it from then on', () => {
    const story = loud().does('olu', 'add-to-team', { personId: 'edda', role: 'Finds the faulty job' });
    expect(story.state.team).toMatchObject([{ personId: 'edda', role: 'Finds the faulty job' }]);
    expect(story.told('team-joined')).toMatchObject([{ toId: 'edda', via: 'mail' }]);
    story.does('olu', 'add-to-team', { personId: 'edda', role: 'Speaks for engineering', note: 'She leads now.' });
    expect(story.state.team).toMatchObject([{ personId: 'edda', role: 'Speaks for engineering' }]);
    expect(story.all('note.added')).toHaveLength(1);
  });

  it('has no entry-level staff, nobody unknown, and nobody who has left', () => {
    const story = loud().change('cora', { leftAt: Date.parse('2026-11-01T00:00:00Z') });
    const add = (personId: string) => story.tries('mia', 'add-to-team', { personId, role: 'Helps' });
    expect(add('ana')).toMatchObject({ type: 'not-eligible', errors: [{ pointer: '#/personId' }] });
    expect(add('nobody')).toMatchObject({ type: 'unknown-person' });
    expect(add('cora')).toMatchObject({ type: 'unavailable-person' });
    expect(story.state.team).toEqual([]);
  });

  it('lets nobody go who still has something to do', () => {
    const story = loud().does('olu', 'add-task', { text: 'Undo it', personId: 'edda', dueAt: '2026-11-24T09:00:00Z' });
    expect(story.tries('olu', 'remove-from-team', { personId: 'edda' })).toMatchObject({
      type: 'not-now',
      detail: 'Edda Sørensen still has to do: t1 "Undo it". Give it to somebody first.',
    });
    story.does('edda', 'complete-task', { taskId: 't1' }).does('olu', 'remove-from-team', { personId: 'edda' });
    expect(story.state.team).toEqual([]);
    expect(story.tries('olu', 'remove-from-team', { personId: 'edda' })).toMatchObject({ type: 'not-now' });
  });

  it('is put together by the owner and managers, not by those on it', () => {
    const story = loud().does('olu', 'add-to-team', { personId: 'edda', role: 'Helps' });
    expect(story.tries('edda', 'add-to-team', { personId: 'hugo', role: 'Helps' })).toMatchObject({
      type: 'not-allowed',
      status: 403,
    });
  });
});

describe('the escalation manager', () => {
  it('may do on this one escalation whatever a manager may, from when they are named', () => {
    const story = loud();
    const reassign = { ownerId: 'ona', reason: 'Olu is on another one.' };
    expect(story.tries('emil', 'reassign', reassign)).toMatchObject({ type: 'not-allowed' });
    story.does('olu', 'name-escalation-manager', { personId: 'emil', reason: 'Many functions are in it.' });
    expect(story.told('manager-named')).toMatchObject([{ toId: 'emil', via: 'mail' }]);
    story.does('emil', 'reassign', reassign).does('emil', 'withdraw', { reason: 'It was never ours.' });
    expect(story.state.ownerId).toBe('ona');
  });

  it('does no step that a role must do, and answers for everything that has run out', () => {
    const story = loud()
      .does('mia', 'name-escalation-manager', { personId: 'emil' })
      .pass(4 * HOUR_MS);
    expect(story.tries('emil', 'investigation', findings)).toMatchObject({ type: 'not-allowed' });
    story.does('emil', 'take-charge', {});
    expect(story.clock('investigation').chain?.heldUntil).not.toBeNull();
  });

  it('is somebody whose role allows it, and ends when nobody is named', () => {
    const story = loud();
    const name = (personId?: string) => story.tries('mia', 'name-escalation-manager', personId ? { personId } : {});
    expect(name('edda')).toMatchObject({ type: 'not-eligible', errors: [{ pointer: '#/personId' }] });
    expect(name()).toMatchObject({ type: 'already-done' });
    expect(name('emil')).toBeNull();
    expect(name('emil')).toMatchObject({ type: 'already-done' });
    expect(name()).toBeNull();
    expect(story.tries('emil', 'reassign', { ownerId: 'ona', reason: 'x' })).toMatchObject({ type: 'not-allowed' });
  });

  it('learns of every task that nobody has done by its date', () => {
    const story = loud()
      .does('mia', 'name-escalation-manager', { personId: 'emil' })
      .does('olu', 'add-task', { text: 'Undo it', personId: 'edda', dueAt: '2026-11-23T12:00:00Z' })
      .pass(3 * HOUR_MS);
    const [breach] = story.all('clock.breached').filter(({ data }) => data.clockId === 'task:t1');
    expect(breach?.data.notices.map(({ toId, via }) => `${toId} ${via}`)).toContain('emil mail');
  });

  it('cannot be named once it is settled', () => {
    const story = closed(new Story());
    story.does('cleo', 'check-in', { reached: true, improved: true, note: 'All is well.' });
    expect(story.tries('mia', 'name-escalation-manager', { personId: 'emil' })).toMatchObject({ type: 'not-open' });
  });
});
