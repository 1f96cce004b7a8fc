import { acknowledge, raise } from '../lines';
import type { DemoComplaint, Story } from '../story';

const complaint: DemoComplaint = {
  door: 'ticket-flag',
  severity: 'other',
  account: 'Quayside Rentals',
  tier: 'mid-market',
  customerSince: '2023-05-20',
  contact: { name: 'Joan Pryce', email: 'joan.pryce@quayside.example' },
  summary: 'Wants to speak to somebody above about the contract',
  narrative: 'Flagged in the ticket: "I want your manager, today, this is not what we signed."',
};

/** The customer takes it back: everything that ran ends, nothing is deleted. */
export const takenBack: Story = {
  title: 'Withdrawn: the customer takes it back',
  complaint,
  async play(scene, cast) {
    await raise(scene, cast, complaint);
    await acknowledge(scene, cast.manager, cast.owner, complaint);
    await scene.pass('PT40M');
    const reason = 'Joan found the signed addendum herself and asked us to let it rest.';
    await scene.command(cast.manager, 'withdraw', { reason }, `withdraws it: ${reason}`);
    scene.expect(scene.escalation.status === 'withdrawn', 'it should be withdrawn');
  },
};
