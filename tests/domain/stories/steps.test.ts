import { DAY_MS, HOUR_MS } from '../../../domain/duration';
import { actionsFor } from '../../../domain/escalation/actions';
import { decide } from '../../../domain/escalation/decide';
import { evolveAll } from '../../../domain/escalation/evolve';
import { asActor } from '../../../domain/people';
import { account, acknowledged, closed, findings, goodbye, remedy } from '../support/deeds';
import { Story } from '../support/story';

const TOMORROW = '2026-11-24T09:00:00Z';

describe('the order of the steps', () => {
  it('intake comes first', () => {
    expect(new Story().tries('olu', 'investigation', findings)).toMatchObject({ type: 'too-early', status: 409 });
  });

  it('the customer is told nothing before it is understood, and nothing closes before it is solved', () => {
    const story = acknowledged(new Story());
    expect(story.tries('olu', 'customer-update', account(TOMORROW))).toMatchObject({ type: 'too-early' });
    story.does('olu', 'investigation', findings).does('olu', 'customer-update', account(TOMORROW));
    story.does('olu', 'keep-commitment', { commitmentId: 'c1' });
    expect(story.tries('olu', 'closure', goodbye)?.detail).toContain('solution');
    expect(story.does('olu', 'solution', remedy).tries('olu', 'closure', goodbye)).toBeNull();
  });

  it('the solution may come before the investigation is done', () => {
    expect(acknowledged(new Story()).tries('olu', 'solution', remedy)).toBeNull();
  });

  it('only the owner completes the steps of the owner', () => {
    const story = acknowledged(new Story());
    expect(story.tries('mia', 'investigation', findings)).toMatchObject({ type: 'not-allowed', status: 403 });
    expect(story.tries('vera', 'investigation', findings)).toMatchObject({ type: 'not-allowed' });
  });

  it('somebody technical is consulted where the severity is technical', () => {
    const story = acknowledged(new Story({ complaint: { severity: 'outage' } }));
    expect(story.tries('olu', 'investigation', findings)?.errors).toMatchObject([{ pointer: '#/technicalConsulted' }]);
    const technicalConsulted = { personId: 'edda', note: 'A deploy.' };
    expect(story.tries('olu', 'investigation', { ...findings, technicalConsulted })).toBeNull();
  });

  it('scope and origin are known by the end of the investigation', () => {
    const story = acknowledged(new Story({ complaint: { scope: null, origin: null } }));
    expect(story.tries('olu', 'investigation', findings)?.errors?.map(({ pointer }) => pointer)).toEqual([
      '#/scope',
      '#/origin',
    ]);
    story.does('olu', 'investigation', { ...findings, scope: 'one-customer', origin: 'external' });
    expect(story.state.complaint).toMatchObject({ scope: 'one-customer', origin: 'external' });
  });

  it('the account to the customer carries a dated promise of somebody known', () => {
    const story = acknowledged(new Story()).does('olu', 'investigation', findings);
    expect(story.tries('olu', 'customer-update', { ...account(TOMORROW), commitments: [] })).toMatchObject({
      type: 'malformed',
    });
    expect(story.tries('olu', 'customer-update', account(story.now))?.errors).toMatchObject([
      { pointer: '#/commitments/0/dueAt' },
    ]);
    expect(story.tries('olu', 'customer-update', account(TOMORROW, 'stranger'))).toMatchObject({
      type: 'unknown-person',
      status: 422,
    });
    expect(story.tries('olu', 'customer-update', account(TOMORROW, 'constructor'))).toMatchObject({
      type: 'unknown-person',
    });
  });

  it('the manager who acknowledged and named another owner is told before closure', () => {
    const story = acknowledged(new Story()).does('olu', 'investigation', findings).does('olu', 'solution', remedy);
    story.does('olu', 'customer-update', account(TOMORROW));
    expect(story.told('closure-near')).toMatchObject([{ toId: 'mia', via: 'inbox' }]);
  });
});

