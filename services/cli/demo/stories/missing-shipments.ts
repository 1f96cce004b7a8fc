import { acknowledge, checkIn, raise, workThrough } from '../lines';
import type { DemoAnswer, DemoComplaint, Story } from '../story';

const complaint: DemoComplaint = {
  door: 'executive-cc',
  severity: 'data',
  account: 'Brightwater Foods',
  tier: 'mid-market',
  arrDollars: 96_000,
  customerSince: '2021-06-15',
  contact: { name: 'Peter Okafor', email: 'peter.okafor@brightwater.example' },
  summary: 'Two weeks of shipments are gone from our reports',
  narrative:
    'Everything between the 2nd and the 15th is missing in the exports. Our auditors come on Friday. I have your head of ' +
    'product in copy so that this does not end in another queue.',
};

const answer: DemoAnswer = {
  findings:
    'An index was rebuilt on the 16th from a copy that ended on the 1st; the shipments themselves are all there.',
  solution: { kind: 'engineering-fix', description: 'rebuild the index from the source and compare every day' },
  willDo: 'The reports are complete again tonight, and you get the comparison for your auditors.',
  promise: 'the complete reports with the comparison are in your hands',
  rootCause: 'product-bug',
  rootCauseNote: 'A rebuild does not check whether what it reads is current.',
};

/** A technical matter: Engineering is consulted before the customer is told anything. */
export const missingShipments: Story = {
  title: 'It flows with Engineering at the table',
  complaint,
  async play(scene, cast) {
    await raise(scene, cast, complaint);
    await acknowledge(scene, cast.director, cast.deputy, complaint);
    await scene.refused(
      cast.deputy,
      'steps/customer-update',
      {
        understood: 'Something with the reports.',
        willDo: 'We look into it.',
        commitments: [{ text: 'an answer', dueAt: scene.moment(86_400_000), responsibleId: cast.deputy.id }],
        message: { subject: 'Your reports', body: 'We look into it.' },
      },
      'too-early',
      'wants to write to the customer before the investigation',
    );
    await workThrough(scene, cast, cast.deputy, complaint, answer);
    await scene.pass('P2D');
    await checkIn(scene, cast, true, 'The auditors were happy, and so are we.');
    scene.expect(scene.escalation.status === 'settled', 'it should be settled');
  },
};
