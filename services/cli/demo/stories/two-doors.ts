import { acknowledge, investigate, raise, solve, update } from '../lines';
import type { DemoAnswer, DemoComplaint, Story } from '../story';

const complaint: DemoComplaint = {
  door: 'executive-mail',
  severity: 'billing',
  account: 'Larkspur Hotels',
  tier: 'enterprise',
  arrDollars: 400_000,
  customerSince: '2019-05-05',
  contact: { name: 'Daniel Okoro', email: 'daniel.okoro@larkspur.example' },
  summary: 'Guests are charged the deposit twice',
  narrative: 'Forty guests were charged twice last weekend. I am answering their calls myself.',
};

const again: DemoComplaint = {
  ...complaint,
  door: 'social-public',
  contact: { name: 'Mina Farouk', email: 'mina.farouk@larkspur.example' },
  summary: 'Your system robs our guests',
  narrative: 'We have told your company since Sunday. Our guests pay twice, and nobody here does anything.',
  public: true,
};

const answer: DemoAnswer = {
  findings: 'Each deposit was booked by the old and the new terminal, as both were told to.',
  solution: { kind: 'configuration-change', description: 'take the old terminal out of the booking' },
  willDo: 'The old terminal books nothing any more, and every double deposit goes back.',
  promise: 'every double deposit is back with the guest',
  rootCause: 'policy-inflexibility',
  rootCauseNote: 'A terminal can only be changed at the end of a quarter.',
};

/** The same complaint by two doors is one escalation: they are merged, and no promise is lost. */
export const twoDoors: Story = {
  title: 'The same complaint by two doors: merged, and no promise lost',
  complaint,
  async play(scene, cast) {
    const other = scene.beside();
    await raise(other, cast, again, cast.csm);
    await acknowledge(other, cast.manager, cast.deputy, again);
    await investigate(other, cast, cast.deputy, answer);
    await solve(other, cast.deputy, answer);
    await update(other, cast.deputy, again, answer);
    await raise(scene, cast, complaint);
    await acknowledge(scene, cast.director, cast.owner, complaint);
    await other.command(
      cast.manager,
      'merge',
      { intoId: scene.escalation.id, reason: 'The same weekend, the same deposits.' },
      `merges it into ${scene.escalation.ref}`,
    );
    other.expect(other.escalation.status === 'merged', 'it should be merged');
    await scene.pass('PT30M');
    scene.expect(
      scene.escalation.commitments.some(({ text, state }) => text === answer.promise && state === 'open'),
      'the promise made by the other door should be owed here',
    );
  },
};
