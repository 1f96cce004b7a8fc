import { acknowledge, checkIn, raise, workThrough } from '../lines';
import type { DemoAnswer, DemoComplaint, Story } from '../story';

const complaint: DemoComplaint = {
  door: 'executive-mail',
  severity: 'billing',
  account: 'Halden Freight',
  tier: 'enterprise',
  arrDollars: 480_000,
  customerSince: '2019-03-01',
  contact: { name: 'Ingrid Solberg', email: 'ingrid.solberg@halden-freight.example' },
  summary: 'Charged twice for three months, and nobody answers',
  narrative:
    'Since August every invoice has been taken from our account twice. I wrote to your billing desk four times and got ' +
    'four different numbers. I am writing to your chief executive because I do not know whom else to ask.',
};

const answer: DemoAnswer = {
  findings:
    'A card change in August left the old mandate active beside the new one, so three invoices were taken twice.',
  solution: { kind: 'billing-credit', description: 'refund the three doubled invoices and end the old mandate' },
  willDo: 'All three amounts go back today, and the old mandate is gone.',
  promise: 'the refund of all three invoices is on your account',
  rootCause: 'product-bug',
  rootCauseNote: 'Changing a card does not end the mandate of the one before.',
};

/** The process as it is meant: every step in its time, and a customer who is better off. */
export const chargedTwice: Story = {
  title: 'It flows: from the complaint to a customer who is better off',
  complaint,
  async play(scene, cast) {
    await raise(scene, cast, complaint);
    await scene.refused(
      cast.manager,
      'steps/intake',
      {
        ownerId: cast.owner.id,
        acknowledgment: {
          subject: 'Your ticket',
          body: 'Your ticket has been received. Please do not reply to this message.',
        },
      },
      'acknowledgment-incomplete',
      'tries to acknowledge with a ticket notice',
    );
    await acknowledge(scene, cast.manager, cast.owner, complaint);
    await workThrough(scene, cast, cast.owner, complaint, answer);
    await scene.pass('P3D');
    await checkIn(scene, cast, true, 'I had given up on you. That was handled well.');
    scene.expect(scene.escalation.status === 'settled', 'it should be settled');
  },
};
