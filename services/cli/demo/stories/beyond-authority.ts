import { acknowledge, investigate, raise } from '../lines';
import type { DemoAnswer, DemoComplaint, Story } from '../story';

const complaint: DemoComplaint = {
  door: 'executive-cc',
  severity: 'billing',
  account: 'Fennimore Press',
  tier: 'enterprise',
  arrDollars: 310_000,
  customerSince: '2018-04-01',
  contact: { name: 'Jonas Pike', email: 'jonas.pike@fennimore.example' },
  summary: 'Billed a year for a product that never went live',
  narrative: 'We have paid twelve months for the archive. It was never switched on. I want the money back this week.',
};

const answer: DemoAnswer = {
  findings: 'The archive was sold and billed, but the order to set it up was lost between two teams.',
  solution: { kind: 'billing-credit', description: 'credit the twelve months of the archive' },
  willDo: 'The twelve months are credited, and nobody bills the archive before you say that it runs.',
  promise: 'the credit is on your account',
  rootCause: 'routing-failure',
  rootCauseNote: 'Nobody owns an order between the sale and the set-up.',
};

/** The owner lacks the authority: the solution itself asks for it, and holds until somebody who has it decides. */
export const beyondAuthority: Story = {
  title: "Beyond the owner's authority: the remedy waits for a decision, the clocks do not",
  complaint,
  async play(scene, cast) {
    await raise(scene, cast, complaint, cast.csm);
    await acknowledge(scene, cast.manager, cast.owner, complaint);
    await scene.pass('PT1H');
    await investigate(scene, cast, cast.owner, answer);
    const remedy = { ...answer.solution, credit: { amount: 840_000, currency: 'USD' } };
    await scene.complete(cast.owner, 'solution', remedy, 'wants to credit 8,400 USD, beyond what an owner may grant');
    const open = scene.escalation.approvals.find(({ state }) => state === 'open');
    scene.expect(open !== undefined, 'an approval should be asked for');
    await scene.refused(
      cast.owner,
      'commands/decide-approval',
      { approvalId: open?.id, decision: 'approved' },
      'own-approval',
      'tries to allow it to themselves',
    );
    await scene.pass('PT1H45M');
    await scene.command(
      cast.manager,
      'decide-approval',
      { approvalId: open?.id, decision: 'approved', note: 'They are right, and it is our fault.' },
      'approves exactly this credit',
    );
    scene.expect(
      scene.escalation.steps.some(({ name, state }) => name === 'solution' && state === 'done'),
      'the solution should be done as soon as it is approved',
    );
  },
};
