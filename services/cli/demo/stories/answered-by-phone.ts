import { MINUTE_MS } from '../../../../domain/duration';
import { raise } from '../lines';
import type { DemoComplaint, Story } from '../story';

const complaint: DemoComplaint = {
  door: 'csm',
  severity: 'defect',
  account: 'Mirador Clinics',
  tier: 'enterprise',
  arrDollars: 310_000,
  customerSince: '2022-09-01',
  contact: { name: 'Luis Mirador', email: 'luis@mirador-clinics.example' },
  summary: 'Appointments move by an hour when they are edited',
  narrative:
    'Every appointment that somebody edits since the clocks went back is off by an hour. Patients stand at the door.',
};

/** The answer was a phone call within the 2 hours, and was written down after them: met, recorded late. */
export const answeredByPhone: Story = {
  title: 'Answered by phone in time, recorded late',
  complaint,
  async play(scene, cast) {
    await raise(scene, cast, complaint, cast.csm);
    const calledAt = scene.moment(40 * MINUTE_MS);
    await scene.pass('PT2H20M');
    await scene.complete(
      cast.manager,
      'intake',
      {
        ownerId: cast.owner.id,
        acknowledgment: {
          channel: 'phone',
          body: `I called Luis, said that I take personal responsibility, and that ${cast.owner.name} owns it and calls today.`,
          occurredAt: calledAt,
        },
      },
      'writes down the call of 100 minutes ago',
    );
    const clocks = scene.escalation.clocks;
    const intake = clocks.find(({ id }) => id === 'intake');
    scene.expect(intake?.state === 'met' && intake.breachedAt !== null, 'it should be met, with the breach kept');
    const investigation = clocks.find(({ id }) => id === 'investigation');
    scene.expect(investigation?.startedAt === calledAt, 'the 4 hours should run from the call');
  },
};
