import { HOUR_MS } from '../../../domain/duration';
import { actionsFor } from '../../../domain/escalation/actions';
import { asActor } from '../../../domain/people';
import type { Body } from '../support/bodies';
import { account, acknowledged, findings } from '../support/deeds';
import { Story } from '../support/story';

const TUESDAY = '2026-11-24T09:00:00Z';

/** In whole dollars. */
const credit = (dollars: number): Body => ({
  kind: 'billing-credit',
  description: 'A year of the archive.',
  credit: { amount: dollars * 100, currency: 'USD' },
});

/** Monday morning: Olu owns it, may grant 1,000, and has found out what happened. */
const understood = () => acknowledged(new Story()).does('olu', 'investigation', findings);

/** Olu proposes 12,000: beyond Mia's 10,000, within Dora's 50,000. */
const asked = () => understood().does('olu', 'solution', credit(12_000));

const decide = (decision: 'approved' | 'refused', more: Body = {}): Body => ({ approvalId: 'a1', decision, ...more });
const isSolved = (story: Story) => story.state.steps.find(({ name }) => name === 'solution')?.completedAt !== null;

describe("a remedy within the owner's authority", () => {
  it('is done at once', () => {
    const story = understood().does('olu', 'solution', credit(1_000));
    expect(isSolved(story)).toBe(true);
    expect(story.state.approvals).toEqual([]);
  });

  it('and every remedy under a policy that asks for no authority', () => {
    const story = acknowledged(new Story({ policy: { authority: null } }));
    story.does('olu', 'solution', { ...credit(900_000), approvalId: 'whatever-it-says' });
    expect(isSolved(story)).toBe(true);
  });
});

