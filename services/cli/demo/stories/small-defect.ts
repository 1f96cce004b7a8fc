import { acknowledge, checkIn, raise, workThrough } from '../lines';
import type { DemoAnswer, DemoComplaint, Story } from '../story';

const complaint: DemoComplaint = {
  door: 'csm',
  severity: 'defect',
  account: 'Pico Prints',
  tier: 'small',
  customerSince: '2019-09-09',
  contact: { name: 'Noor Pico', email: 'noor@picoprints.example' },
  summary: 'Labels print with the wrong address since the update',
  narrative: 'Every second label has the address of the customer before. We noticed after sixty parcels.',
};

const answer: DemoAnswer = {
  findings: 'Labels in a batch share a template that is filled before the one before has been printed.',
  solution: {
    kind: 'engineering-fix',
    description: 'print each label from its own copy, and pay for the sixty parcels',
  },
  willDo: 'The fix is live at noon, and we pay for all sixty parcels.',
  promise: 'the parcels are paid for',
  rootCause: 'product-bug',
  rootCauseNote: 'No test prints more than one label.',
};

/** Everyone let down deserves the same: a small account gets the same five steps. */
export const smallDefect: Story = {
  title: 'Small account, same care',
  complaint,
  async play(scene, cast) {
    await raise(scene, cast, complaint, cast.csm);
    await acknowledge(scene, cast.manager, cast.owner, complaint);
    await workThrough(scene, cast, cast.owner, complaint, answer);
    await scene.pass('P1D');
    await checkIn(scene, cast, true, 'You even paid for the parcels. Thank you.');
    scene.expect(scene.escalation.status === 'settled', 'it should be settled');
  },
};
