import { acknowledge, investigate, raise, solve, update } from '../lines';
import type { DemoAnswer, DemoComplaint, Story } from '../story';

const complaint: DemoComplaint = {
  door: 'executive-mail',
  severity: 'data',
  account: 'Sable Insurance',
  contact: { name: 'Viktor Hahn', email: 'viktor.hahn@sable.example' },
  summary: 'A colleague sees the claims of another broker',
  narrative: 'Since Monday one of our clerks sees claims that are not ours. We have told her not to look. Please call.',
};

const answer: DemoAnswer = {
  findings: 'Two brokers were merged by hand in the directory, and the rights of both were added up.',
  solution: {
    kind: 'configuration-change',
    description: 'separate the two brokers and review every merge of the month',
  },
  willDo: 'The rights are separated, and you get the list of everything that was seen.',
  promise: 'the complete list of what was seen is with your data protection officer',
  rootCause: 'knowledge-base-gap',
  rootCauseNote: 'How to merge brokers is written down nowhere.',
};

/** The owner changes and the customer hears honest word in between; what is unknown of the account counts as grave. */
export const changingHands: Story = {
  title: 'Changing hands, with honest word in between',
  complaint,
  async play(scene, cast) {
    await raise(scene, cast, complaint, cast.csm);
    await acknowledge(scene, cast.manager, cast.owner, complaint);
    await scene.pass('PT1H30M');
    const reason = 'Knows the directory best and is free today.';
    await scene.command(
      cast.director,
      'reassign',
      { ownerId: cast.deputy.id, reason },
      `hands it to ${cast.deputy.name}`,
    );
    const message = {
      subject: 'Where we stand with what your colleague sees',
      body: `The rights are blocked. I do not know yet how it came about; you hear from me again by four.\n\n${cast.deputy.name}`,
    };
    await scene.command(
      cast.deputy,
      'interim-update',
      { message },
      'tells the customer honestly what is not known yet',
    );
    await scene.command(
      cast.csm,
      'amend',
      { tier: 'enterprise', reason: 'From the contract.' },
      'sets the tier that nobody knew',
    );
    await scene.pass('PT1H');
    await investigate(scene, cast, cast.deputy, answer);
    await solve(scene, cast.deputy, answer);
    await update(scene, cast.deputy, complaint, answer);
  },
};
