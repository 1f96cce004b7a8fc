import { DAY_MS } from '../../../../domain/duration';
import { acknowledge, investigate, raise } from '../lines';
import type { DemoAnswer, DemoComplaint, Story } from '../story';

const complaint: DemoComplaint = {
  door: 'form',
  severity: 'defect',
  account: 'Calder Archive',
  tier: 'mid-market',
  arrDollars: 64_000,
  customerSince: '2022-06-15',
  contact: { name: 'Petra Voskuil', email: 'petra.voskuil@calder.example' },
  summary: 'Scans lose their last page',
  narrative: 'Since the last update some scans end one page early. We noticed it in court.',
  threatensPublic: true,
};

const answer: DemoAnswer = {
  findings: 'Scans of one make of device end in an empty block that the new reader takes for the end.',
  solution: { kind: 'engineering-fix', description: 'read past empty blocks, and read the affected scans again' },
  willDo: 'The reader is mended, and every scan since the update is read again.',
  promise: 'every scan since the update is complete',
  rootCause: 'product-bug',
  rootCauseNote: 'No test holds a scan of that make.',
};

/** What only the customer knows is asked for; the clocks rest until they answer, and not a minute longer. */
export const waitingForAnswer: Story = {
  title: 'Waiting for the customer: the clocks rest until they answer',
  complaint,
  async play(scene, cast) {
    await raise(scene, cast, complaint, cast.csm);
    await acknowledge(scene, cast.manager, cast.deputy, complaint);
    await scene.pass('PT1H');
    const question = {
      subject: 'Which device made these scans?',
      body: `To find the cause I need one thing from you: the make of the device that these scans came from.\n\n${cast.deputy.name}`,
    };
    await scene.command(
      cast.deputy,
      'pause',
      { dueAt: scene.moment(2 * DAY_MS), reason: 'Only the customer knows the device.', question },
      'asks the customer for the make of the device, and waits two days at most',
    );
    scene.expect(scene.escalation.status === 'paused', 'it should be paused');
    await scene.pass('PT20H');
    const reply = {
      channel: 'phone',
      body: 'It is the grey one in the hall, a Tessel 40.',
      direction: 'from-customer',
    };
    await scene.command(cast.deputy, 'record-contact', reply, 'notes the answer: the clocks go on by themselves');
    scene.expect(scene.escalation.status === 'open', 'it should go on');
    await investigate(scene, cast, cast.deputy, answer);
    scene.expect(
      scene.escalation.clocks.some(({ id, state }) => id === 'investigation' && state === 'met'),
      'the investigation should be in time, as the day of waiting does not count',
    );
  },
};
