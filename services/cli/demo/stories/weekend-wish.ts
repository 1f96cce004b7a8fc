import { raise } from '../lines';
import type { DemoComplaint, Story } from '../story';

const complaint: DemoComplaint = {
  door: 'social-private',
  severity: 'usability',
  account: 'Little Fern Bakery',
  tier: 'small',
  customerSince: '2025-02-01',
  contact: { name: 'Maya Fern', email: 'maya@littlefern.example' },
  summary: 'The order screen changed again and I cannot find anything',
  narrative: 'Third new layout this year. I bake at four in the morning and have no time to look for buttons.',
};

/** A quiet one: its clocks are as strict as any, but it disturbs people in business hours only. */
export const weekendWish: Story = {
  title: 'Quiet: a small matter waits for business hours before it disturbs anybody',
  complaint,
  async play(scene, cast) {
    await raise(scene, cast, complaint);
    scene.expect(scene.escalation.priority.level === 'P4', 'it should be a P4');
    await scene.pass('PT3H');
    const intake = scene.escalation.clocks.find(({ id }) => id === 'intake');
    scene.expect(intake?.state === 'breached', 'its 2 hours should have run out');
  },
};
