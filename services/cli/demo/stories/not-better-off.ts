import { acknowledge, checkIn, investigate, raise, workThrough } from '../lines';
import type { DemoAnswer, DemoComplaint, Story } from '../story';

const complaint: DemoComplaint = {
  door: 'internal-tool',
  severity: 'billing',
  account: 'Tallis & Wren',
  tier: 'enterprise',
  arrDollars: 205_000,
  customerSince: '2018-11-05',
  contact: { name: 'Amir Tallis', email: 'amir@tallis-wren.example' },
  summary: 'Dunned for an invoice that was paid in spring',
  narrative: 'Noticed in invoicing: the third reminder for an invoice that the bank shows as paid on the 4th of April.',
};

const answer: DemoAnswer = {
  findings: 'The payment was booked to a sister company of the same name, so the invoice stayed open.',
  solution: { kind: 'configuration-change', description: 'book the payment over and stop the reminders' },
  willDo: 'The payment is where it belongs, and no reminder goes out any more.',
  promise: 'your account statement shows nothing open',
  rootCause: 'routing-failure',
  rootCauseNote: 'Payments are matched by name where the reference is missing.',
};

/** Closed too early: the check-in finds the customer no better off, and it reopens with the same owner. */
export const notBetterOff: Story = {
  title: 'Reopened: the check-in finds the customer no better off',
  complaint,
  async play(scene, cast) {
    await raise(scene, cast, complaint, cast.manager);
    await acknowledge(scene, cast.manager, cast.owner, complaint);
    await workThrough(scene, cast, cast.owner, complaint, answer);
    await scene.pass('P5D');
    await checkIn(scene, cast, false, 'The next reminder came this morning.');
    scene.expect(
      scene.escalation.status === 'open' && scene.escalation.round === 2,
      'it should be in its second round',
    );
    scene.expect(scene.escalation.owner?.id === cast.owner.id, 'it should still have the same owner');
    await scene.pass('PT1H');
    const findings = 'The reminders come from a second list that was never told about the correction.';
    await investigate(scene, cast, cast.owner, { ...answer, findings });
  },
};