describe("a remedy beyond the owner's authority", () => {
  it('is asked for at once, of the first above who has it, with two hours to decide', () => {
    const story = asked();
    expect(isSolved(story)).toBe(false);
    expect(story.state.approvals).toMatchObject([
      { id: 'a1', state: 'open', approverId: 'dora', requestedBy: { id: 'olu' }, attempt: { name: 'solution' } },
    ]);
    expect(story.state.approvals[0]?.because).toBe(
      '12,000.00 USD is beyond what they may grant alone: up to 1,000.00 USD',
    );
    expect(story.clock('approval:a1')).toMatchObject({ state: 'running', budgetMs: 2 * HOUR_MS });
    expect(story.told('approval-asked')).toMatchObject([{ toId: 'dora', via: 'mail' }]);
  });

  it('a kind of exception that only directors grant is asked for likewise', () => {
    const story = understood().does('olu', 'solution', { kind: 'policy-exception', description: 'No notice period.' });
    expect(story.state.approvals[0]).toMatchObject({ approverId: 'dora', subject: { amount: null } });
  });

  it('approved, is done in the name of who asked, as of the decision', () => {
    const story = asked()
      .pass(HOUR_MS)
      .does('dora', 'decide-approval', decide('approved', { note: 'They are right.' }));
    const [done] = story.all('step.completed').slice(-1);
    expect(done).toMatchObject({ actor: { id: 'olu' }, data: { step: 'solution', body: { approvalId: 'a1' } } });
    expect(done?.data.occurredAt).toBe(Date.parse('2026-11-23T10:00:00Z'));
    expect(story.clock('approval:a1').state).toBe('met');
    expect(story.told('approval-decided')).toMatchObject([{ toId: 'olu', via: 'mail' }]);
    expect(story.state.approvals[0]).toMatchObject({ state: 'approved', usedAt: Date.parse('2026-11-23T10:00:00Z') });
  });

  it('refused, is not done: the owner is told why, and proposes another', () => {
    const story = asked();
    expect(story.tries('dora', 'decide-approval', decide('refused'))?.errors).toMatchObject([{ pointer: '#/note' }]);
    story.does('dora', 'decide-approval', decide('refused', { note: 'Half of it.' }));
    expect(isSolved(story)).toBe(false);
    expect(story.told('approval-decided')).toMatchObject([{ toId: 'olu' }]);
    story.does('olu', 'solution', credit(900));
    expect(isSolved(story)).toBe(true);
  });

  it('undecided for two hours: the director is reminded, then it climbs above her until somebody decides', () => {
    const story = asked().pass(3 * HOUR_MS);
    expect(story.told('reminder').filter(({ toId }) => toId === 'dora')).toMatchObject([
      { at: '2026-11-23T10:30:00.000Z' },
    ]);
    expect(story.rungs('approval:a1')[0]).toBe('11-23T11:00 vera');
    story.does('vera', 'decide-approval', decide('approved'));
    expect(isSolved(story)).toBe(true);
    expect(story.clock('approval:a1')).toMatchObject({ state: 'breached', metAt: Date.parse('2026-11-23T12:00:00Z') });
  });

  it('is not decided by who asked, by the owner, beyond their own authority, twice, or where there is none', () => {
    const story = asked();
    expect(story.tries('olu', 'decide-approval', decide('approved'))).toMatchObject({
      type: 'own-approval',
      status: 403,
    });
    expect(story.tries('mia', 'decide-approval', decide('approved'))).toMatchObject({
      type: 'beyond-authority',
      status: 403,
      detail: expect.stringContaining('10,000.00 USD') as string,
    });
    expect(story.tries('edda', 'decide-approval', decide('approved'))).toMatchObject({ type: 'not-allowed' });
    expect(story.tries('vera', 'decide-approval', { ...decide('approved'), approvalId: 'a9' })).toMatchObject({
      type: 'unknown-approval',
      errors: [{ pointer: '#/approvalId' }],
    });
    story.does('vera', 'decide-approval', decide('approved'));
    expect(story.tries('dora', 'decide-approval', decide('refused', { note: 'No.' }))).toMatchObject({
      type: 'already-done',
      status: 409,
    });
  });

  it('is not decided by the manager who took it over meanwhile, though she was asked', () => {
    const story = understood().does('olu', 'solution', credit(9_000));
    expect(story.state.approvals[0]?.approverId).toBe('mia');
    story.does('dora', 'reassign', { ownerId: 'mia', reason: 'She knows them.' });
    expect(story.tries('mia', 'decide-approval', decide('approved'))).toMatchObject({ type: 'own-approval' });
    story.does('dora', 'decide-approval', decide('approved'));
    expect(isSolved(story)).toBe(false);
    expect(story.all('attempt.lapsed')).toMatchObject([{ data: { approvalId: 'a1', name: 'solution' } }]);
    expect(story.told('approval-decided').map(({ toId }) => toId)).toEqual(['olu', 'mia', 'olu', 'mia']);
  });

  it('is decided by the delegate of who is asked, with the authority of the one who is away', () => {
    const absences = [{ fromAt: Date.parse('2026-11-23T00:00:00Z'), untilAt: Date.parse(TUESDAY), delegateId: 'hugo' }];
    const story = new Story({ people: { dora: { absences } } });
    acknowledged(story).does('olu', 'request-approval', { ...credit(12_000), approverId: 'dora' });
    expect(story.told('approval-asked')).toMatchObject([{ toId: 'hugo' }]);
    expect(story.tries('max', 'decide-approval', decide('approved'))).toMatchObject({ type: 'beyond-authority' });
    expect(story.tries('hugo', 'decide-approval', decide('approved'))).toBeNull();
  });

  it('asks whoever has the authority though they are away: their delegate decides, and the chain goes on above them', () => {
    const absences = [{ fromAt: Date.parse('2026-11-23T00:00:00Z'), untilAt: Date.parse(TUESDAY), delegateId: 'hugo' }];
    const story = acknowledged(new Story({ people: { dora: { absences } } })).does('olu', 'investigation', findings);
    story.does('olu', 'solution', credit(12_000));
    expect(story.state.approvals).toMatchObject([{ approverId: 'dora' }]);
    expect(story.told('approval-asked')).toMatchObject([{ toId: 'hugo' }]);
    expect(story.pass(3 * HOUR_MS).rungs('approval:a1')[0]).toBe('11-23T11:00 vera');
    expect(story.tries('hugo', 'decide-approval', decide('approved'))).toBeNull();
  });

  it('is not asked of whom the owner stands in for: they would decide on their own', () => {
    const absences = [{ fromAt: Date.parse('2026-11-23T00:00:00Z'), untilAt: Date.parse(TUESDAY), delegateId: 'olu' }];
    const story = acknowledged(new Story({ people: { dora: { absences } } })).does('olu', 'investigation', findings);
    expect(story.does('olu', 'solution', credit(12_000)).state.approvals).toMatchObject([{ approverId: 'vera' }]);
  });

  it('another is proposed instead: the first request is taken back, and its clock ends', () => {
    const story = asked();
    expect(story.tries('olu', 'solution', credit(12_000))).toMatchObject({ type: 'remedy-undecided', status: 409 });
    story.does('olu', 'solution', credit(20_000));
    expect(story.state.approvals.map(({ state }) => state)).toEqual(['cancelled', 'open']);
    expect(story.clock('approval:a1').state).toBe('cancelled');
    story.does('olu', 'solution', { kind: 'configuration-change', description: 'It is off.' });
    expect(story.state.approvals.map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    expect(isSolved(story)).toBe(true);
  });

  it('is taken back by the owner, by a withdrawal and by nobody twice', () => {
    const story = asked().does('olu', 'withdraw-approval', { approvalId: 'a1', reason: 'They took the fix.' });
    expect(story.clock('approval:a1').state).toBe('cancelled');
    expect(story.tries('vera', 'decide-approval', decide('approved'))).toMatchObject({ type: 'already-done' });
    const other = asked().does('mia', 'withdraw', { reason: 'Never ours.' });
    expect(other.state.approvals[0]?.state).toBe('cancelled');
  });
});

describe('asking ahead of the solution', () => {
  it('allows that remedy and amount, once', () => {
    const story = understood().does('olu', 'request-approval', { ...credit(12_000), reason: 'Their third year.' });
    expect(story.tries('olu', 'request-approval', credit(12_000))).toMatchObject({ type: 'already-done' });
    story.does('dora', 'decide-approval', decide('approved'));
    expect(isSolved(story)).toBe(false);
    const named = (dollars: number) => ({ ...credit(dollars), approvalId: 'a1' });
    expect(story.tries('olu', 'solution', named(12_001))).toMatchObject({ type: 'needs-approval', status: 409 });
    expect(story.tries('olu', 'solution', { ...named(12_000), kind: 'other' })).toMatchObject({
      type: 'needs-approval',
    });
    expect(story.tries('olu', 'solution', { ...named(12_000), approvalId: 'a7' })).toMatchObject({
      type: 'unknown-approval',
      status: 422,
    });
    story.does('olu', 'solution', named(12_000));
    expect(story.all('approval.used')).toMatchObject([{ data: { approvalId: 'a1', name: 'solution' } }]);
    const again = story.does('mia', 'withdraw', { reason: 'Done.' }).does('mia', 'reopen', { reason: 'It is back.' });
    expect(again.tries('olu', 'solution', named(12_000))?.type).toBe('needs-approval');
  });

  it('is used without being named, where it is this very remedy', () => {
    const story = understood().does('olu', 'request-approval', credit(12_000));
    story.does('dora', 'decide-approval', decide('approved')).does('olu', 'solution', credit(12_000));
    expect(isSolved(story)).toBe(true);
    expect(story.state.approvals[0]?.usedAt).not.toBeNull();
  });

  it('is not for what the owner may grant alone, nor asked of oneself or of somebody without the authority', () => {
    const story = understood();
    expect(story.tries('olu', 'request-approval', credit(500))).toMatchObject({ type: 'not-now' });
    const of = (approverId: string) => story.tries('olu', 'request-approval', { ...credit(12_000), approverId });
    expect(of('olu')).toMatchObject({ type: 'own-approval', status: 403, errors: [{ pointer: '#/approverId' }] });
    expect(of('mia')).toMatchObject({ type: 'not-eligible', status: 422, errors: [{ pointer: '#/approverId' }] });
    expect(of('nobody')).toMatchObject({ type: 'unknown-person' });
    expect(of('vera')).toBeNull();
    expect(story.state.approvals[0]?.approverId).toBe('vera');
  });
});

describe('while a remedy is undecided', () => {
  it('it is neither promised nor named, and the account goes out without it in time', () => {
    const story = asked();
    const body = account(TUESDAY) as { commitments: Body[] };
    const [promise] = body.commitments;
    const flagged = { ...body, commitments: [{ ...promise, remedy: true }] };
    expect(story.tries('olu', 'customer-update', flagged)).toMatchObject({
      type: 'remedy-undecided',
      status: 409,
      errors: [{ pointer: '#/commitments/0/remedy' }],
    });
    const naming = { ...body, willDo: 'We credit 12.000,00 USD.' };
    expect(story.tries('olu', 'customer-update', naming)?.errors).toMatchObject([{ pointer: '#/willDo' }]);
    const said = { message: { channel: 'phone', body: 'You get 12k back.' } };
    expect(story.tries('olu', 'interim-update', said)).toMatchObject({ type: 'remedy-undecided' });
    const more = {
      text: 'Your 12 000',
      dueAt: TUESDAY,
      responsibleId: 'olu',
      message: { channel: 'phone', body: 'Yes.' },
    };
    expect(story.tries('olu', 'add-commitment', more)?.errors).toMatchObject([{ pointer: '#/text' }]);
    story.does('olu', 'customer-update', body);
    expect(story.clock('customer-update').state).toBe('met');
  });

  it('nor is it after it was refused, until another is decided on', () => {
    const story = asked().does('dora', 'decide-approval', decide('refused', { note: 'Too much.' }));
    const body = { ...account(TUESDAY), willDo: 'You asked for 12,000.' };
    expect(story.tries('olu', 'customer-update', body)).toMatchObject({ type: 'remedy-undecided' });
    expect(story.does('olu', 'solution', credit(900)).tries('olu', 'customer-update', body)).toBeNull();
  });

  it('and may be promised as soon as it is approved', () => {
    const story = asked().does('dora', 'decide-approval', decide('approved'));
    const body = account(TUESDAY) as { commitments: Body[] };
    const commitments = [{ ...body.commitments[0], text: '12,000 USD on your account', remedy: true }];
    expect(story.tries('olu', 'customer-update', { ...body, commitments })).toBeNull();
    expect(story.state.commitments[0]?.remedy).toBe(true);
  });
});

describe('what somebody may do about it', () => {
  it('is known beforehand: who is asked decides, who asked takes it back', () => {
    const story = asked();
    const may = (id: string, name: string) =>
      actionsFor(story.state, asActor(story.person(id)), Date.parse(story.now)).find((one) => one.name === name)
        ?.refusal?.type ?? null;
    expect(may('dora', 'decide-approval')).toBeNull();
    expect(may('vera', 'decide-approval')).toBeNull();
    expect(may('mia', 'decide-approval')).toBe('beyond-authority');
    expect(may('olu', 'decide-approval')).toBe('own-approval');
    expect(may('edda', 'decide-approval')).toBe('not-allowed');
    expect(may('olu', 'withdraw-approval')).toBeNull();
  });

  it('an escalation that is quiet asks in the inbox alone', () => {
    const story = acknowledged(new Story({ quiet: true })).does('olu', 'solution', credit(12_000));
    expect(story.told('approval-asked')).toMatchObject([{ toId: 'dora', via: 'inbox' }]);
  });
});
