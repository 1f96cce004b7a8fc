import type { EscalationView } from '../../services/api/views/escalation.schema';
import {
  besideStep,
  climbs,
  nextAction,
  offeredGroups,
} from '../../services/console/src/pages/escalation/actions/next-action';
import { nextByItself, watchingClocks } from '../../services/console/src/pages/escalation/glance/due';

type ClockView = EscalationView['clocks'][number];

const HOUR_MS = 3_600_000;
const at = (hour: number) => new Date(Date.UTC(2026, 10, 22, 9) + hour * HOUR_MS).toISOString();

const clock = (more: Partial<ClockView> = {}): ClockView => ({
  ...{ id: 'intake', for: 'step', startedAt: at(0), dueAt: at(2), budget: 'PT2H', calendar: null, state: 'running' },
  ...{ remaining: 'PT1H', overdue: null, remindedAt: null, breachedAt: null, metAt: null, heldUntil: null, next: null },
  ...more,
});
const breached = clock({ state: 'breached', remindedAt: at(1.5), breachedAt: at(2), next: { rung: 'vp', at: at(3) } });

describe('what is next', () => {
  const escalation = (more: Partial<EscalationView>) =>
    ({
      ...{
        quiet: false,
        steps: [],
        commitments: [],
        clocks: [],
        actions: [],
        approvals: [],
        tasks: [],
        handOver: null,
      },
      ...more,
    }) as unknown as EscalationView;
  const next = (one: EscalationView) => nextAction(one, 'ines');
  const offered = (one: EscalationView) =>
    offeredGroups(one).map(({ title, actions }) => [title, ...actions.map(({ name }) => name)]);
  const may = (...names: string[]) =>
    names.map((name) => ({ name, kind: name in { intake: 1, closure: 1, solution: 1 } ? 'step' : 'command' })) as never;
  const steps = ['intake', 'investigation', 'solution', 'closure'].map((name) => ({ name })) as never;
  const promise = { id: 'c1', state: 'open', responsible: { id: 'ines' } } as never;

  it('is the earliest step that the reader may do', () => {
    const one = escalation({ steps, actions: may('add-note', 'solution', 'closure') });
    expect(next(one)?.name).toBe('solution');
    expect(offered(one)).toEqual([
      ['Steps', 'solution', 'closure'],
      ['Other', 'add-note'],
    ]);
  });

  it('is a later step whose time has run out before an earlier one that nobody waits for yet', () => {
    const actions = may('solution', 'closure');
    const due = { id: 'closure', dueAt: at(2) };
    const beside = (one: EscalationView) => besideStep(one, next(one));
    const running = escalation({ steps, actions, clocks: [clock(due)] });
    expect([next(running)?.name, beside(running)]).toEqual(['solution', 'closure']);
    const late = escalation({ steps, actions, clocks: [clock({ ...due, state: 'breached' })] });
    expect([next(late)?.name, beside(late)]).toEqual(['closure', 'solution']);
    const doneLate = escalation({ steps, actions, clocks: [clock({ ...due, state: 'breached', metAt: at(3) })] });
    expect([next(doneLate)?.name, beside(doneLate)]).toEqual(['solution', null]);
    const notMine = escalation({ steps, actions: may('solution'), clocks: [clock(due)] });
    expect([next(notMine)?.name, beside(notMine)]).toEqual(['solution', null]);
  });

  it('is to keep what was promised before it can be closed', () => {
    const actions = may('closure', 'keep-commitment');
    expect(next(escalation({ steps, actions, commitments: [promise] }))?.name).toBe('keep-commitment');
    expect(next(escalation({ steps, actions }))?.name).toBe('closure');
    const more = may('solution', 'keep-commitment');
    expect(next(escalation({ steps, actions: more, commitments: [promise] }))?.name).toBe('solution');
  });

  it('is no promise of somebody else, before it is broken', () => {
    const actions = may('keep-commitment');
    const theirs = (state: string, ownerId = 'ona') =>
      next(
        escalation({
          ...{ actions, owner: { id: ownerId, name: ownerId } },
          commitments: [{ id: 'c1', state, responsible: { id: 'lena' } } as never],
        }),
      )?.about;
    expect([theirs('open'), theirs('broken'), theirs('open', 'ines')]).toEqual([
      undefined,
      { commitmentId: 'c1' },
      { commitmentId: 'c1' },
    ]);
  });

  it('is to take charge where a breach climbs and no step is the reader’s', () => {
    const actions = may('add-note', 'take-charge');
    expect(next(escalation({ actions, clocks: [breached] }))?.name).toBe('take-charge');
    const inHand = { ...breached, heldUntil: at(4) };
    expect([climbs(escalation({ clocks: [inHand] })), next(escalation({ actions, clocks: [inHand] }))]).toEqual([
      false,
      null,
    ]);
  });

  it('is to activate an imported one, and never to report an import', () => {
    const one = escalation({ steps, quiet: true, actions: may('report-import', 'intake', 'activate') });
    expect(next(one)?.name).toBe('activate');
    expect(offered(one)).toEqual([
      ['Steps', 'intake'],
      ['Other', 'activate'],
    ]);
  });

  it('is first of all what was put to the reader by name: an offer, a decision, a task', () => {
    const person = { id: 'ines', name: 'Ines' };
    const offer = { handOver: { to: person } as never };
    const approvals = [{ id: 'a1', state: 'open', approver: person }] as never;
    const tasks = [
      { id: 't1', state: 'open', person, blockedBy: ['t2'], dueAt: at(1) },
      { id: 't3', state: 'open', person, blockedBy: [], dueAt: at(2) },
    ] as never;
    const actions = may('intake', 'accept-hand-over', 'decide-approval', 'complete-task');
    const all = { steps, actions, approvals, tasks };
    expect(next(escalation({ ...all, ...offer }))?.name).toBe('accept-hand-over');
    expect(next(escalation(all))).toMatchObject({ name: 'decide-approval', about: { approvalId: 'a1' } });
    expect(next(escalation({ ...all, approvals: [] }))).toMatchObject({
      name: 'complete-task',
      about: { taskId: 't3' },
    });
    expect(nextAction(escalation(all), 'grant')?.name).toBe('intake');
    expect(nextAction(escalation({ ...all, actions: may('decide-approval') }), 'grant')?.name).toBe('decide-approval');
  });

  it('is due first what ends first, and happens by itself what comes first', () => {
    const later = clock({ id: 'customer-update', dueAt: at(8), next: { rung: 'reminder', at: at(2.9) } });
    const done = clock({ id: 'investigation', state: 'met', metAt: at(1) });
    expect(watchingClocks([later, done, breached]).map(({ id }) => id)).toEqual(['intake', 'customer-update']);
    expect(nextByItself([breached, done, later])).toMatchObject({ rung: 'reminder', at: at(2.9) });
    expect(nextByItself([done])).toBeNull();
  });
});
