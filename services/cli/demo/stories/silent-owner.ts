import { acknowledge, investigate, raise } from '../lines';
import type { DemoAnswer, DemoComplaint, Story } from '../story';

const complaint: DemoComplaint = {
  door: 'ticket-flag',
  severity: 'billing',
  account: 'Union Cold Storage',
  tier: 'enterprise',
  arrDollars: 150_000,
  customerSince: '2024-01-15',
  contact: { name: 'Bea Frost', email: 'bea.frost@unioncold.example' },
  summary: 'Invoice is four times what was agreed',
  narrative: 'The agent noticed the words "lawyer" and "cancel" in the ticket and flagged it.',
  threatensPublic: true,
};

const answer: DemoAnswer = {
  findings: 'The discount of the contract was entered for one site of four.',
  solution: { kind: 'billing-credit', description: 'enter it for all four sites and credit the difference' },
  willDo: 'You get a corrected invoice.',
  promise: 'the corrected invoice is with you',
  rootCause: 'policy-inflexibility',
  rootCauseNote: 'Discounts can be entered by site only.',
};

/** An owner who goes silent: reminded, then it climbs from the owner up; what is done late stays on record as both. */
export const silentOwner: Story = {
  title: 'A silent owner: reminded, climbed, answered late',
  complaint,
  async play(scene, cast) {
    await raise(scene, cast, complaint);
    await acknowledge(scene, cast.manager, cast.deputy, complaint);
    const news = await scene.pass('PT4H10M');
    scene.expect(
      news.some(({ type }) => type === 'clock.reminded'),
      'the owner should have been reminded',
    );
    scene.expect(
      news.some(({ type }) => type === 'clock.breached'),
      'the 4 hours should have run out',
    );
    await scene.command(cast.deputy, 'take-charge', { clockId: 'investigation' }, 'takes charge of the investigation');
    await scene.pass('PT30M');
    await investigate(scene, cast, cast.deputy, answer);
    const clock = scene.escalation.clocks.find(({ id }) => id === 'investigation');
    scene.expect(clock?.breachedAt != null && clock.metAt != null, 'it should be on record as late and as done');
  },
};
