import { acknowledge, raise } from '../lines';
import type { DemoComplaint, Story } from '../story';

const complaint: DemoComplaint = {
  door: 'social-public',
  severity: 'outage',
  account: 'Carrow Energy',
  tier: 'enterprise',
  arrDollars: 1_250_000,
  customerSince: '2017-01-10',
  contact: { name: 'Dana Whitlock', email: 'dana.whitlock@carrow-energy.example' },
  summary: 'Dispatch board down all morning, told the world about it',
  narrative: 'Forty crews without a board since six o’clock, and your status page is green. Is anybody there?',
  public: true,
};

/** Nobody acts: it climbs to the VP, is taken charge of, is forgotten again, and climbs again. */
export const forgottenOutage: Story = {
  title: 'Forgotten: it climbs until somebody acts, and climbs again when they forget',
  complaint,
  async play(scene, cast) {
    await raise(scene, cast, complaint);
    await scene.pass('PT1H35M');
    const first = await scene.pass('PT1H30M');
    const rungs = first.filter(({ type }) => type === 'chain.advanced').length;
    scene.expect(rungs >= 3, 'manager, director and VP should have been told');
    await scene.command(
      cast.director,
      'take-charge',
      { note: 'I am on it.' },
      'takes charge: for an hour nobody above is told',
    );
    const second = await scene.pass('PT1H10M');
    scene.expect(
      second.some(({ type }) => type === 'chain.advanced'),
      'the chain should have started again',
    );
    await acknowledge(scene, cast.director, cast.owner, complaint);
    const intake = scene.escalation.clocks.find(({ id }) => id === 'intake');
    scene.expect(
      intake?.breachedAt != null && intake.metAt != null,
      'the breach should stay on record beside the late answer',
    );
  },
};
