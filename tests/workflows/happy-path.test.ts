import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/duration';
import type { Escalation } from '../../domain/escalation/state';
import { DEMO_PEOPLE } from '../../services/shared/store/demo-people';
import { acknowledgment, BODIES, customerUpdate } from './bodies';
import type { Story } from './story';
import { rejectionOf } from './story';
import { CAST, Stage } from './stage';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.create();
});
afterAll(() => stage.close());

const clockOf = ({ clocks }: Escalation, id: string) => clocks.find((clock) => clock.id === id);
const nowOf = async (story: Story) => (await story.state()).lastAt;

/** From the receipt to the closure, without a word too many. */
async function untilClosed(story: Story): Promise<void> {
  await story.send('intake', CAST.manager, BODIES.intake);
  await story.send('investigation', CAST.owner, BODIES.investigation);
  await story.send('solution', CAST.owner, BODIES.solution);
  await story.send('customer-update', CAST.owner, customerUpdate(await nowOf(story)));
  await story.send('keep-commitment', CAST.owner, { commitmentId: 'c1' });
  await story.send('closure', CAST.owner, BODIES.closure);
}

describe('the happy path', () => {
  let story: Story;
  beforeAll(async () => {
    story = await stage.raise();
  });

  test('from the acknowledgment the 4 h and the 8 h run side by side', async () => {
    await story.skip(20 * MINUTE_MS);
    await story.send('intake', CAST.manager, BODIES.intake);
    const state = await story.state();
    const acknowledgedAt = state.acknowledgedAt ?? 0;
    expect(clockOf(state, 'intake')).toMatchObject({ state: 'met', metAt: acknowledgedAt });
    expect(clockOf(state, 'investigation')).toMatchObject({ state: 'running', dueAt: acknowledgedAt + 4 * HOUR_MS });
    expect(clockOf(state, 'customer-update')).toMatchObject({ state: 'running', dueAt: acknowledgedAt + 8 * HOUR_MS });
    expect(state.ownerId).toBe(CAST.owner);
  });

  test('the acknowledgment goes to the customer in the manager’s words, and the owner is told', async () => {
    const [carriedOut] = await story.until('step.carried-out');
    expect(carriedOut?.data.step).toBe('intake');
    const mails = await story.mails();
    const owner = DEMO_PEOPLE.find(({ id }) => id === CAST.owner);
    expect(mails.map(({ to }) => to).sort()).toEqual([owner?.email, 'ottilie.karr@northwind.example'].sort());
    expect(mails.find(({ to }) => to.startsWith('ottilie'))?.text).toContain(acknowledgment.body);
  });

  test('an answer carries all events of what was done, ending with its seq', async () => {
    const outcome = await story.send('investigation', CAST.owner, BODIES.investigation);
    expect(outcome.events.at(-1)?.seq).toBe(outcome.seq);
    expect(outcome.events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['step.completed', 'fact.amended', 'clock.met']),
    );
    expect(JSON.stringify(outcome).length).toBeLessThan(5_000);
  });

  test('the promise to the customer runs as a clock of its own', async () => {
    await story.send('solution', CAST.owner, BODIES.solution);
    const now = await nowOf(story);
    await story.send('customer-update', CAST.owner, customerUpdate(now, 3 * HOUR_MS));
    const state = await story.state();
    expect(clockOf(state, 'customer-update')).toMatchObject({ state: 'met' });
    expect(clockOf(state, 'commitment:c1')).toMatchObject({ state: 'running', dueAt: now + 3 * HOUR_MS });
    expect(clockOf(state, 'keep-informed')).toMatchObject({ state: 'running' });
  });

  test('closure waits for the promise, and for a cause', async () => {
    expect(await story.refusal('closure', CAST.owner, BODIES.closure)).toMatchObject({ type: 'commitments-open' });
    await story.send('keep-commitment', CAST.owner, { commitmentId: 'c1' });
    const { rootCause: _cause, ...causeless } = BODIES.closure;
    expect(await story.refusal('closure', CAST.owner, causeless)).toMatchObject({
      status: 422,
      errors: [{ pointer: '#/rootCause', detail: 'required' }],
    });
    await story.send('closure', CAST.owner, BODIES.closure);
    expect((await story.state()).status).toBe('closed');
  });

  test('the check-in has seven days from closure; the CSM is reminded and invited', async () => {
    const state = await story.state();
    expect(clockOf(state, 'check-in')?.dueAt).toBe((state.closedAt ?? 0) + 7 * DAY_MS);
    await story.skip(5.5 * DAY_MS);
    const [reminded] = await story.events('clock.reminded');
    expect(reminded?.data).toMatchObject({ clockId: 'check-in', toIds: [CAST.csm] });
    expect((await story.mails()).some(({ text }) => text.includes('BEGIN:VCALENDAR'))).toBe(true);
  });

  test('settled, the workflow ends, with everything recorded', async () => {
    await story.send('check-in', CAST.csm, BODIES.checkIn);
    const end = (await story.handle.result()) as unknown;
    const journal = await story.journal();
    expect(end).toMatchObject({ status: 'settled', seq: journal.length });
    expect(journal.at(-1)?.type).toBe('step.carried-out');
  });
});

