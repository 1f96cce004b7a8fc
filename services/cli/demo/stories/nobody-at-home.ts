import { acknowledge, raise, workThrough } from '../lines';
import type { DemoAnswer, DemoComplaint, Story } from '../story';

const complaint: DemoComplaint = {
  door: 'form',
  severity: 'usability',
  account: 'Oakline Schools',
  tier: 'mid-market',
  arrDollars: 64_000,
  customerSince: '2024-08-01',
  contact: { name: 'Helen Archer', email: 'helen.archer@oakline.example' },
  summary: 'Parents cannot read the timetable on their phones',
  narrative:
    'Sent by the complaint form: the timetable needs to be scrolled sideways, and half of our parents gave up.',
};

const answer: DemoAnswer = {
  findings: 'The new timetable was never looked at on a narrow screen; a setting brings the list back.',
  solution: { kind: 'configuration-change', description: 'switch Oakline back to the list until the new one fits' },
  willDo: 'Your parents see the list again from tonight.',
  promise: 'the list is back for all of your schools',
  rootCause: 'communication-failure',
  rootCauseNote: 'The change was announced to administrators only.',
};

/** Nobody can be reached for the check-in: two honest attempts settle it as unconfirmed. */
export const nobodyAtHome: Story = {
  title: 'Settled as unconfirmed: two check-ins that reach nobody',
  complaint,
  async play(scene, cast) {
    await raise(scene, cast, complaint);
    await acknowledge(scene, cast.manager, cast.deputy, complaint);
    await workThrough(scene, cast, cast.deputy, complaint, answer);
    await scene.pass('P2D');
    const attempt = { reached: false, note: 'The school is closed this week.' };
    await scene.complete(cast.csm, 'check-in', attempt, 'calls for the check-in and reaches nobody');
    scene.expect(scene.escalation.status === 'closed', 'one attempt should not settle it');
    await scene.pass('P1DT1H');
    await scene.complete(
      cast.csm,
      'check-in',
      { ...attempt, note: 'Still closed.' },
      'calls a day later, in vain again',
    );
    scene.expect(scene.escalation.status === 'settled', 'it should be settled as unconfirmed');
  },
};