describe('what somebody may do is known beforehand', () => {
  it('each action says why not', () => {
    const story = acknowledged(new Story());
    const refusals = (id: string) =>
      Object.fromEntries(
        actionsFor(story.state, asActor(story.person(id)), Date.parse(story.now)).map(({ name, refusal }) => [
          name,
          refusal?.type ?? null,
        ]),
      );
    expect(refusals('olu')).toMatchObject({
      intake: 'already-done',
      investigation: null,
      'customer-update': 'too-early',
      'check-in': 'too-early',
      'take-charge': 'not-now',
      reassign: 'not-allowed',
      'add-note': null,
    });
    expect(refusals('ana')).toMatchObject({ investigation: 'not-allowed', amend: 'not-allowed', 'add-note': null });
  });
});

describe('after the account to the customer', () => {
  const informed = () =>
    acknowledged(new Story())
      .does('olu', 'investigation', findings)
      .does('olu', 'customer-update', account('2026-12-20T09:00:00Z'));

  it('they hear from the owner every two days, and it climbs where they do not', () => {
    const story = informed().pass(2 * DAY_MS);
    expect(story.told('reminder').at(-1)).toMatchObject({ at: '2026-11-24T21:00:00.000Z', toId: 'olu' });
    expect(story.rungs('keep-informed')).toEqual(['11-25T09:00 mia']);
  });

  it('a call starts the two days anew from when it happened', () => {
    const story = informed().pass(DAY_MS);
    story.does('olu', 'record-contact', {
      channel: 'phone',
      body: 'We spoke.',
      occurredAt: '2026-11-24T05:00:00Z',
      direction: 'to-customer',
    });
    expect(story.clock('keep-informed')).toMatchObject({
      state: 'running',
      dueAt: Date.parse('2026-11-26T05:00:00Z'),
      cycle: 2,
    });
  });

  it('what the customer says to us is no word to the customer', () => {
    const story = informed().pass(DAY_MS);
    story.does('olu', 'record-contact', { channel: 'phone', body: 'They called.', direction: 'from-customer' });
    expect(story.clock('keep-informed').cycle).toBe(1);
  });

  it('a P1 hears daily, also where it becomes one later', () => {
    const story = informed().does('mia', 'amend', { public: true });
    expect(story.state.priority.level).toBe('P1');
    expect(story.clock('keep-informed').dueAt).toBe(Date.parse('2026-11-24T09:00:00Z'));
  });
});

describe('a step that no release has any more', () => {
  it('is left out of another round, which can be closed without it', () => {
    const { state, now } = closed(new Story());
    const gone = { name: 'double-check', clock: null, after: ['solution'] };
    const plan = [...state.plan.map((step) => ({ ...step, after: [...step.after, gone.name] })), gone];
    const steps = [...state.steps, { name: gone.name, completedAt: 1, completedBy: null }];
    const by = { id: 'olu', name: 'Olu', title: 'Engineer', roles: ['owner'] } as const;
    const reopening = { name: 'reopen', body: { reason: 'Back.' }, by, directory: { version: 1, people: [] } };
    const decision = decide({ ...state, plan, steps }, reopening, Date.parse(now));
    const after = decision.ok ? evolveAll({ ...state, plan, steps }, decision.events) : null;
    expect(after?.plan).toEqual(state.plan);
    expect(after?.steps.map(({ name }) => name)).toEqual(state.plan.map(({ name }) => name));
  });
});

describe('an interim update', () => {
  it('leaves the full account due, and its breach says that the customer is informed', () => {
    const story = acknowledged(new Story()).pass(6 * HOUR_MS);
    story.does('olu', 'interim-update', { message: { channel: 'phone', body: 'More tomorrow.' } }).pass(3 * HOUR_MS);
    const breaches = story.all('clock.breached').map(({ data }) => `${data.clockId} ${data.customerInformed}`);
    expect(breaches).toEqual(['investigation false', 'customer-update true']);
  });

  it('of an earlier round does not count in the next', () => {
    const story = closed(new Story())
      .does('olu', 'reopen', { reason: 'It is back.' })
      .pass(9 * HOUR_MS);
    expect(story.all('clock.breached').every(({ data }) => !data.customerInformed)).toBe(true);
  });
});