test('a customer who is no better off reopens it: another round, anchored at the reopening', async () => {
  const story = await stage.raise();
  await untilClosed(story);
  await story.skip(2 * DAY_MS);
  const { events } = await story.send('check-in', CAST.csm, { reached: true, improved: false, note: 'Charged again.' });
  const reopened = events.find(({ type }) => type === 'escalation.reopened');
  const state = await story.state();
  expect(state).toMatchObject({ status: 'open', round: 2, ownerId: CAST.owner });
  expect(clockOf(state, 'investigation')).toMatchObject({ cycle: 2, dueAt: (reopened?.at ?? 0) + 4 * HOUR_MS });
  expect(clockOf(state, 'customer-update')).toMatchObject({ cycle: 2, dueAt: (reopened?.at ?? 0) + 8 * HOUR_MS });
  await story.skip(3 * HOUR_MS + MINUTE_MS);
  expect((await story.events('clock.reminded')).at(-1)?.data).toMatchObject({ clockId: 'investigation' });
});

test('acknowledged by phone 20 minutes before it was written down: the clocks hold the call', async () => {
  const story = await stage.raise();
  await story.skip(HOUR_MS);
  const calledAt = (await nowOf(story)) - 20 * MINUTE_MS;
  const call = { channel: 'phone', body: 'I take this on myself.', occurredAt: new Date(calledAt).toISOString() };
  await story.send('intake', CAST.manager, { ownerId: CAST.owner, acknowledgment: call });
  const state = await story.state();
  expect(state.acknowledgedAt).toBe(calledAt);
  expect(clockOf(state, 'intake')).toMatchObject({ state: 'met', metAt: calledAt });
  expect(clockOf(state, 'investigation')?.dueAt).toBe(calledAt + 4 * HOUR_MS);
  expect(clockOf(state, 'customer-update')?.dueAt).toBe(calledAt + 8 * HOUR_MS);
  const [completed] = await story.until('step.completed');
  expect(completed?.data).toMatchObject({ occurredAt: calledAt, recordedLate: true });
});

test('two managers acknowledge in the same moment: one wins, the other learns that it is done', async () => {
  const story = await stage.raise();
  const byPhone = (words: string) => ({ ownerId: CAST.owner, acknowledgment: { channel: 'phone', body: words } });
  const results = await Promise.allSettled([
    story.send('intake', CAST.manager, byPhone('I am on it.')),
    story.send('intake', CAST.director, byPhone('I will see to it myself.')),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const loser = results.find((result) => result.status === 'rejected');
  expect(rejectionOf(loser?.reason)).toMatchObject({ type: 'already-done', status: 409 });
  await story.until('step.carried-out');
  const types = (await story.journal()).map(({ type }) => type);
  expect(types.filter((type) => type === 'step.completed')).toHaveLength(1);
  expect(types).not.toContain('command.rejected');
});
